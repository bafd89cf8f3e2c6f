"""Signing in keeps the paths and names of its package; the rest is ours."""

from allauth.account import views as allauth_views
from django.urls import include, path

from accounts import views

ours = [
    path("", views.index, name="index"),
    path("name/", views.name, name="name"),
    path("display/", views.display, name="display"),
    path("news/", views.news, name="news"),
    path("email/", views.email, name="email"),
    path("email/code/", views.code, name="code"),
]

urlpatterns = [
    path("", include((ours, "accounts"))),
    path("login/", allauth_views.request_login_code, name="account_login"),
    path("login/code/", allauth_views.request_login_code, name="account_request_login_code"),
    path(
        "login/code/confirm/", allauth_views.confirm_login_code, name="account_confirm_login_code"
    ),
    path("signup/", allauth_views.signup, name="account_signup"),
    path("logout/", allauth_views.logout, name="account_logout"),
    path("inactive/", allauth_views.account_inactive, name="account_inactive"),
]
