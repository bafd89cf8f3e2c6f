from django.urls import path

from frontdoor import views

app_name = "frontdoor"
urlpatterns = [
    path("", views.index, name="index"),
]
