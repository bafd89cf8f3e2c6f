from django.urls import path

from projects.support import views

app_name = "support"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("record/", views.record, name="record"),
    path("stop/", views.stop, name="stop"),
    path("<int:support_id>/agree/", views.agree, name="agree"),
    path("<int:support_id>/begin/", views.begin, name="begin"),
    path("<int:support_id>/end/", views.end, name="end"),
]

by_letter = ([path("asked/<str:support_code>/", views.asked, name="asked")], "supporting")
"""For someone who has no account yet, and so sees no project."""
