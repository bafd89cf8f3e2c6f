from django.urls import path

from projects.conversation.meetings.summary import views

app_name = "summary"
urlpatterns = [
    path("<int:held_id>/summary/", views.index, name="index"),
    path("<int:held_id>/summary/correct/", views.correct, name="correct"),
    path("<int:meeting_id>/summary/close/", views.close, name="close"),
]
