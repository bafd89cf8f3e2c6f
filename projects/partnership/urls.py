from django.urls import include, path

from projects.partnership import views

app_name = "partnership"
urlpatterns = [
    path("", views.index, name="index"),
    path("ways/", include("projects.partnership.ways.urls")),
    path("check-in/", include("projects.partnership.check_in.urls")),
    path("roles/", include("projects.partnership.roles.urls")),
    path("contact/", include("projects.partnership.contact.urls")),
]
