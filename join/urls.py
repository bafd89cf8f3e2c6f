from django.urls import path

from join import views

app_name = "join"
urlpatterns = [
    path("", views.index, name="index"),
]
