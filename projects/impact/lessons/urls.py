from django.urls import path

from projects.impact.lessons import views

app_name = "lessons"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("shelf/", views.shelf, name="shelf"),
    path("offered/", views.offered, name="offered"),
    path("<int:lesson_id>/change/", views.change, name="change"),
    path("<int:lesson_id>/take-away/", views.take_away, name="take_away"),
    path("<int:lesson_id>/bring/", views.bring, name="bring"),
]
