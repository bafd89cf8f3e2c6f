from django.urls import path

from projects.team.views import members

app_name = "team"
urlpatterns = [
    path("", members.index, name="index"),
    path("new/", members.new, name="new"),
    path("<int:member_id>/change/", members.change, name="change"),
    path("<int:member_id>/code/", members.code, name="code"),
    path("<int:member_id>/leave/", members.leave, name="leave"),
]
