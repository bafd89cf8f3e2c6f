from django.urls import path

from projects.consents import views

app_name = "consents"
urlpatterns = [
    path("", views.index, name="index"),
    path("used/", views.used, name="used"),
    path("<int:member_id>/", views.detail, name="detail"),
]
