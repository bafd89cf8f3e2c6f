from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from projects.models import Project
from ui.forms import Form


class HoldForm(Form):
    """What is held: a project by its title, or a person by their e-mail address or name."""

    organisation = forms.ModelChoiceField(
        queryset=None, label=_("In which organisation?"), empty_label=None
    )
    sort = forms.ChoiceField(
        label=_("What must be kept?"),
        choices=[("project", _("A project")), ("person", _("All about one person"))],
        widget=forms.RadioSelect,
    )
    which = forms.CharField(
        label=_("Which one?"),
        max_length=254,
        help_text=_(
            "The title of the project. Or the person’s e-mail address, or the name they use here."
        ),
    )
    why = forms.CharField(
        label=_("Why?"),
        widget=forms.Textarea,
        help_text=_("For example, an inquiry, a claim or a question from a court."),
    )

    def __init__(self, organisations, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations
        if organisations.count() == 1:
            self.fields["organisation"].widget = forms.HiddenInput()
            self.fields["organisation"].initial = organisations.first()

    def clean(self):
        said = self.cleaned_data
        if {"organisation", "sort", "which"} <= set(said):
            find = projects_called if said["sort"] == "project" else people_called
            self.cleaned_data["thing"] = self.the_one(find(said["organisation"], said["which"]))
        return self.cleaned_data

    def the_one(self, found):
        found = list(found[:2])
        if not found:
            self.add_error("which", _("There is none of that name here. Check how it is written."))
        elif len(found) > 1:
            self.add_error(
                "which",
                _("There are several of that name. Write the number or the e-mail address."),
            )
        return found[0] if len(found) == 1 else None


def projects_called(organisation, words):
    """By title, or by the number in its address."""
    named = Q(title__iexact=words)
    if words.isascii() and words.isdigit() and len(words) < 18:
        named |= Q(pk=int(words))
    return Project.objects.filter(named, organisation=organisation)


def people_called(organisation, words):
    """Those who belong to the organisation, by address or name."""
    theirs = (
        Q(memberships__project__organisation=organisation)
        | Q(works_for=organisation)
        | Q(oversees=organisation)
        | Q(administers=organisation)
    )
    named = Q(email__iexact=words) | Q(name__iexact=words)
    return User.objects.filter(theirs, named, erased_at=None).distinct()
