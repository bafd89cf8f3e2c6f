from django.urls import include, path

from projects.impact import views

app_name = "impact"
urlpatterns = [
    path("", views.index, name="index"),
    path("baseline/", views.baseline, name="baseline"),
    path("numbers.csv", views.numbers_csv, name="numbers_csv"),
    path("what-next/", views.what_next, name="what_next"),
    path("measures/", include("projects.impact.measures.urls")),
    path("stories/", include("projects.impact.stories.urls")),
    path("differences/", include("projects.impact.differences.urls")),
    path("lessons/", include("projects.impact.lessons.urls")),
]
