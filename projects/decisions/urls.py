from django.urls import path

from projects.decisions import views

app_name = "decisions"
urlpatterns = [
    path("", views.index, name="index"),
    path("decisions.csv", views.decisions_csv, name="decisions_csv"),
    path("new/", views.new, name="new"),
    path("propose/", views.propose, name="propose"),
    path("<int:decision_id>/", views.detail, name="detail"),
    path("<int:decision_id>/ideas/", views.ideas, name="ideas"),
    path("<int:decision_id>/see-differently/", views.see_differently, name="see_differently"),
    path("<int:decision_id>/take-back/", views.take_back, name="take_back"),
    path("<int:decision_id>/change/", views.change, name="change"),
    path("<int:decision_id>/agree/", views.agree, name="agree"),
    path("<int:decision_id>/replace/", views.replace, name="replace"),
]
