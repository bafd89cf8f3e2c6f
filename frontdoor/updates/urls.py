from django.urls import path

from frontdoor.updates import views

app_name = "updates"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:update_id>/", views.detail, name="detail"),
]
