from django.urls import path

from projects.ideas.questions import views

app_name = "questions"
urlpatterns = [
    path("<int:question_id>/", views.detail, name="detail"),
]
