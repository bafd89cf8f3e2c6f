from django.urls import path

from needs.project import views

app_name = "project"
urlpatterns = [
    path("<int:project_id>/", views.detail, name="detail"),
    path("<int:project_id>/new/", views.new, name="new"),
    path("<int:project_id>/arranger/", views.arranger, name="arranger"),
]
