from django.urls import path

from projects.conversation.questions import views

app_name = "questions"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("<int:asked_id>/", views.detail, name="detail"),
    path("<int:asked_id>/answer/", views.answer, name="answer"),
    path("<int:asked_id>/decline/", views.decline, name="decline"),
    path("<int:asked_id>/hand-over/", views.hand_over, name="hand_over"),
]
