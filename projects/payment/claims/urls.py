from django.urls import path

from projects.payment.claims import views

app_name = "claims"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("<int:claim_id>/", views.detail, name="detail"),
    path("<int:claim_id>/take-back/", views.take_back, name="take_back"),
]
