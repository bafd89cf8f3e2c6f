from django.urls import path

from outbox import views

app_name = "outbox"
urlpatterns = [
    path("", views.index, name="index"),
    path("letters/", views.letters, name="letters"),
    path("letters.pdf", views.letters_pdf, name="letters_pdf"),
    path("stop/<str:token>/", views.stop, name="stop"),
]
