from django.urls import include, path

app_name = "evidence"
urlpatterns = [
    path("equality/", include("projects.evidence.equality.urls")),
]
