from django.urls import path

from projects.impact.differences import views

app_name = "differences"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("<int:difference_id>/change/", views.change, name="change"),
    path("<int:difference_id>/take-away/", views.take_away, name="take_away"),
]
