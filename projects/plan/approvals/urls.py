from django.urls import path

from projects.plan.approvals import views

app_name = "approvals"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("<int:approval_id>/change/", views.change, name="change"),
    path("<int:approval_id>/ask/", views.ask, name="ask"),
    path("<int:approval_id>/answer/", views.answer, name="answer"),
    path("<int:approval_id>/need-again/", views.need_again, name="need_again"),
]
