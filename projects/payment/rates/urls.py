from django.urls import path

from projects.payment.rates import views

app_name = "rates"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("<int:rate_id>/change/", views.change, name="change"),
    path("<int:rate_id>/stop/", views.stop, name="stop"),
]
