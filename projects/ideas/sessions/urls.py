from django.urls import path

from projects.ideas.sessions import views

app_name = "sessions"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("paper/", views.paper, name="paper"),
    path("<int:group_session_id>/", views.detail, name="detail"),
    path("<int:group_session_id>/change/", views.change, name="change"),
    path("<int:group_session_id>/more/", views.more, name="more"),
    path("<int:group_session_id>/answer/", views.answer, name="answer"),
    path("<int:group_session_id>/answer.pdf", views.answer_pdf, name="answer_pdf"),
    path("<int:group_session_id>/given-back/", views.given_back, name="given_back"),
]
