from django.urls import path

from projects.ideas.waiting import views

app_name = "waiting"
urlpatterns = [
    path("", views.index, name="index"),
    path("refuse-several/", views.refuse_several, name="refuse_several"),
    path("<int:waiting_id>/let-in/", views.let_in, name="let_in"),
    path("<int:waiting_id>/refuse/", views.refuse, name="refuse"),
]
