from django.urls import include, path

from projects.conversation import views

app_name = "conversation"
urlpatterns = [
    path("", views.index, name="index"),
    path("rhythm/", views.rhythm, name="rhythm"),
    path("updates.csv", views.updates_csv, name="updates_csv"),
    path("questions.csv", views.questions_csv, name="questions_csv"),
    path("updates/", include("projects.conversation.updates.urls")),
    path("questions/", include("projects.conversation.questions.urls")),
    path("who-hears/", include("projects.conversation.who_hears.urls")),
    path("meetings/", include("projects.conversation.meetings.urls")),
]
