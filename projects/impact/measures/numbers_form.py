"""Many numbers at once: pasted, or in a table file. Looked at first, and written all or none."""

from hashlib import sha256

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.files.forms import FileField, FileInput
from projects.files.kinds import TEXTS
from projects.impact import own_table, pasted
from ui.forms import DayField, Form

LARGEST = 100_000
"""Bytes of a file, and letters that are pasted: far more than the lines that are read."""


class NumbersForm(Form):
    """Lines of a day and a number, and which of them are from before the change."""

    text = forms.CharField(
        label=gettext_lazy("Paste your numbers here"),
        help_text=gettext_lazy(
            "One line for each: the day, then the number. You can copy two columns from a "
            "spreadsheet. For example: May 2026; 12"
        ),
        widget=forms.Textarea(attrs={"rows": 10}),
        max_length=LARGEST,
        required=False,
    )
    file = FileField(
        label=gettext_lazy("Or choose a file"),
        help_text=gettext_lazy(
            "A table saved as CSV, with the day in the first column and the number in the second. "
            "The file of numbers that you can take out here can be read too."
        ),
        required=False,
    )
    time = forms.ChoiceField(
        label=gettext_lazy("Are they from before the change?"),
        choices=[
            ("before", gettext_lazy("Yes, they show how things were before")),
            ("later", gettext_lazy("No, they are from later")),
            ("both", gettext_lazy("Some are from before, some are from later")),
        ],
        widget=forms.RadioSelect,
    )
    changed_on = DayField(label=gettext_lazy("On which day did the change begin?"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    """The mark of what the person has looked at: anything else is shown again first."""

    revealed = ("changed_on",)

    def __init__(self, *args, request, measure, **kwargs):
        super().__init__(*args, **kwargs)
        self.measure = measure
        self.is_too_large = getattr(request, "file_too_large", False)
        self.fields["file"].widget = FileInput(attrs={"accept": ".csv,.tsv,.txt"})
        self.fields["time"].reveals = {"both": "changed_on"}
        self.fields["changed_on"].says_when_needed = True

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if upload is None:
            return ""
        if upload["kind"] not in TEXTS:
            said = _("This is not a table we can read. In your spreadsheet, save it as CSV.")
            raise forms.ValidationError(said)
        if len(upload["content"]) > LARGEST:
            raise forms.ValidationError(too_large())
        text = in_letters(upload["content"])
        # the other box has this checked of what is pasted
        for check in self.fields["text"].validators:
            check(text)
        return text

    def clean(self):
        typed = self.cleaned_data
        text, content = typed.get("text", ""), typed.get("file", "")
        if self.is_too_large:
            self.errors.pop("file", None)
            self.add_error("file", too_large())
        elif text and content:
            self.add_error("file", _("Paste the numbers or choose a file: not both at once."))
        elif not self.errors and not (text or content):
            self.add_error("text", _("Paste at least one line, or choose a file."))
        has_no_day = not typed.get("changed_on") and "changed_on" not in self.errors
        if typed.get("time") == "both" and has_no_day:
            self.add_error("changed_on", _("Write the day, the month and the year."))
        return typed

    @property
    def lines(self):
        return self.cleaned_data["text"] or self.cleaned_data["file"]

    @cached_property
    def found(self):
        return own_table.read(self.lines, self.measure) or pasted.read(self.lines)

    @property
    def mark(self):
        """Two marks differ if anything that would be written does."""
        return sha256(repr(self.rows).encode()).hexdigest()[:16]

    @property
    def was_seen(self):
        return self.cleaned_data["seen"] == self.mark

    @property
    def rows(self):
        """What would be written, for `Reading.write_down_many`."""
        return [row.details | {"is_baseline": self.is_before(row)} for row in self.found.rows]

    def is_before(self, row):
        if row.is_before is not None:
            return row.is_before
        time, changed_on = self.cleaned_data["time"], self.cleaned_data["changed_on"]
        return row.on < changed_on.isoformat() if time == "both" else time == "before"

    def with_the_file_kept(self):
        """The form to draw again with its problems: no browser keeps a file that was chosen."""
        if content := self.cleaned_data.get("file"):
            self.data = self.data.copy()
            self.data["text"] = self.data.get("text") or content
        return self

    def with_what_was_seen(self):
        """The same form to draw again: the lines of the file stand in the box by now."""
        self.data = self.data.copy()
        self.data["text"], self.data["seen"] = self.lines, self.mark
        return self


def too_large():
    return _("This file is too large. Keep only the days and the numbers in it.")


def in_letters(content):
    """The text of a file: `FileField` has made sure that it is one of these."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16").lstrip("\ufeff")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")
