from projects.consents.models import Consent
from projects.consents.wording import Use
from projects.models import Membership
from tests.factories import make_project


def place(person, project):
    return project.memberships.get(user=person)


def test_all_projects_are_listed_also_those_left_and_ended(
    signed_in, participant, lead, project, organisation
):
    old = make_project(organisation, "The old garden", by=lead)
    Membership.join(old, participant, "participant", "carer", by=lead)
    Consent.give(place(participant, old), Use.NAME, by=participant)
    place(participant, old).leave(by=participant)
    page = signed_in(participant).get("/projects/sharing/").text

    assert page.index("The old garden") < page.index("Where you share nothing so far")
    assert page.index("Where you share nothing so far") < page.index("A calmer waiting room")
    assert page.index("Where you share nothing so far") < page.index("Open a project to choose:")
    assert page.count("Take this back") == 1
    assert "You left this team on" in page


def test_a_yes_is_taken_back_after_leaving_and_in_a_closed_project(
    signed_in, participant, lead, project
):
    consent = Consent.give(place(participant, project), Use.NAME, by=participant)
    place(participant, project).leave(by=participant)
    project.turn("complete", by=lead, because="Done.")
    page = signed_in(participant).post("/projects/sharing/", {"consent": consent.pk}, follow=True)

    consent.refresh_from_db()
    assert (consent.stands, consent.withdrawn_by) == (False, participant)
    assert "Taken back. What is printed already stays printed." in page.text


def test_nobody_takes_back_what_is_someone_elses(signed_in, participant, lead, outsider, project):
    consent = Consent.give(place(participant, project), Use.NAME, by=participant)

    for person in (lead, outsider):
        response = signed_in(person).post("/projects/sharing/", {"consent": consent.pk})
        assert response.status_code == 404
    for nonsense in ("", "x", "9" * 40, "-1"):
        typed = {"consent": nonsense}
        assert signed_in(participant).post("/projects/sharing/", typed).status_code == 404
    consent.refresh_from_db()
    assert consent.stands


def test_someone_in_no_project_reads_so(signed_in, outsider):
    assert "You are not in a project now" in signed_in(outsider).get("/projects/sharing/").text


def test_nobody_is_sent_to_sign_in(client, db):
    assert client.get("/projects/sharing/").url == "/accounts/login/?next=/projects/sharing/"


def test_queries_stay_flat(signed_in, lead, organisation, project, queries):
    def share(one):
        Consent.give(place(lead, one), Use.NAME, by=lead)
        Consent.used([place(lead, one)], Use.NAME, what="The printed summary", url="/", by=lead)

    share(project)
    with_one = queries(signed_in(lead), "/projects/sharing/")
    for _number in range(2):
        share(make_project(organisation, by=lead))
    assert queries(signed_in(lead), "/projects/sharing/") == with_one
