from django.urls import path

from join.views import codes, invitations, numbers, posters

app_name = "join"
urlpatterns = [
    path("", codes.index, name="index"),
    path("invitation/<str:code>/", invitations.invitation, name="invitation"),
    path("invitation/<str:code>/accept/", invitations.accept, name="accept"),
    path("invitation/<str:code>/numbers/", numbers.numbers, name="numbers"),
    path("invitation/<str:code>/decline/", invitations.decline, name="decline"),
    path("keep-code/", invitations.keep_code, name="keep_code"),
    path("welcome/", invitations.welcome, name="welcome"),
    path("declined/", invitations.declined, name="declined"),
    path("poster/<str:word>/", posters.poster, name="poster"),
    path("asked/", posters.asked, name="asked"),
    path("answer/<str:come_back>/", posters.answer, name="answer"),
]
