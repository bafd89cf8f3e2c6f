"""What working together puts in a member's calendar: days of the whole team."""

from django.urls import reverse
from django.utils.translation import gettext as _

from projects.calendars import joins
from ui.calendar_file import Event


@joins
def events_of_partnership(membership):
    """The day to look at the ways of working again, and the last day of each open check-in.

    It is the same for everyone who is asked: whether they have answered is nobody's to see.
    """
    project = membership.project
    if project.is_closed:
        return []
    ways = project.ways.standing().exclude(revisit_on=None)
    asked = project.check_ins.open() if "contribute" in membership.abilities else []
    return [*(to_look_again(one) for one in ways), *(last_day_of(one) for one in asked)]


def to_look_again(ways):
    title, url = _("Look at our ways of working again"), ways.get_absolute_url()
    return Event(f"ways-{ways.project_id}", ways.revisit_on, title, url=url)


def last_day_of(check_in):
    title = _("Last day: how is working together?")
    text = _("If you have answered, there is nothing to do.")
    url = reverse("partnership:check_in:detail", args=[check_in.project_id, check_in.pk])
    return Event(f"check-in-{check_in.pk}", check_in.closes_on, title, text, url)
