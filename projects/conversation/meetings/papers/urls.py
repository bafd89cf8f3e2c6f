from django.urls import path

from projects.conversation.meetings.papers import views

app_name = "papers"
urlpatterns = [
    path("<int:meeting_id>/papers/agenda.pdf", views.agenda_pdf, name="agenda_pdf"),
    path("<int:meeting_id>/papers/sign-in.pdf", views.sign_in_pdf, name="sign_in_pdf"),
    path("<int:held_id>/papers/summary.pdf", views.summary_pdf, name="summary_pdf"),
]
