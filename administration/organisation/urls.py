from django.urls import path

from administration.organisation import views

app_name = "organisation"
one = "<int:organisation_id>/"
urlpatterns = [
    path("new/", views.new, name="new"),
    path(one, views.detail, name="detail"),
    path(one + "change/", views.change, name="change"),
    path(one + "who/<slug:roster>/", views.who, name="who"),
    path(one + "who/<slug:roster>/add/", views.add, name="add"),
    path(one + "who/<slug:roster>/<int:person_id>/take-off/", views.take_off, name="take_off"),
]
