import pytest

from projects.plan.models import Aim
from stages.models import Sharing
from tests.factories import make_decision, make_member, make_user
from tests.reading import Page


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/publish/"


def public_part(page):
    return page.text.split('id="public"')[1].split("</main>")[0]


def test_a_lead_sees_the_page_first_then_makes_it_public(client, signed_in, lead, project, url):
    page = signed_in(lead).get(url)
    for said in ("What is never shown", "This is all that anyone sees", "Make this page public",
                 project.idea):  # fmt: skip
        assert said in page.text

    signed_in(lead).post(url, {"public": "yes"})
    project.refresh_from_db()
    line = project.activity.first()
    assert project.is_published
    assert (line.what, line.actor) == ("made the page public of", lead)
    assert client.get(f"/frontdoor/{project.pk}/").status_code == 200


def test_the_preview_is_what_a_stranger_sees(client, signed_in, lead, project, url):
    make_decision(project, question="Saturdays?", sharing=Sharing.PUBLIC)
    preview = public_part(signed_in(lead).get(url)).rsplit("</section>", 1)[0]
    project.publish(by=lead)
    seen = public_part(client.get(f"/frontdoor/{project.pk}/"))

    assert seen.strip().startswith(preview.strip().removesuffix("</div>").strip()[:2000])
    assert "Saturdays?" in seen and "Saturdays?" in preview


def test_publishing_twice_records_once_and_it_can_be_taken_down(signed_in, lead, project, url):
    client = signed_in(lead)
    for _press in range(2):
        client.post(url, {"public": "yes"})
    version = project.activity.first().version
    for _press in range(2):
        client.post(url, {"public": "no"})

    project.refresh_from_db()
    assert not project.is_published
    assert (project.version, project.activity.first().what) == (
        version + 1,
        "took down the public page of",
    )


def test_a_lead_chooses_which_decisions_anyone_may_read(signed_in, lead, project, url):
    first = make_decision(project, question="Saturdays?")
    second = make_decision(project, question="Sundays?", sharing=Sharing.PUBLIC)
    secret = make_decision(project, question="Private?", sharing=Sharing.PRIVATE)
    proposed = make_decision(project, question="Perhaps?", status="proposed")
    client = signed_in(lead)
    page = client.get(url).text
    assert ("Saturdays?" in page, "Private?" in page, "Perhaps?" in page) == (True, False, False)

    both = [first.pk, secret.pk]
    client.post(url, {"choose": "yes", "decisions": both})
    assert Sharing.PUBLIC not in [secret.sharing, proposed.sharing]
    client.post(url, {"choose": "yes", "decisions": [first.pk]})
    kept = {one.question: one.sharing for one in project.decisions.all()}
    assert kept == {"Saturdays?": "public", "Sundays?": "team", "Private?": "private",
                    "Perhaps?": "team"}  # fmt: skip
    assert second.question in project.activity.first().subject + project.activity.all()[1].subject
    version = project.activity.first().version
    client.post(url, {"choose": "yes", "decisions": [first.pk]})
    assert project.activity.first().version == version


def test_the_aim_is_shown_only_when_a_lead_chose_it(client, signed_in, lead, project, url):
    assert "Anyone may read the aim" not in signed_in(lead).get(url).text
    said = {"better": "Nights are quieter", "for_whom": "everyone on the ward"}
    aim = Aim.say(project, by=lead, by_when="2027-06", **said)
    project.publish(by=lead)
    address = f"/frontdoor/{project.pk}/"
    sentence = "Nights are quieter, for everyone on the ward, by June 2027."
    assert sentence in signed_in(lead).get(url).text
    assert sentence not in client.get(address).text

    for _press in range(2):
        signed_in(lead).post(url, {"choose": "yes", "aim": "on"})
    assert Page(client.get(address)).text("aim") == f"The aim {sentence}"
    assert Page(signed_in(lead).get(url)).text("aim") == f"The aim {sentence}"
    assert project.activity.first().what == "lets anyone read the aim:"
    aim.refresh_from_db()
    Aim.say(project, by=lead, because="It was too much.", opened_at=aim.version, **said)
    assert 'id="aim"' not in client.get(address).text
    signed_in(lead).post(url, {"choose": "yes", "aim": "on"})
    assert "everyone on the ward." in Page(client.get(address)).text("aim")
    signed_in(lead).post(url, {"choose": "yes"})
    assert 'id="aim"' not in client.get(address).text


def test_a_closed_project_can_be_taken_down_but_not_published(signed_in, lead, project, url):
    project.publish(by=lead)
    project.turn("complete", by=lead, because="Done.")
    client = signed_in(lead)
    assert "Take the page down" in client.get(url).text
    client.post(url, {"public": "no"})
    project.refresh_from_db()
    assert not project.is_published

    assert "Make this page public" not in client.get(url).text
    assert client.post(url, {"public": "yes"}).status_code == 403
    project.refresh_from_db()
    assert not project.is_published


def test_who_may(signed_in, participant, observer, involvement, outsider, project, url):
    for person, status in ((participant, 403), (observer, 403), (involvement, 403),
                           (outsider, 404)):  # fmt: skip
        assert signed_in(person).get(url).status_code == status
        assert signed_in(person).post(url, {"public": "yes"}).status_code == status
    project.refresh_from_db()
    assert not project.is_published


def test_another_lead_may_too(signed_in, project, url):
    second = make_user("Cleo")
    make_member(project, "lead", "carer", user=second)

    assert signed_in(second).get(url).status_code == 200
