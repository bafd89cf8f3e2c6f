from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone

from privacy.models import LegalHold
from privacy.retention.due import destroy_by_itself
from projects.partnership.models import CheckIn, ContactWish


def leave(project, days):
    ContactWish.leave(project, words="Ring Ann", to="leads")
    wish = ContactWish.objects.latest("pk")
    ContactWish.objects.filter(pk=wish.pk).update(on=timezone.localdate() - timedelta(days=days))
    return wish


def test_a_wish_goes_by_itself_after_three_months(project, organisation):
    old, new = leave(project, 100), leave(project, 30)
    assert destroy_by_itself(organisation)["contact_wishes"] == 1

    assert list(ContactWish.objects.all()) == [new]
    assert old.pk != new.pk


def test_a_hold_keeps_it(project, organisation, administrator):
    leave(project, 100)
    LegalHold.begin(organisation, project, by=administrator, why="A court asked.")

    assert "contact_wishes" not in destroy_by_itself(organisation)


def test_the_daily_round_closes_what_is_over(project, lead, capsys):
    CheckIn.objects.create(
        project=project, edition=project.edition, opened_by=lead, closes_on="2020-01-01"
    )
    call_command("retention", "--only-look")
    assert CheckIn.objects.over().count() == 1
    call_command("retention")

    assert "Check-ins whose last day is over: 1 closed" in capsys.readouterr().out
    assert CheckIn.objects.over().count() == 0
