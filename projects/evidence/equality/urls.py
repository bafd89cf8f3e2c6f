from django.urls import include, path

from projects.evidence.equality import views

app_name = "equality"
urlpatterns = [
    path("", views.index, name="index"),
    path("begin/", views.begin, name="begin"),
    path("bring/", views.bring, name="bring"),
    path("new/", views.new, name="new"),
    path("keep/", views.keep, name="keep"),
    path("look-again/", views.look_again, name="look_again"),
    path("check.pdf", views.check_pdf, name="check_pdf"),
    path("check.csv", views.check_csv, name="check_csv"),
    path("<int:checked_id>/change/", views.change, name="change"),
    path("<int:checked_id>/done/", views.done, name="done"),
    path("<int:checked_id>/take-away/", views.take_away, name="take_away"),
    path("versions/", include("projects.evidence.equality.versions.urls")),
]
