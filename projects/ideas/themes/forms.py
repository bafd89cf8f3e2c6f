from django.utils.translation import gettext_lazy as _

from projects.ideas.models import Theme
from ui.forms import ModelForm
from ui.meanwhile import OpenedAtField


class ThemeForm(ModelForm):
    """A heading for ideas that have something in common."""

    opened_at = OpenedAtField()

    class Meta:
        model = Theme
        fields = ["name", "about"]
        labels = {
            "name": _("What do you call it?"),
            "about": _("What do these ideas have in common?"),
        }
        help_texts = {"name": _("A few words. For example: noise, getting there, food.")}

    def __init__(self, project, *args, theme=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.project, self.theme = project, theme

    def clean(self):
        """The very same theme, sent twice, is no mistake."""
        said = super().clean()
        same = self.project.themes.filter(name=said.get("name"))
        if self.theme:
            same = same.exclude(pk=self.theme.pk)
        else:
            same = same.exclude(about=said.get("about", ""))
        if same.exists():
            self.taken()
        return said

    def taken(self):
        self.add_error("name", _("There is a theme of this name already. Choose another name."))

    @property
    def details(self):
        """What was typed, for the model's verbs."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


def as_typed_in(theme):
    """What the form says when it is opened about a theme that is there already."""
    said = {name: getattr(theme, name) for name in ThemeForm.Meta.fields}
    return said | {"opened_at": theme.version}
