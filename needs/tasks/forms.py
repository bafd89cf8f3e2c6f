from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from ui.forms import DayField, Form


class DoneForm(Form):
    answer = forms.CharField(
        label=_("What did you do?"),
        widget=forms.Textarea,
        max_length=2000,
        help_text=_("Write it to the person who asked. If there is a way to, we send it to them."),
    )
    done_on = DayField(label=_("When was it done?"))

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("initial", {"done_on": timezone.localdate()})
        super().__init__(*args, **kwargs)

    def clean_done_on(self):
        day = self.cleaned_data["done_on"]
        if day and day > timezone.localdate():
            raise ValidationError(_("Write a day that has come already."))
        return day


class CouldNotForm(Form):
    because = forms.CharField(
        label=_("Why could it not be done?"),
        widget=forms.Textarea,
        max_length=2000,
        help_text=_("Say it to the person who asked, with what they can do now."),
    )


class ColleagueField(forms.ModelChoiceField):
    def label_from_instance(self, person):
        return person.name


class HandOverForm(Form):
    to = ColleagueField(
        label=_("Who sees to it now?"),
        queryset=User.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Choose one.")},
    )
    note = forms.CharField(
        label=_("Anything they should know?"),
        widget=forms.Textarea,
        max_length=1000,
        required=False,
    )

    def __init__(self, task, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = task.may_take_over()
