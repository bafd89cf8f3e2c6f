from django.urls import path

from projects.plan.trials import views

app_name = "trials"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("trials.csv", views.trials_csv, name="trials_csv"),
    path("<int:trial_id>/", views.detail, name="detail"),
    path("<int:trial_id>/change/", views.change, name="change"),
    path("<int:trial_id>/write-down/", views.write_down, name="write_down"),
    path("<int:trial_id>/choose/", views.choose, name="choose"),
    path("<int:trial_id>/again/", views.again, name="again"),
]
