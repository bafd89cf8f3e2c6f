from django.urls import path

from projects.partnership.roles import views

app_name = "roles"
urlpatterns = [
    path("", views.index, name="index"),
    path("write/", views.write, name="write"),
]
