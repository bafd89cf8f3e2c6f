from django.urls import path

from projects.team.groups import views

app_name = "groups"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("<int:group_id>/change/", views.change, name="change"),
    path("<int:group_id>/take-away/", views.take_away, name="take_away"),
    path("<int:group_id>/move/", views.move, name="move"),
]
