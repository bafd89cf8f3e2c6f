from django.urls import path

from privacy.erase import views

app_name = "erase"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:person_id>/", views.detail, name="detail"),
    path("done/", views.done, name="done"),
]
