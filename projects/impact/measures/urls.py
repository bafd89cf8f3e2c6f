from django.urls import path

from projects.impact.measures import views

app_name = "measures"
urlpatterns = [
    path("new/", views.new, name="new"),
    path("<int:measure_id>/", views.detail, name="detail"),
    path("<int:measure_id>/change/", views.change, name="change"),
    path("<int:measure_id>/retire/", views.retire, name="retire"),
    path("<int:measure_id>/bring-back/", views.bring_back, name="bring_back"),
    path("<int:measure_id>/add-number/", views.add_number, name="add_number"),
    path("<int:measure_id>/add-numbers/", views.add_numbers, name="add_numbers"),
    path("<int:measure_id>/actions/", views.actions, name="actions"),
    path("<int:measure_id>/make-of-it/", views.make_of_it, name="make_of_it"),
    path("<int:measure_id>/numbers/<int:reading_id>/correct/", views.correct, name="correct"),
]
