from django.urls import path

from administration import views

app_name = "administration"
urlpatterns = [
    path("", views.index, name="index"),
    path("reads/", views.reads, name="reads"),
    path("record/", views.record, name="record"),
]
