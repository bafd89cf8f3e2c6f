from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User
from projects.forms import IDEA_LABELS
from projects.models import Project
from proposals.models import Proposal
from ui.forms import Form, ModelForm
from ui.search import plain_letters

SHOWN = 25
"""Projects to choose from at once; words find the others."""
MOST_WORDS = 10


class NewForm(ModelForm):
    """A big idea from anyone: the problem first. How to reach them is asked of strangers only."""

    mark = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    class Meta:
        model = Proposal
        fields = [*Proposal.WORDS, "origin", *Proposal.CONTACT]
        labels = {
            "problem": _("What is the problem, and for whom?"),
            "idea": _("What is your idea?"),
            "affected": _("Who could this affect, for better or worse?"),
            "already_decided": _("Is anything decided already? By whom?"),
            "already_said": _("What have people already said about this?"),
            "origin": IDEA_LABELS["origin"],
            "name": _("Your name"),
            "email": _("Your e-mail address"),
            "reach": _("Another way to reach you"),
        }
        help_texts = {
            "problem": _("What happens now? You do not have to tell us about your health."),
            "idea": _("It may be small or big. It does not have to be finished."),
            "affected": _("People who use the service, carers, staff, and others you think of."),
            "already_decided": _("Leave it empty if you do not know."),
            "already_said": _("A complaint, a survey, a talk in the waiting room."),
            "name": _("Any name you like."),
            "email": _("We write to it when there is an answer, and for nothing else."),
            "reach": _("A phone number or a postal address."),
        }
        widgets = {
            "origin": forms.RadioSelect,
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
            "reach": forms.Textarea(attrs={"rows": 2}),
        }
        error_messages = {
            "email": {"invalid": _("This is not a whole e-mail address. It needs an @.")}
        }

    def __init__(self, person, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["origin"].choices = Project.Origin.choices
        self.organisations = list(Organisation.objects.order_by("pk"))
        if person:
            for name in Proposal.CONTACT:
                del self.fields[name]
        if len(self.organisations) > 1:
            self.fields["organisation"] = forms.ModelChoiceField(
                Organisation.objects.all(),
                label=_("Which organisation is it about?"),
                empty_label=_("Choose one"),
                error_messages={"required": _("Choose one.")},
            )
            self.order_fields(["organisation"])

    def clean_email(self):
        return self.cleaned_data["email"].lower()

    def details(self):
        """What `Proposal.propose` takes, but the mark."""
        return {"organisation": self.organisations[0]} | self.cleaned_data


class LeadField(forms.ModelChoiceField):
    def label_from_instance(self, person):
        return _("I lead it myself") if person == self.me else person.name


REPLY = _("Your words to the person who proposed it")


class AcceptForm(Form):
    """It becomes a project: what it is called, and who leads it."""

    title = forms.CharField(
        label=IDEA_LABELS["title"],
        max_length=200,
        help_text=_("A few plain words, such as “A calmer waiting room”."),
    )
    lead = LeadField(label=_("Who leads it?"), queryset=None, empty_label=None)
    reply = forms.CharField(label=REPLY, required=False, max_length=2000, widget=forms.Textarea)

    def __init__(self, organisation, me, *args, **kwargs):
        super().__init__(*args, **kwargs)
        staff = User.objects.filter(works_for=organisation) | User.objects.filter(pk=me.pk)
        lead = self.fields["lead"]
        lead.me, lead.initial = me, me.pk
        lead.queryset = staff.filter(is_active=True).distinct().order_by("name", "pk")


class JoinForm(Form):
    """Which open project of the organisation works on this already. `words` find it."""

    project = forms.ModelChoiceField(
        label=_("Which project?"),
        queryset=None,
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose one that is still open.")},
    )
    reply = forms.CharField(label=REPLY, required=False, max_length=2000, widget=forms.Textarea)

    def __init__(self, organisation, words, *args, **kwargs):
        super().__init__(*args, **kwargs)
        projects = Project.objects.open().filter(organisation=organisation)
        self.fields["project"].queryset = projects
        for word in plain_letters(words).split()[:MOST_WORDS]:
            projects = projects.filter(search_text__text__contains=word)
        self.found = list(projects.only("title").order_by("-last_activity_at", "-pk")[:SHOWN])
        self.fields["project"].choices = [(one.pk, one.title) for one in self.found]


class RefuseForm(Form):
    because = forms.CharField(
        label=_("Why do you say no?"),
        max_length=2000,
        widget=forms.Textarea,
        help_text=_("The person who proposed it reads these words. Be honest and kind."),
    )
