from django.urls import path

from privacy import views

app_name = "privacy"
urlpatterns = [
    path("", views.index, name="index"),
    path("cookies/", views.cookies, name="cookies"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("complaints/", views.complaints, name="complaints"),
    path("me/", views.me, name="me"),
    path("me.html", views.me_html, name="me_html"),
    path("me.json", views.me_json, name="me_json"),
]
