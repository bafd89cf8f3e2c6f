from django.urls import path

from projects.plan.actions import views

app_name = "actions"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("actions.csv", views.actions_csv, name="actions_csv"),
    path("<int:action_id>/", views.detail, name="detail"),
    path("<int:action_id>/change/", views.change, name="change"),
    path("<int:action_id>/stop/", views.stop, name="stop"),
    path("<int:action_id>/begin/", views.begin, name="begin"),
    path("<int:action_id>/finish/", views.finish, name="finish"),
    path("<int:action_id>/take-on/", views.take_on, name="take_on"),
    path("<int:action_id>/take-up-again/", views.take_up_again, name="take_up_again"),
]
