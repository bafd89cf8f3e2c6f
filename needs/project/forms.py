from django import forms
from django.utils.translation import gettext_lazy as _

from needs.models import Arranger
from projects.models import Membership
from ui.forms import Form


class MemberField(forms.ModelChoiceField):
    def label_from_instance(self, membership):
        return membership.user.name


class TheirNeedForm(Form):
    """What someone without e-mail told a lead."""

    member = MemberField(
        label=_("Who told you?"),
        queryset=Membership.objects.none(),
        empty_label=_("Choose one"),
    )
    kind = forms.ChoiceField(label=_("What do they need?"), choices=[])
    words = forms.CharField(
        label=_("In their words"),
        widget=forms.Textarea,
        max_length=2000,
        help_text=_("Write only what helps. Leave out illnesses and reasons."),
    )
    agreed = forms.BooleanField(
        label=_("They asked me to write this down, and know that I can see it"),
        error_messages={"required": _("Ask them first.")},
    )

    def __init__(self, members, kinds, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["member"].queryset = members
        self.kinds = {kind.key: kind for kind in kinds}
        named = [(kind.key, kind.name) for kind in kinds]
        self.fields["kind"].choices = [("", _("Choose one")), *named]

    def clean_kind(self):
        return self.kinds[self.cleaned_data["kind"]]


class ArrangerForm(Form):
    member = MemberField(
        label=_("Who arranges things in this project?"),
        queryset=Membership.objects.none(),
        required=False,
        empty_label=_("Nobody in particular"),
        help_text=_(
            "They send papers and book rooms, and are told when someone asks for something another "
            "way. Without one it is the first lead who has e-mail."
        ),
    )

    def __init__(self, project, *args, **kwargs):
        here = project.memberships.here().exclude(user__email=None).select_related("user")
        now = Arranger.objects.filter(project=project).values_list("person", flat=True).first()
        chosen = here.filter(user=now).first() if now else None
        kwargs.setdefault("initial", {"member": chosen and chosen.pk})
        super().__init__(*args, **kwargs)
        self.fields["member"].queryset = here
        self.fields["member"].says_when_needed = True
