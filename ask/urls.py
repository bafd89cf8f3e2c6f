from django.urls import path

from ask import views

app_name = "ask"
urlpatterns = [
    path("", views.index, name="index"),
    path("follow/<str:follow_code>/", views.follow, name="follow"),
    path("follow/<str:follow_code>/forget/", views.forget, name="forget"),
    path("<str:asked_word>/", views.detail, name="detail"),
]
