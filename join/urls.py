from django.urls import path

from join import views

app_name = "join"
urlpatterns = [
    path("", views.index, name="index"),
    path("invitation/<str:code>/", views.invitation, name="invitation"),
    path("invitation/<str:code>/accept/", views.accept, name="accept"),
    path("invitation/<str:code>/decline/", views.decline, name="decline"),
    path("welcome/", views.welcome, name="welcome"),
    path("declined/", views.declined, name="declined"),
    path("poster/<str:word>/", views.poster, name="poster"),
    path("answer/<str:come_back>/", views.answer, name="answer"),
]
