from django.urls import path

from projects.files import views

app_name = "files"
urlpatterns = [
    path("<int:file_id>/", views.detail, name="detail"),
]
