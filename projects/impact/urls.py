from django.urls import include, path

from projects.impact import views

app_name = "impact"
urlpatterns = [
    path("", views.index, name="index"),
    path("baseline/", views.baseline, name="baseline"),
    path("numbers.csv", views.numbers_csv, name="numbers_csv"),
    path("measures/", include("projects.impact.measures.urls")),
    path("stories/", include("projects.impact.stories.urls")),
]
