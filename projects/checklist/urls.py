from django.urls import path

from projects.checklist import views

app_name = "checklist"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:item_id>/answer/", views.answer, name="answer"),
    path("<int:item_id>/history/", views.history, name="history"),
    path("<int:item_id>/see-differently/", views.see_differently, name="see_differently"),
    path("<int:item_id>/agree/", views.agree, name="agree"),
    path("<int:item_id>/reword/", views.reword, name="reword"),
    path("<int:item_id>/leave-out/", views.leave_out, name="leave_out"),
    path("<int:item_id>/bring-back/", views.bring_back, name="bring_back"),
    path("<int:item_id>/give/", views.give, name="give"),
    path("<stage:stage>/", views.detail, name="detail"),
    path("<stage:stage>/changes/<int:since>/", views.changes, name="changes"),
    path("<stage:stage>/new/", views.new, name="new"),
]
