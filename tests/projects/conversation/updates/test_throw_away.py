from projects.conversation.models import Update
from tests.factories import make_update


def test_a_draft_is_thrown_away_after_a_question(signed_in, lead, project, updates):
    update = make_update(project, is_sent=False)
    url = f"{updates}{update.pk}/throw-away/"
    assert "Its words are gone for good" in signed_in(lead).get(url).text
    assert Update.objects.exists()
    assert signed_in(lead).post(url).url == updates
    assert not Update.objects.exists()
    assert signed_in(lead).post(url).status_code == 404


def test_what_was_sent_stays(signed_in, lead, project, updates):
    update = make_update(project)

    assert (
        signed_in(lead).post(f"{updates}{update.pk}/throw-away/").url == update.get_absolute_url()
    )
    assert Update.objects.exists()


def test_only_leads_do(signed_in, participant, project, updates):
    update = make_update(project, is_sent=False)

    assert signed_in(participant).post(f"{updates}{update.pk}/throw-away/").status_code == 403
