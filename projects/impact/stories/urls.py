from django.urls import path

from projects.impact.stories import views

app_name = "stories"
urlpatterns = [
    path("new/", views.new, name="new"),
    path("<int:story_id>/take-back/", views.take_back, name="take_back"),
]
