import re

from django.urls import reverse

from stages.models import Stage


def address(project):
    return reverse("exports:index", args=[project.pk])


def links_of(response):
    main = response.content.decode().split("<main")[1].split("</main>")[0]
    papers = main.split("</nav>")[-1]
    return re.findall(r'href="([^"]+)"', papers)


def test_everything_that_can_be_printed_is_one_press_away(signed_in, participant, project):
    room = address(project)
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
        *sheets,
        reverse("stages:guide_pdf"),
        reverse("stages:guide_pdf") + "?print=large",
    ]


def test_the_involvement_team_sees_it_and_a_stranger_does_not(
    signed_in, involvement, outsider, project
):
    assert signed_in(involvement).get(address(project)).status_code == 200
    assert signed_in(outsider).get(address(project)).status_code == 404
