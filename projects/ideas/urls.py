from django.urls import include, path

from projects.ideas import views

app_name = "ideas"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:idea_id>/", views.detail, name="detail"),
    path("sessions/", include("projects.ideas.sessions.urls")),
    path("questions/", include("projects.ideas.questions.urls")),
]
