from django.urls import path

from needs.kinds import views

app_name = "kinds"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("lay-out/", views.lay_out, name="lay_out"),
    path("<int:kind_id>/change/", views.change, name="change"),
    path("<int:kind_id>/leave-out/", views.leave_out, name="leave_out"),
    path("<int:kind_id>/bring-back/", views.bring_back, name="bring_back"),
]
