"""Django's own pages: the editions of the guide, for those who run the website.

People and organisations have rooms of their own, and what a project holds changes only through
its verbs: none of them is registered, here or by a package.
"""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin

from stages.admin import EditionAdmin
from stages.models import Edition


class GuideSite(admin.AdminSite):
    site_header = site_title = "Collab"

    def has_permission(self, request):
        return request.user.is_active and request.user.is_superuser


site = GuideSite(name="admin")
site.register(Edition, EditionAdmin)
# Nobody has a password: they sign in by code like everyone.
site.login = secure_admin_login(site.login)  # type: ignore[method-assign]
