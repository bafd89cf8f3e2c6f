from django.urls import path

from administration.people import views

app_name = "people"
one = "<int:person_id>/"
urlpatterns = [
    path("", views.index, name="index"),
    path("duplicates/", views.duplicates, name="duplicates"),
    path(one, views.detail, name="detail"),
    path(one + "contact/", views.contact, name="contact"),
    path(one + "change-address/", views.change_address, name="change_address"),
    path(one + "switch-off/", views.switch_off, name="switch_off"),
    path(one + "bring-back/", views.bring_back, name="bring_back"),
    path(one + "set-up-again/", views.set_up_again, name="set_up_again"),
    path(one + "same-person/", views.same_person, name="same_person"),
    path(one + "merge/<int:other_id>/", views.merge, name="merge"),
]
