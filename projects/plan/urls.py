from django.urls import include, path

from projects.plan import views

app_name = "plan"
urlpatterns = [
    path("", views.index, name="index"),
    path("aim/", views.aim, name="aim"),
    path("aims/", views.aims, name="aims"),
    path("actions/", include("projects.plan.actions.urls")),
    path("trials/", include("projects.plan.trials.urls")),
    path("approvals/", include("projects.plan.approvals.urls")),
    path("changes/", include("projects.plan.changes.urls")),
    path("feeds/", include("projects.plan.feeds.urls")),
]
