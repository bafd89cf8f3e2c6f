from django.urls import path

from projects import views

app_name = "projects"
urlpatterns = [
    path("", views.index, name="index"),
    path("words/", views.words, name="words"),
    path("sharing/", views.sharing, name="sharing"),
    path("new/", views.new, name="new"),
    path("typed/", views.typed, name="typed"),
    path("<int:project_id>/", views.detail, name="detail"),
    path("<int:project_id>/big-idea/", views.big_idea, name="big_idea"),
    path("<int:project_id>/move/", views.move, name="move"),
    path("<int:project_id>/status/", views.status, name="status"),
    path("<int:project_id>/publish/", views.publish, name="publish"),
    path("<int:project_id>/case/", views.case, name="case"),
    path("<int:project_id>/activity/", views.activity, name="activity"),
]
