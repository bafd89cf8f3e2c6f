from django.urls import path

from projects.team import views

app_name = "team"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("<int:member_id>/change/", views.change, name="change"),
    path("<int:member_id>/code/", views.code, name="code"),
    path("<int:member_id>/leave/", views.leave, name="leave"),
]
