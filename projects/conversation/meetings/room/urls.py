from django.urls import path

from projects.conversation.meetings.room import views

app_name = "room"
urlpatterns = [
    path("", views.index, name="index"),
    path("people/", views.people, name="people"),
    path("park/", views.park, name="park"),
    path("<int:agenda_id>/", views.detail, name="detail"),
    path("<int:agenda_id>/said/", views.said, name="said"),
    path("<int:agenda_id>/decision/", views.decision, name="decision"),
    path("<int:agenda_id>/action/", views.action, name="action"),
    path("<int:agenda_id>/idea/", views.idea, name="idea"),
    path("<int:agenda_id>/later/", views.later, name="later"),
]
