"""Signing in through an organisation's own service (OpenID Connect), where one is set up."""

from allauth.core import ratelimit
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.openid_connect import views
from django.conf import settings
from django.shortcuts import render
from requests import RequestException

from accounts import sign_in_log
from accounts.models import User


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """People we know, by an address the service vouches for. It makes no accounts, keeps nothing.

    Their second step is still asked for afterwards: what the service asked them we cannot see.
    """

    def pre_social_login(self, request, sociallogin):
        person = person_behind(sociallogin)
        if person is None:
            sign_in_log.warn("refused: single sign-on, nobody we know")
            page = render(request, "socialaccount/unknown.html", status=403)
            raise ImmediateHttpResponse(page)
        sociallogin.user = person

    def is_open_for_signup(self, request, sociallogin):
        return False

    def on_authentication_error(self, request, provider, error=None, exception=None, **more):
        sign_in_log.warn("refused: single sign-on went wrong")


def login(request, provider_id):
    """To the service; a plain page when it does not answer. Each time the service is asked."""
    if not ratelimit.consume(request, action="single_sign_on"):
        return render(request, "429.html", {}, status=429)
    try:
        return views.login(request, provider_id)
    except RequestException:
        sign_in_log.warn("refused: single sign-on does not answer")
        return render(request, "socialaccount/authentication_error.html", status=503)


def person_behind(sociallogin):
    """Whose verified address this is. Verified is the word `true`, not something like it.

    A service speaks for the addresses of its own organisation only: `OIDC_DOMAINS`.
    """
    verified = [each.email for each in sociallogin.email_addresses if each.verified is True]
    if len(verified) != 1 or not is_of_the_service(verified[0]):
        return None
    return User.objects.filter(email__iexact=verified[0], is_active=True).first()


def is_of_the_service(email):
    return email.rpartition("@")[2].lower() in settings.OIDC_DOMAINS
