from django.urls import path

from stages import views

app_name = "stages"
urlpatterns = [
    path("", views.index, name="index"),
]
