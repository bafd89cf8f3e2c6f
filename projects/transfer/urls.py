from django.urls import path

from projects.transfer import views

app_name = "transfer"
urlpatterns = [
    path("", views.index, name="index"),
    path("everything.zip", views.everything_zip, name="everything_zip"),
]
