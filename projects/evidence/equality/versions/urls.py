from django.urls import path

from projects.evidence.equality.versions import views

app_name = "versions"
urlpatterns = [
    path("", views.index, name="index"),
    path("compare/", views.compare, name="compare"),
    path("<int:kept_id>/", views.detail, name="detail"),
    path("<int:kept_id>/version.pdf", views.version_pdf, name="version_pdf"),
    path("<int:kept_id>/version.csv", views.version_csv, name="version_csv"),
]
