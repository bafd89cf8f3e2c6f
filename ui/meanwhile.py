"""Two people wrote at once: what a form needs so that neither text is lost."""

from datetime import date

from django import forms

from ui.dates import as_people_write
from ui.forms import PartialDateField
from ui.jinja import day


class OpenedAtField(forms.CharField):
    """The version a form was opened at, hidden in it. Never an error of the person's.

    Anything that is no version becomes -1, which no row has: both texts are shown then.
    """

    widget = forms.HiddenInput

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)

    def clean(self, value):
        text = str(value or "")
        return int(text) if text.isdecimal() and len(text) < 12 else -1


def both_texts(form, now):
    """`[(label, yours, theirs)]`, as people read them, of the fields in which the two differ.

    `form` is valid; `now` is the thing as someone else has left it.
    """
    fields = [field for field in form.visible_fields() if hasattr(now, field.name)]
    pairs = [(field, form.cleaned_data[field.name], getattr(now, field.name)) for field in fields]
    return [
        (field.label, as_read(field, yours), as_read(field, theirs))
        for field, yours, theirs in pairs
        if yours != theirs
    ]


def as_read(field, value):
    if value is None or value == "":
        return ""
    if isinstance(value, date):
        return day(value)
    if isinstance(field.field, PartialDateField):
        return as_people_write(value)
    if isinstance(field.field, forms.ChoiceField) and isinstance(value, str):
        return str(dict(field.field.choices).get(value, value))
    return str(value)


def open_again(form, version, name="opened_at"):
    """The same form with all that was typed, now about the thing as it is."""
    form.data = form.data.copy()
    form.data[form.add_prefix(name)] = str(version)
    return form


def both_in_one(form, now, name):
    """One text that many write in: what is there now, then those lines of yours that are not in it.

    After `open_again`. Saving it again loses nobody's words.
    """
    theirs = getattr(now, name).splitlines()
    known = {line.strip() for line in theirs}
    yours = [line for line in form.cleaned_data[name].splitlines() if line.strip() not in known]
    form.data[form.add_prefix(name)] = "\n".join([*theirs, *yours])
    return form


def fill_gaps(form, now):
    """What was left empty takes what is there now, so that saving again removes nothing unseen.

    After `open_again`. The form is valid.
    """
    for field in form.visible_fields():
        theirs = getattr(now, field.name, None)
        if theirs and form.cleaned_data[field.name] in (None, ""):
            widget, name = field.field.widget, field.html_name
            if isinstance(widget, forms.MultiWidget):
                parts = zip(widget.widgets_names, widget.decompress(theirs), strict=True)
                for part, value in parts:
                    form.data[name + part] = value
            else:
                form.data[name] = getattr(theirs, "pk", theirs)
    return form
