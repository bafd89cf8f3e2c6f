from django.urls import path

from projects.conversation.meetings.papers import views

app_name = "papers"
urlpatterns = [
    path("agenda.pdf", views.agenda_pdf, name="agenda_pdf"),
    path("sign-in.pdf", views.sign_in_pdf, name="sign_in_pdf"),
    path("summary.pdf", views.summary_pdf, name="summary_pdf"),
]
