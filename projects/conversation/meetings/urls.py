from django.urls import include, path

from projects.conversation.meetings import views

app_name = "meetings"
in_meeting = "<int:meeting_id>/"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path(in_meeting, views.detail, name="detail"),
    path(in_meeting + "change/", views.change, name="change"),
    path(in_meeting + "call-off/", views.call_off, name="call_off"),
    path(in_meeting + "come/", views.come, name="come"),
    path(in_meeting + "coming/", views.coming, name="coming"),
    path(in_meeting + "meeting.ics", views.meeting_ics, name="meeting_ics"),
    path(in_meeting + "agenda/", include("projects.conversation.meetings.agenda.urls")),
    path(in_meeting + "room/", include("projects.conversation.meetings.room.urls")),
    path("", include("projects.conversation.meetings.summary.urls")),
    path("", include("projects.conversation.meetings.papers.urls")),
]
