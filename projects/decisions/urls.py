from django.urls import path

from projects.decisions import views

app_name = "decisions"
urlpatterns = [
    path("", views.index, name="index"),
]
