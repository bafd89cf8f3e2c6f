from django.urls import path

from privacy.statements import views

app_name = "statements"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:statement_id>/", views.detail, name="detail"),
    path("<int:organisation_id>/<slug:statement_kind>/edit/", views.edit, name="edit"),
]
