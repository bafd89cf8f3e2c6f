"""The two fields of a form that takes a file: the file, and the same in words."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.files.kinds import ACCEPT, NOT_FOR_ALL, WHICH, Refused
from projects.files.looking import look_into
from projects.files.naming import safe_name, size_in_words


class FileInput(forms.FileInput):
    """Drawn by `ui/fields/file.html`."""


class FileField(forms.FileField):
    """A file that has been looked into: cleaned, it is `{"name", "kind", "content"}`, or None."""

    widget = FileInput(attrs={"accept": ACCEPT})

    def __init__(self, **options):
        options.setdefault("label", gettext_lazy("File"))
        super().__init__(**options)
        self.error_messages["required"] = gettext_lazy("Choose a file.")
        self.error_messages["empty"] = gettext_lazy(
            "This file is empty. Look at it on your computer, then choose it again."
        )
        self.error_messages["missing"] = self.error_messages["required"]
        self.error_messages["invalid"] = self.error_messages["required"]

    def clean(self, data, initial=None):
        upload = super().clean(data, initial)
        if not upload:
            return None
        name, content = safe_name(upload.name), upload.read()
        try:
            kind = look_into(name, content)
        except Refused as refused:
            raise forms.ValidationError(str(refused.reason)) from None
        return {"name": name, "kind": kind, "content": content}


class WithFile(forms.Form):
    """Mixed into a form that takes a file. `request` says whether one was too large to read."""

    file = FileField(required=False)
    alternative = forms.CharField(
        label=gettext_lazy("What does it show or say, in words?"),
        help_text=gettext_lazy(
            "Not everyone can see a picture or hear a sound. Please write it down for them. "
            "A sentence or two about other files helps too. Leave out names."
        ),
        widget=forms.Textarea,
        required=False,
    )
    alternative.says_when_needed = True

    def __init__(self, *args, request=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_too_large = getattr(request, "file_too_large", False)
        self.fields["file"].help_text = which_files()

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        if self.is_too_large:
            self.errors.pop("file", None)
            self.add_error("file", too_large())
        found = cleaned.get("file")
        if found and found["kind"] in NOT_FOR_ALL and not cleaned.get("alternative"):
            self.add_error(
                "alternative",
                _("Write what the picture shows, or what is said. Then everyone can know it."),
            )
        return cleaned

    @property
    def upload(self):
        """What the verbs of models take as a file: everything about it, or nothing."""
        found = self.cleaned_data["file"]
        return found and found | {"alternative": self.cleaned_data["alternative"]}


def which_files():
    return f"{WHICH} {_('The largest we take is %(size)s.') % {'size': largest()}}"


def too_large():
    return _(
        "This file is too large. The largest we take is %(size)s. Save a smaller one, "
        "or put it on a website and add the link."
    ) % {"size": largest()}


def largest():
    return size_in_words(settings.UPLOAD_LARGEST)
