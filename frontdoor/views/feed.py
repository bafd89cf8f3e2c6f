"""Public updates for a reader of feeds."""

from datetime import datetime, time

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from frontdoor.published import published_project
from ui.pdf import UNSEEN

NEWEST = 20
NOT_IN_XML = dict.fromkeys([*UNSEEN, 0xFFFF], " ")
"""Signs that no XML may hold, as word processors leave them in what people paste."""


def updates_xml(request, project_id):
    """The newest public updates of one project, as an Atom feed."""
    project = published_project(request, project_id)
    home = request.build_absolute_uri(reverse("published:detail", args=[project.pk]))
    feed = Atom1Feed(
        title=project.title.translate(NOT_IN_XML),
        link=home,
        description="",
        language="en-GB",
        feed_url=request.build_absolute_uri(request.path),
        author_name=project.organisation.name.translate(NOT_IN_XML),
    )
    for update in project.updates.public().ready_to_draw()[:NEWEST]:
        address = reverse("published:updates:detail", args=[project.pk, update.pk])
        link = request.build_absolute_uri(address)
        when = start_of(update.told_day or timezone.localdate(update.written_at))
        put_right = list(update.corrections.all())
        said = [update.text or update.headline]
        said += [_("Corrected: %(text)s") % {"text": one.text} for one in put_right]
        feed.add_item(
            title=update.headline.translate(NOT_IN_XML), link=link,
            description="\n\n".join(said).translate(NOT_IN_XML), unique_id=link,
            pubdate=when, updateddate=max([when, *(one.at for one in put_right)]),
        )  # fmt: skip
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def start_of(day):
    return datetime.combine(day, time(), tzinfo=timezone.get_current_timezone())
