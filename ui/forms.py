"""Form fields as people see them: label, hint, error in plain words, control."""

import unicodedata
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, ProhibitNullCharactersValidator
from django.forms.renderers import TemplatesSetting
from django.template.backends.utils import csrf_input
from django.utils.functional import SimpleLazyObject
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from ui.dates import check_partial_date

DJANGOS_ROWS = "10"
LONG_TEXT = 20_000
"""Characters in the longest text that a field takes: about eight pages."""


def token(request):
    """Context processor: one hidden token for all forms of a page; each costs 32 random numbers.

    Beside it stands for whom the page writes, when that is not the person themselves.
    """
    return {"csrf_input": SimpleLazyObject(lambda: csrf_input(request) + written_for(request))}


def written_for(request):
    mark = getattr(request, "written_for", "")
    field = '<input type="hidden" name="written_for" value="{}">'
    return format_html(field, mark) if mark else SafeString()


class Renderer(TemplatesSetting):
    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"


KINDS = {
    "Textarea": "textarea",
    "Select": "select",
    "RadioSelect": "radios",
    "CheckboxInput": "checkbox",
    "CheckboxSelectMultiple": "checkboxes",
    "DayWidget": "day",
    "FileInput": "file",
    "HiddenInput": "hidden",
}


def kind_of(field):
    """The file in `ui/fields/` that draws this field; an `input` unless it is something else."""
    for cls in type(field.field.widget).__mro__:
        if cls.__name__ in KINDS:
            return KINDS[cls.__name__]
    return "input"


def first_control(field):
    """The id that a link to the field goes to: its first box, when it has several."""
    return f"{field.auto_id}_day" if kind_of(field) == "day" else field.auto_id


class PlainForm:
    """Mixed into any form: its errors are said in plain words."""

    revealed: tuple[str, ...] = ()
    """Fields that are drawn beside the choice that needs them, not in their turn."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        say_it_plainly(self)


class Form(PlainForm, forms.Form):
    """A form that stands for itself."""


class ModelForm(PlainForm, forms.ModelForm):
    """A form from a model. It checks; the model's verb does the deed (never `save()`)."""


def say_it_plainly(form):
    """Errors in plain words next to their field, and sensible lengths."""
    for field in form.fields.values():
        if isinstance(field.widget, forms.Textarea):
            make_room(field)
        # The browser would cut a text off in silence, which loses words: say it instead.
        field.widget.attrs.pop("maxlength", None)
        if isinstance(field, forms.CharField) and not isinstance(field, forms.JSONField):
            say_of_text(field)
        if field.error_messages.get("required") == REQUIRED:
            asks_choice = isinstance(field, forms.ChoiceField)
            field.error_messages["required"] = (
                _("Choose one.") if asks_choice else _("Write something here.")
            )
        if isinstance(field, forms.ChoiceField):
            field.error_messages["invalid_choice"] = _("Choose one of these.")


REQUIRED = forms.Field.default_error_messages["required"]


def make_room(field):
    """A text box starts small; a long text has an end all the same."""
    if field.widget.attrs.get("rows") == DJANGOS_ROWS:
        field.widget.attrs["rows"] = 4
    if field.max_length is None:
        field.max_length = LONG_TEXT
        field.validators.append(MaxLengthValidator(LONG_TEXT))


def say_of_text(field):
    too_long = _("This is too long: %(show_value)s letters. Use %(limit_value)s or fewer.")
    unseen = _("There is a sign in this text that nobody can see. Type it again, without pasting.")
    field.error_messages["max_length"] = too_long
    field.validators.append(check_signs)
    for validator in field.validators:
        if isinstance(validator, MaxLengthValidator):
            validator.message = too_long
        if isinstance(validator, ProhibitNullCharactersValidator):
            validator.message = unseen


TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of what follows: a name with one scrambles the page around it."""


def check_signs(text):
    """Raise ValidationError for a text with nothing to see in it, or that turns what follows."""
    if "\0" in text:
        return  # that alone is said, once
    if text and not any(unicodedata.category(sign)[0] in "LNPS" for sign in text):
        raise ValidationError(_("Write at least one letter or number."))
    if TURNING & set(text):
        raise ValidationError(
            _("There is a sign in this text that nobody can see. Type it again, without pasting.")
        )


MONTHS = {
    name: str(number)
    for number in range(1, 13)
    for name in (
        date(2000, number, 1).strftime("%B").lower(),
        date(2000, number, 1).strftime("%b").lower(),
    )
}


class DayWidget(forms.MultiWidget):
    """Day, month and year as three small boxes: no calendar to fight with."""

    PARTS = (("day", _("Day"), 2), ("month", _("Month"), 2), ("year", _("Year"), 4))

    def __init__(self, attrs=None):
        boxes = {name: forms.TextInput() for name, _label, _width in self.PARTS}
        super().__init__(boxes, attrs)

    def decompress(self, value):
        if not value:
            return ["", "", ""]
        numbers = value.isoformat() if isinstance(value, date) else str(value).split(" to ")[0]
        parts = (numbers.split("-") + ["", ""])[:3]
        return [part.lstrip("0") for part in reversed(parts)]


class PartialDateField(forms.MultiValueField):
    """A year, a month or a day, as `ui.dates` keeps them: only the year is needed."""

    widget = DayWidget

    def __init__(self, **kwargs):
        parts = [forms.CharField(required=False) for _part in DayWidget.PARTS]
        for part in parts:
            say_of_text(part)
        kwargs.setdefault("help_text", _("Leave out the day or the month if you do not know it."))
        super().__init__(parts, require_all_fields=False, **kwargs)

    def compress(self, parts):
        day, month, year = [part.strip() for part in parts] if parts else ("", "", "")
        month = MONTHS.get(month.lower(), month)
        if not (day or month or year):
            return ""
        if not year or (day and not month):
            raise ValidationError(_("Write at least the year, and the month before the day."))
        text = "-".join([year] + [part.zfill(2) for part in (month, day) if part])
        try:
            check_partial_date(text)
        except ValidationError:
            raise ValidationError(_("This is not a real date. Write it like 20 7 2027.")) from None
        return text


class DayField(PartialDateField):
    """A whole date, or nothing."""

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", _("For example, 20 7 2027."))
        super().__init__(**kwargs)

    def compress(self, parts):
        if any(part.strip() for part in parts) and not all(part.strip() for part in parts):
            raise ValidationError(_("Write the day, the month and the year."))
        text = super().compress(parts)
        return date.fromisoformat(text) if text else None
