"""Signing in keeps the paths and names of its package; the rest is ours."""

from allauth.account import views as allauth_views
from allauth.mfa.base import views as mfa_views
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.webauthn import views as passkeys
from django.conf import settings
from django.urls import include, path

from accounts import package_pages, views
from accounts.confinement import whole_account

ours = [
    path("", views.index, name="index"),
    path("name/", views.name, name="name"),
    path("display/", views.display, name="display"),
    path("second-step/", views.second_step, name="second_step"),
    path("end-session/<int:session_id>/", views.end_session, name="end_session"),
    path("news/", views.news, name="news"),
    path("email/", views.email, name="email"),
    path("email/code/", views.code, name="code"),
]

second_step = [
    path("", whole_account(mfa_views.index), name="mfa_index"),
    path("authenticate/", package_pages.Authenticate.as_view(), name="mfa_authenticate"),
    path("reauthenticate/", package_pages.Reauthenticate.as_view(), name="mfa_reauthenticate"),
    path(
        "totp/activate/",
        whole_account(package_pages.ActivateApp.as_view()),
        name="mfa_activate_totp",
    ),
    path(
        "totp/deactivate/",
        whole_account(package_pages.DeactivateApp.as_view()),
        name="mfa_deactivate_totp",
    ),
    path(
        "recovery-codes/",
        whole_account(recovery_codes.view_recovery_codes),
        name="mfa_view_recovery_codes",
    ),
    path(
        "recovery-codes/generate/",
        whole_account(recovery_codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path("webauthn/", whole_account(passkeys.list_webauthn), name="mfa_list_webauthn"),
    path(
        "webauthn/add/", whole_account(package_pages.AddPasskey.as_view()), name="mfa_add_webauthn"
    ),
    path("webauthn/login/", package_pages.LoginPasskey.as_view(), name="mfa_login_webauthn"),
    path(
        "webauthn/reauthenticate/",
        passkeys.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path(
        "webauthn/keys/<int:pk>/remove/",
        whole_account(package_pages.RemovePasskey.as_view()),
        name="mfa_remove_webauthn",
    ),
    path(
        "webauthn/keys/<int:pk>/edit/",
        whole_account(passkeys.edit_webauthn),
        name="mfa_edit_webauthn",
    ),
]

urlpatterns = [
    path("", include((ours, "accounts"))),
    path("login/", package_pages.RequestCode.as_view(), name="account_login"),
    path("login/code/", package_pages.RequestCode.as_view(), name="account_request_login_code"),
    path(
        "login/code/confirm/",
        package_pages.ConfirmCode.as_view(),
        name="account_confirm_login_code",
    ),
    path("signup/", allauth_views.signup, name="account_signup"),
    path("logout/", allauth_views.logout, name="account_logout"),
    path("inactive/", allauth_views.account_inactive, name="account_inactive"),
    path("sessions/", whole_account(package_pages.Sessions.as_view()), name="usersessions_list"),
    path("2fa/", include(second_step)),
]

if settings.OIDC_URL:
    from allauth.socialaccount import views as social_views  # their models need the app installed
    from allauth.socialaccount.providers.openid_connect.views import callback

    from accounts import single_sign_on

    urlpatterns += [
        path("oidc/<provider_id>/login/", single_sign_on.login, name="openid_connect_login"),
        path("oidc/<provider_id>/login/callback/", callback, name="openid_connect_callback"),
        path(
            "3rdparty/login/cancelled/",
            social_views.login_cancelled,
            name="socialaccount_login_cancelled",
        ),
        path("3rdparty/login/error/", social_views.login_error, name="socialaccount_login_error"),
    ]
