from django.urls import include, path

from projects.ideas import views

app_name = "ideas"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("sort/", views.sort, name="sort"),
    path("ideas.csv", views.ideas_csv, name="ideas_csv"),
    path("heard/", views.heard, name="heard"),
    path("heard.csv", views.heard_csv, name="heard_csv"),
    path("<int:idea_id>/", views.detail, name="detail"),
    path("<int:idea_id>/became/", views.became, name="became"),
    path("<int:idea_id>/put-under/", views.put_under, name="put_under"),
    path("<int:idea_id>/me-too/", views.me_too, name="me_too"),
    path("<int:idea_id>/not-me/", views.not_me, name="not_me"),
    path("themes/", include("projects.ideas.themes.urls")),
    path("sessions/", include("projects.ideas.sessions.urls")),
    path("waiting/", include("projects.ideas.waiting.urls")),
    path("givers/", include("projects.ideas.givers.urls")),
    path("questions/", include("projects.ideas.questions.urls")),
]
