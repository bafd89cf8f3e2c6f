"""Someone else was faster with a thing of a project: both texts on one page."""

from ui.display import Display
from ui.htmx import changed_meanwhile
from ui.meanwhile import both_texts, fill_gaps, open_again


def beside(request, template, context, now, *, by=None):
    """The form again with what was typed, beside the thing as it is `now` and who changed it.

    What was left empty in it takes what is there now. The form of the context is valid, and has
    `opened_at`; saving it again changes the thing as it is now. `by` says who, for a thing whose
    changes stand in no activity.
    """
    form = open_again(context["form"], now.version)
    context |= {
        "meanwhile": both_texts(form, now),
        "meanwhile_by": by or changed_by(request, now),
        "meanwhile_filled": True,
        "form": fill_gaps(form, now),
    }
    return changed_meanwhile(request, template, context)


def changed_by(request, now):
    """Who changed the thing last, in words; None when no line of the activity says it."""
    line = now.project.activity.filter(version=now.version).with_names().first()
    return line and line.said_by(Display.of(request))
