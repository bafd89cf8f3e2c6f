from django.urls import path

from projects.partnership.contact import views

app_name = "contact"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:wish_id>/done/", views.done, name="done"),
]
