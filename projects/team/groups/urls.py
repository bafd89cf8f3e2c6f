from django.urls import path

from projects.team.groups import views

app_name = "groups"
urlpatterns = [
    path("", views.index, name="index"),
]
