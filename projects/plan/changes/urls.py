from django.urls import path

from projects.plan.changes import views

app_name = "changes"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
]
