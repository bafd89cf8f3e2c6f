from django.urls import include, path

app_name = "conversation"
urlpatterns = [
    path("meetings/", include("projects.conversation.meetings.urls")),
]
