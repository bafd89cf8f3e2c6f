from django.urls import path

from projects.story import views

app_name = "story"
urlpatterns = [
    path("", views.index, name="index"),
    path("idea/<int:idea_id>/", views.idea, name="idea"),
    path("decision/<int:decision_id>/", views.decision, name="decision"),
    path("measure/<int:measure_id>/", views.measure, name="measure"),
    path("gaps/", views.gaps, name="gaps"),
    path("public/", views.public, name="public"),
    path("poster.pdf", views.poster_pdf, name="poster_pdf"),
    path("list.pdf", views.list_pdf, name="list_pdf"),
    path("list.csv", views.list_csv, name="list_csv"),
]
