from django import forms
from django.utils.translation import gettext_lazy as _

from privacy.models import RetentionClass
from ui.forms import Form, ModelForm


class RuleForm(ModelForm):
    months = forms.IntegerField(
        label=_("How many months do you keep it?"),
        min_value=0,
        max_value=1200,
        help_text=_("One year is 12. Write 0 for “at once”."),
        error_messages={
            "required": _("Write a number."),
            "invalid": _("Write a whole number, such as 12."),
            "min_value": _("Write 0 or more."),
            "max_value": _("Write 1200 or less: that is a hundred years."),
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "nhsuk-input--width-4"}),
    )

    class Meta:
        model = RetentionClass
        fields = ["months", "basis"]
        labels = {"basis": _("Why so long, and no longer?")}
        help_texts = {
            "basis": _("The law or the rule it comes from, in words that anyone can read."),
        }

    def __init__(self, rule, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.least, self.most = rule.least, rule.most
        if self.most is not None:
            most = _("Write %(num)s or less: we have promised it.") % {"num": self.most}
            self.fields["months"].help_text = most
        if self.least:
            least = _("Write %(num)s or more: it cannot be kept for less.") % {"num": self.least}
            self.fields["months"].help_text = least

    def clean_months(self):
        months = self.cleaned_data["months"]
        if months < self.least:
            raise forms.ValidationError(
                _("Write %(num)s or more: it cannot be kept for less."), params={"num": self.least}
            )
        if self.most is not None and months > self.most:
            raise forms.ValidationError(
                _("Write %(num)s or less: we have promised it."), params={"num": self.most}
            )
        return months


class DestroyForm(Form):
    """What to destroy, of the rows on the page; and that someone has looked."""

    sure = forms.BooleanField(
        label=_("I have looked at these. They can be destroyed. This cannot be undone."),
        error_messages={"required": _("Tick this box if you have looked and are sure.")},
    )

    def __init__(self, due, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.numbers = {str(one.pk) for one in due if not one.is_held}

    def clean(self):
        """Only what the page offered; an old page may show what is gone or held by now."""
        ticked = set(self.data.getlist("row")) & self.numbers
        if not ticked:
            raise forms.ValidationError(_("Tick at least one line."))
        self.cleaned_data["numbers"] = [int(number) for number in ticked]
        return self.cleaned_data
