from django.urls import path

from projects.ideas.themes import views

app_name = "themes"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("<int:theme_id>/change/", views.change, name="change"),
    path("<int:theme_id>/take-away/", views.take_away, name="take_away"),
]
