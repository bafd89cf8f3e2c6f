import re
from html import unescape

from django.urls import reverse

from needs.models import Need, NeedKind
from stages.models import Stage
from tests import factories


def address(project):
    return reverse("exports:index", args=[project.pk])


def links_of(response):
    main = response.content.decode().split("<main")[1].split("</main>")[0]
    papers = main.split("</nav>")[-1]
    return re.findall(r'href="([^"]+)"', papers)


def test_everything_that_can_be_printed_is_one_press_away(signed_in, participant, project):
    room, inside = address(project), f"/projects/{project.pk}"
    factories.make_offer(project)
    factories.make_poster(project)
    sheets = [
        link
        for stage in Stage
        for link in (
            f"{room}wall.pdf?stage={stage}",
            f"{room}wall.pdf?stage={stage}&amp;print=large",
        )
    ]

    assert links_of(signed_in(participant).get(address(project))) == [
        f"{room}summary.pdf",
        f"{room}summary/",
        f"{room}summary.pdf?print=large",
        f"{room}records/",
        *sheets,
        f"{inside}/whats-open/sheet.pdf",
        f"{inside}/whats-open/sheet.pdf?print=large",
        f"{inside}/story/poster.pdf",
        f"{inside}/story/poster.pdf?print=large",
        f"{inside}/story/list.pdf",
        f"{inside}/story/list.pdf?print=large",
        f"{inside}/payment/offer.pdf",
        f"{inside}/payment/offer.pdf?print=large",
        f"{inside}/team/poster.pdf",
        f"{inside}/team/poster.pdf?print=large",
        f"{inside}/evidence/equality/check.pdf",
        f"{inside}/evidence/equality/check.pdf?print=large",
        f"{inside}/ideas/questions/",
        f"{inside}/ideas/sessions/",
        f"{inside}/evidence/sources.csv",
        f"{inside}/evidence/equality/check.csv",
        f"{inside}/impact/numbers.csv",
        f"{inside}/ideas/ideas.csv",
        f"{inside}/decisions/decisions.csv",
        f"{inside}/plan/actions/actions.csv",
        f"{inside}/ideas/heard.csv",
        f"{inside}/conversation/updates.csv",
        f"{inside}/conversation/questions.csv",
        f"{inside}/story/list.csv",
        reverse("stages:guide_pdf"),
        reverse("stages:guide_pdf") + "?print=large",
    ]


def test_each_link_leads_somewhere_for_whoever_sees_it(signed_in, observer, involvement, project):
    for person in (observer, involvement):
        browser = signed_in(person)
        links = [unescape(link) for link in links_of(browser.get(address(project)))]
        papers = [link for link in links if ".pdf" not in link]
        assert {link: browser.get(link).status_code for link in papers} == dict.fromkeys(
            papers, 200
        )
        assert not [link for link in links if "offer.pdf" in link or "team/poster.pdf" in link]


def test_the_papers_of_the_next_meeting_stand_there(signed_in, lead, participant, project):
    room, browser = f"/projects/{project.pk}/conversation/meetings/", signed_in(participant)
    assert room not in "".join(links_of(browser.get(address(project))))
    factories.make_meeting(project, by=lead, days=-3)
    meeting = factories.make_meeting(project, by=lead, days=3)
    links = links_of(browser.get(address(project)))

    assert f"{room}{meeting.pk}/papers/agenda.pdf" in links
    assert f"{room}{meeting.pk}/papers/sign-in.pdf" in links
    assert len([link for link in links if link.endswith("agenda.pdf")]) == 1


def test_who_may_take_everything_out_finds_it_there(signed_in, lead, participant, project):
    file = f"/projects/{project.pk}/transfer/"
    assert file in links_of(signed_in(lead).get(address(project)))
    assert file not in links_of(signed_in(participant).get(address(project)))


def test_the_involvement_team_sees_it_and_a_stranger_does_not(
    signed_in, involvement, outsider, project
):
    assert signed_in(involvement).get(address(project)).status_code == 200
    assert signed_in(outsider).get(address(project)).status_code == 404


def test_what_people_need_is_said_where_something_is_sent_and_where_people_meet(
    signed_in, lead, participant, organisation, project
):
    NeedKind.lay_out(organisation)
    for key in ("large-print", "breaks"):
        kind = organisation.need_kinds.get(key=key)
        Need.tell(participant, by=participant, kind=kind, named=[lead])
    page = signed_in(lead).get(address(project)).text
    before, after = page.split("A sheet for the wall")
    summary = reverse("exports:summary", args=[project.pk])

    assert ("1 person needs: large print." in before, "needs: breaks" in before) == (True, False)
    assert ("1 person needs: breaks." in after, "needs: large print" in after) == (True, False)
    assert "1 person needs: large print." in signed_in(lead).get(summary).text
    for path in (address(project), summary):
        assert "person needs" not in signed_in(participant).get(path).text
