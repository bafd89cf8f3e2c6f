from django.urls import include, path

from projects.payment import views

app_name = "payment"
urlpatterns = [
    path("", views.index, name="index"),
    path("offer/", views.offer, name="offer"),
    path("offer.pdf", views.offer_pdf, name="offer_pdf"),
    path("keeper/", views.keeper, name="keeper"),
    path("claims/", include("projects.payment.claims.urls")),
]
