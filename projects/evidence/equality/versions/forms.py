from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ui.forms import Form
from ui.jinja import day

NOW = "now"


class CompareForm(Form):
    """Which two to put side by side. It starts with the newest version and the present."""

    is_filter = True
    before = forms.ChoiceField(label=gettext_lazy("Which version comes first?"))
    after = forms.ChoiceField(label=gettext_lazy("What do you want to compare it with?"))

    def __init__(self, versions, data=None):
        newest = str(versions[0].number) if versions else NOW
        chosen = {"before": newest, "after": NOW} | (data.dict() if data else {})
        super().__init__(chosen if versions else None)
        kept = [(str(one.number), in_words(one)) for one in versions]
        self.fields["before"].choices = kept
        self.fields["after"].choices = [(NOW, _("How it is now")), *kept]


def in_words(version):
    """“Version 2, 3 May 2026: before we decide”."""
    about = {"version": version, "day": day(version.kept_on), "why": version.get_why_display()}
    return _("%(version)s, %(day)s: %(why)s") % about
