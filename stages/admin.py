from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class EditionAdmin(admin.ModelAdmin):
    """Editions are imported from a file, looked at here, and published. Nobody edits one here."""

    list_display = ["name", "title", "language", "published_at"]
    fields = ["name", "title", "language", "status", "published_at", "digest"]
    actions = ["publish"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.action(description=_("Publish: new projects begin with it"))
    def publish(self, request, editions):
        for edition in editions.filter(published_at=None):
            edition.publish()
            self.log_change(request, edition, "Published")
