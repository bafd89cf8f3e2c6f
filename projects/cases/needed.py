"""For the demonstration: what people need, and what they asked for another way."""

from datetime import timedelta

from django.utils import timezone

from needs.models import AskedAnotherWay, Need, NeedKind
from projects.models import Project


def say_what_is_needed(organisation, cast):
    """A need of Moira's that Asha sees, a request for Asha, one for Iris, one met last month."""
    asha, moira, iris = cast["asha"], cast["moira"], cast["iris"]
    today = timezone.localdate()
    together = Project.objects.of_member(moira).of_member(asha).filter(organisation=organisation)
    project = together.open().order_by("pk").first()
    kinds = {kind.key: kind for kind in NeedKind.objects.of([organisation])}
    words = "18 point, please, and not on shiny paper."
    need = Need.tell(moira, by=moira, kind=kinds["large-print"], words=words, named=[asha])
    need.arranged("The papers for the next meeting come in 18 point.", today, by=asha)
    AskedAnotherWay.ask(
        organisation,
        project=project,
        page=f"{project.get_absolute_url()}exports/",
        way="language",
        language="Polish",
        words="The summary, for my mother.",
        reach="known",
        asker=moira,
    )
    AskedAnotherWay.ask(
        organisation,
        page="/stages/",
        way="easy_read",
        words="I picked up a leaflet at the library. Is there one with short sentences?",
        name="Joan",
        reach="phone",
        phone="01632 960177",
    )
    met_last_month(organisation, by=iris, today=today)


def met_last_month(organisation, *, by, today):
    name, words = "Mr Okafor", "The poster about the evening clinic."
    asked = AskedAnotherWay.ask(
        organisation, way="large_print", words=words, name=name, reach="come_in"
    )
    asked.done("Printed on large paper. He picked it up at the desk.", today, by=by)
    last = today.replace(day=1) - timedelta(days=12)
    AskedAnotherWay.objects.filter(pk=asked.pk).update(
        asked_at=timezone.now() - (today - last),
        due_on=last + timedelta(days=7),
        done_on=last + timedelta(days=3),
        answered_at=timezone.now() - (today - last) + timedelta(days=3),
    )
