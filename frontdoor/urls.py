from django.urls import path

from frontdoor.views import home, projects

app_name = "frontdoor"
urlpatterns = [
    path("", home.index, name="index"),
]

published = (
    [
        path("", projects.index, name="index"),
        path("<int:project_id>/", projects.detail, name="detail"),
        path(
            "<int:project_id>/you-said-we-did/",
            projects.you_said_we_did,
            name="you_said_we_did",
        ),
    ],
    "published",
)
"""What anyone may read of projects."""
