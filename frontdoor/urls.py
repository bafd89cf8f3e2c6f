from django.urls import URLPattern, URLResolver, include, path

from frontdoor.views import feed, home, projects

app_name = "frontdoor"
urlpatterns = [
    path("", home.index, name="index"),
]

published: tuple[list[URLPattern | URLResolver], str] = (
    [
        path("", projects.index, name="index"),
        path("", include("frontdoor.questions.urls")),
        path("", include("frontdoor.following.urls")),
        path("<int:project_id>/", projects.detail, name="detail"),
        path("<int:project_id>/updates/", include("frontdoor.updates.urls")),
        path("<int:project_id>/updates.xml", feed.updates_xml, name="updates_xml"),
        path(
            "<int:project_id>/you-said-we-did/",
            projects.you_said_we_did,
            name="you_said_we_did",
        ),
    ],
    "published",
)
"""What anyone may read of projects."""
