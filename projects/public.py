"""What anyone may read of a project once its page is public: the one list of it.

The page itself and the preview before it is published are drawn from here, so they cannot differ.
No member is named, and nothing is in it that someone wrote for the team alone.
"""

from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext as _

from projects.ideas.models import OpenQuestion
from projects.stage_map import state_words, states_of_steps
from projects.story.publishing import is_anything_public
from projects.team.models import JoinPage
from projects.whats_open.sheet import sheet_of
from stages.models import STEPS, THROUGHOUT, Sharing, Stage
from ui.jinja import day

UPDATES_SHOWN = 3
ANSWERS_SHOWN = 5
DECISIONS_SHOWN = 30
"""The newest; nobody reads more on one page."""


def public_page_of(project):
    """All that the public page says, in a fixed number of queries."""
    return {
        "project": project,
        "model": public_map(project),
        "stands": where_it_stands(project),
        "aim": public_aim(project),
        "sheet": sheet_of(project),
        "decisions": list(public_decisions(project)[:DECISIONS_SHOWN]),
        "questions": [(one, ask_address(one)) for one in open_questions(project)],
        "poster": open_poster(project),
        **public_talk_of(project),
        "says_what_it_did": is_anything_public(project),
    }


def public_map(project):
    """The nine stages with where the project has been; each leads to the guide."""
    states, _reasons = states_of_steps(project)
    return [
        {
            "stage": stage,
            "url": reverse("stages:detail", args=[stage]),
            "state": states.get(stage, ""),
            "state_words": state_words(states.get(stage, "")),
        }
        for stage in (*STEPS, *THROUGHOUT)
    ]


def where_it_stands(project):
    """The picture as a sentence or two."""
    step = Stage(project.stage)
    said = {
        "number": STEPS.index(step) + 1,
        "steps": len(STEPS),
        "step": step.label,
        "status": project.get_status_display(),
        "day": day(project.started_at),
    }
    if project.is_active:
        return _("It began on %(day)s. It is at step %(number)s of %(steps)s: %(step)s.") % said
    if project.is_closed:
        return _("It began on %(day)s. It has ended: %(status)s.") % said
    return _("It began on %(day)s. It rests at step %(number)s of %(steps)s: %(step)s.") % said


def public_aim(project):
    """The aim as it is now, if a lead chose to show it: another wording is chosen anew."""
    aim = project.aims.newest()
    return aim if aim and aim.sharing == Sharing.PUBLIC else None


def aim_to_choose(project):
    aim = project.aims.newest()
    return None if aim is None or aim.sharing == Sharing.PRIVATE else aim


def public_decisions(project):
    """Those agreed, not replaced, that a lead chose to show."""
    return project.decisions.standing().agreed().filter(sharing=Sharing.PUBLIC)


def decisions_to_choose(project):
    """The agreed decisions of which a lead may show some; what is private is never among them."""
    return project.decisions.standing().agreed().exclude(sharing=Sharing.PRIVATE)


def open_questions(project):
    return OpenQuestion.objects.open().filter(project=project)


def ask_address(question):
    """Where anyone answers an open question."""
    return f"{get_script_prefix()}ask/{question.word}/"


def open_poster(project):
    """The page on which someone asks to join, while it is open."""
    page = JoinPage.objects.filter(project=project).first()
    if page:
        page.project = project
    return page if page and page.is_open else None


def public_talk_of(project):
    """The newest of what everyone was told, and of what was asked and answered."""
    asked = project.asked_questions.public().prefetch_related("answers")
    return {
        "updates": list(project.updates.public().ready_to_draw()[:UPDATES_SHOWN]),
        "asked_questions": list(asked[:ANSWERS_SHOWN]),
    }
