from django.urls import path

from projects.conversation.meetings.summary import views

app_name = "summary"
urlpatterns = [
    path("", views.index, name="index"),
    path("close/", views.close, name="close"),
    path("correct/", views.correct, name="correct"),
]
