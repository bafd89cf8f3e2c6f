from django.urls import path

from projects.conversation.who_hears import views

app_name = "who_hears"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("<int:hearer_id>/change/", views.change, name="change"),
    path("<int:hearer_id>/take-away/", views.take_away, name="take_away"),
]
