from django.urls import path

from projects.ideas.questions import views

app_name = "questions"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("<int:question_id>/", views.detail, name="detail"),
    path("<int:question_id>/change/", views.change, name="change"),
    path("<int:question_id>/close/", views.close, name="close"),
    path("<int:question_id>/open-again/", views.open_again, name="open_again"),
    path("<int:question_id>/poster.pdf", views.poster_pdf, name="poster_pdf"),
    path("<int:question_id>/form.pdf", views.form_pdf, name="form_pdf"),
]
