from django.urls import path

from frontdoor.questions import views

app_name = "questions"
urlpatterns = [
    path("<int:project_id>/questions/", views.index, name="index"),
    path("<int:project_id>/questions/new/", views.new, name="new"),
    path("questions/follow/<str:follow_up_code>/", views.follow, name="follow"),
    path("questions/follow/<str:follow_up_code>/forget/", views.forget, name="forget"),
]
