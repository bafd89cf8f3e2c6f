from django.urls import path

from projects.exports import views

app_name = "exports"
urlpatterns = [
    path("", views.index, name="index"),
]
