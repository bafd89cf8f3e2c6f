from django.urls import path

from privacy.holds import views

app_name = "holds"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("<int:hold_id>/lift/", views.lift, name="lift"),
]
