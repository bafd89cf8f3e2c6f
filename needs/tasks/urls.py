from django.urls import path

from needs.tasks import views

app_name = "tasks"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:task_id>/", views.detail, name="detail"),
    path("<int:task_id>/done/", views.done, name="done"),
    path("<int:task_id>/could-not/", views.could_not, name="could_not"),
    path("<int:task_id>/hand-over/", views.hand_over, name="hand_over"),
]
