from django.urls import path

from privacy.retention import views

app_name = "retention"
urlpatterns = [
    path("", views.index, name="index"),
    path("destroyed/", views.destroyed, name="destroyed"),
    path("<int:organisation_id>/<slug:record_kind>/", views.detail, name="detail"),
    path("<int:organisation_id>/<slug:record_kind>/change/", views.change, name="change"),
]
