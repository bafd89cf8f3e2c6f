from django.urls import path

from projects.ideas.givers import views

app_name = "givers"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:giver_id>/", views.detail, name="detail"),
    path("<int:giver_id>/told/", views.told, name="told"),
]
