from django.urls import path

from projects.plan.feeds import views

app_name = "feeds"
urlpatterns = [
    path("", views.index, name="index"),
    path("make/", views.make, name="make"),
    path("stop/", views.stop, name="stop"),
]

by_address = (
    [path("<str:feed_code>/calendar.ics", views.calendar_ics, name="calendar_ics")],
    "feed",
)
"""For a calendar program, which does not sign in."""
