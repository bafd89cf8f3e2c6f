from django.urls import path

from frontdoor.following import views

app_name = "following"
urlpatterns = [
    path("<int:project_id>/following/", views.index, name="index"),
    path("following/<str:follower_code>/", views.detail, name="detail"),
    path("following/<str:follower_code>/stop/", views.stop, name="stop"),
]
