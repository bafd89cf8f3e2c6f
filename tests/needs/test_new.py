from needs.models import Need, NeedKind
from outbox.models import Message
from projects.models import Project
from tests import factories
from tests.hands import paper_hands_of
from tests.needs.marks import boxes, has_error, of_page


def test_first_there_is_a_list_to_choose_from(signed_in, participant):
    response = signed_in(participant).get("/needs/new/")

    assert "?kind=large-print" in response.text
    assert not NeedKind.objects.exists()


def test_a_need_from_the_list_is_told_to_nobody_unless_chosen(signed_in, participant):
    response = signed_in(participant).post(
        "/needs/new/?kind=large-print", {"words": "18 point, bold"}
    )

    need = Need.objects.get()
    assert response.url == need.get_absolute_url()
    assert (need.person, need.kind.key, need.words) == (
        participant,
        "large-print",
        "18 point, bold",
    )
    assert (need.told_by, need.told_in, need.named.count()) == (participant, None, 0)
    assert Message.objects.count() == 0


def test_those_who_are_ticked_see_it_and_are_told(signed_in, participant, lead, involvement):
    signed_in(participant).post(
        "/needs/new/?kind=", {"words": "A seat near the door", "who": [lead.pk]}
    )

    need = Need.objects.get()
    assert need.kind is None
    assert [one.person for one in need.named.all()] == [lead]
    told = Message.objects.get()
    assert (told.to, told.at_once) == (lead, True)
    assert told.subject == "Someone has shown you what they need"
    assert "seat" not in told.text


def test_only_those_who_could_act_on_it_can_be_chosen(
    signed_in, participant, lead, involvement, administrator, other_lead, observer
):
    page = signed_in(participant).get("/needs/new/?kind=")
    response = signed_in(participant).post(
        "/needs/new/?kind=", {"words": "Quiet", "who": [other_lead.pk]}
    )

    assert boxes(page) == {lead.pk: False, involvement.pk: False}
    assert "Choose one of these." in response.text
    assert Need.objects.count() == 0


def test_own_words_are_needed_where_no_kind_says_it(signed_in, participant):
    empty = signed_in(participant).post("/needs/new/?kind=", {"words": ""})
    chosen = signed_in(participant).post("/needs/new/?kind=breaks", {"words": ""})

    assert "Write something here." in empty.text
    assert chosen.status_code == 302
    assert [need.kind.key for need in Need.objects.all()] == ["breaks"]


def test_sent_twice_is_told_once(signed_in, participant, lead):
    client = signed_in(participant)
    for _time in range(2):
        client.post("/needs/new/?kind=breaks", {"words": "", "who": [lead.pk]})

    assert Need.objects.count() == 1
    assert Message.objects.count() == 1


def test_someone_without_a_project_keeps_it_to_themselves(signed_in, outsider, organisation):
    page = signed_in(outsider).get("/needs/new/?kind=")
    signed_in(outsider).post("/needs/new/?kind=", {"words": "Quiet"})

    assert "When you are in a project, you can choose people there" in of_page(page)
    assert Need.objects.get().person == outsider


def test_a_code_on_paper_can_tell_something_new_to_the_leads_of_its_project(
    project, no_email, lead, organisation, other_lead
):
    elsewhere = Project.objects.get(title="Another project")
    factories.make_member(elsewhere, user=no_email)
    client = paper_hands_of(project.memberships.get(user=no_email), by=lead)
    page = client.get("/needs/new/?kind=")

    response = client.post("/needs/new/?kind=", {"words": "Quiet", "who": [lead.pk]})

    assert boxes(page) == {lead.pk: True}
    assert "If you choose nobody, nobody can help you." in of_page(page)
    assert "take it back" not in of_page(page)
    assert response.url == "/needs/"
    need = Need.objects.get()
    assert (need.person, need.told_in) == (no_email, project)
    assert [one.person for one in need.named.all()] == [lead]


def test_with_a_code_on_paper_someone_has_to_be_chosen(project, no_email, lead):
    client = paper_hands_of(project.memberships.get(user=no_email), by=lead)
    response = client.post("/needs/new/?kind=", {"words": "Quiet"})

    assert "Choose at least one person. If you choose nobody, nobody can help you." in of_page(
        response
    )
    assert has_error(response, "who")
    assert boxes(response) == {lead.pk: False}
    assert Need.objects.count() == 0


def test_with_a_code_on_paper_the_words_are_true_where_there_is_nobody(project, no_email, lead):
    member = project.memberships.get(user=no_email)
    client = paper_hands_of(member, by=lead)
    project.memberships.filter(user=lead).update(role="participant")
    page = client.get("/needs/new/?kind=")

    assert boxes(page) == {}
    assert "There is nobody in this project yet who could help you." in of_page(page)
    assert client.post("/needs/new/?kind=", {"words": "Quiet"}).url == "/needs/"


def test_what_nobody_may_see_says_so_and_leads_to_the_choice(signed_in, participant, lead):
    client = signed_in(participant)
    unseen = client.post("/needs/new/?kind=breaks", {"words": ""}, follow=True)
    seen = client.post("/needs/new/?kind=large-print", {"words": "", "who": [lead.pk]}, follow=True)

    said = "Written down. Nobody else can see it yet: choose who may."
    assert said in of_page(unseen)
    assert f'href="/needs/{Need.objects.earliest("pk").pk}/who/">Choose who' in unseen.text
    assert said not in of_page(seen)
    assert "We have written it down." in of_page(seen)


def test_a_kind_that_is_not_on_the_list_is_own_words(signed_in, participant, kind):
    kind.leave_out()
    page = signed_in(participant).get("/needs/new/?kind=large-print")

    assert "In your own words" in of_page(page)
