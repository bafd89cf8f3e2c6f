from django.utils import timezone

from tests.factories import make_update


def test_a_promise_is_kept_in_another_way_once(signed_in, lead, project, updates):
    update = make_update(project, promised_on="2999-05-03")
    assert (
        "You promised to say more on 3 May 2999"
        in signed_in(lead).get(update.get_absolute_url()).text
    )
    for _press in range(2):
        signed_in(lead).post(f"{updates}{update.pk}/said/")

    update.refresh_from_db()
    assert update.kept_on == timezone.localdate()
    assert project.activity.filter(what="said what was promised in:").count() == 1
    page = signed_in(lead).get(update.get_absolute_url()).text
    assert "You promised" not in page
    assert "We did, on" in page


def test_only_leads_say_so(signed_in, participant, project, updates):
    update = make_update(project, promised_on="2999-05-03")

    assert signed_in(participant).post(f"{updates}{update.pk}/said/").status_code == 403
