from django.urls import path

from projects.partnership.ways import views

app_name = "ways"
urlpatterns = [
    path("", views.index, name="index"),
    path("change/", views.change, name="change"),
    path("look-again/", views.look_again, name="look_again"),
    path("poster.pdf", views.poster_pdf, name="poster_pdf"),
    path("<int:wording_id>/", views.detail, name="detail"),
    path("<int:way_id>/agree/", views.agree, name="agree"),
    path("<int:way_id>/not-yet/", views.not_yet, name="not_yet"),
    path("<int:way_id>/take-back/", views.take_back, name="take_back"),
]
