from django.urls import include, path

from projects.evidence import views

app_name = "evidence"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("bring/", views.bring, name="bring"),
    path("sources.csv", views.sources_csv, name="sources_csv"),
    path("<int:source_id>/", views.detail, name="detail"),
    path("<int:source_id>/change/", views.change, name="change"),
    path("<int:source_id>/take-away/", views.take_away, name="take_away"),
    path("<int:source_id>/add-file/", views.add_file, name="add_file"),
    path(
        "<int:source_id>/take-file-away/<int:file_id>/", views.take_file_away, name="take_file_away"
    ),
    path("equality/", include("projects.evidence.equality.urls")),
]
