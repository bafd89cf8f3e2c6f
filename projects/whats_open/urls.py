from django.urls import path

from projects.whats_open import views

app_name = "whats_open"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("<int:part_id>/change/", views.change, name="change"),
    path("<int:part_id>/take-away/", views.take_away, name="take_away"),
]
