from django.urls import path

from projects.conversation.meetings.agenda import views

app_name = "agenda"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("choose/", views.choose, name="choose"),
    path("<int:agenda_id>/change/", views.change, name="change"),
    path("<int:agenda_id>/up/", views.up, name="up"),
    path("<int:agenda_id>/down/", views.down, name="down"),
    path("<int:agenda_id>/take-away/", views.take_away, name="take_away"),
]
