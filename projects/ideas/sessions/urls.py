from django.urls import path

from projects.ideas.sessions import views

app_name = "sessions"
urlpatterns = [
    path("<int:session_id>/", views.detail, name="detail"),
]
