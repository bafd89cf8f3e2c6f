from django.apps import AppConfig


class PaymentConfig(AppConfig):
    name = "projects.payment"
    label = "payment"
