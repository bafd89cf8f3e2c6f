"""What the summary and the record say of each room. It tells it; here it is cut to what fits.

Where a list is longer, the paper says how many there are. The others stay on the project's own
pages. All of it takes a fixed number of queries.
"""

from projects.assessment.in_summary import assessment_of
from projects.conversation.in_summary import talk_of
from projects.conversation.meetings.in_summary import meetings_of
from projects.evidence.equality.in_summary import equality_of
from projects.evidence.in_summary import evidence_of
from projects.exports.ideas import IdeasOnPaper
from projects.exports.some import SHORT, Some
from projects.ideas.sessions.in_summary import sessions_of
from projects.impact.in_summary import impact_of
from projects.partnership.in_summary import partnership_of
from projects.payment.in_summary import payment_of
from projects.plan.in_summary import plan_of
from projects.story.in_summary import story_of
from projects.team.in_summary import groups_of
from projects.team.missing import groups_in_short
from projects.whats_open.in_summary import by_day, changes_of
from stages.models import Sharing


def rooms_of(project, voices, reader, limits=SHORT):
    return {
        "together": together_of(project),
        "changes": changes_since_it_began(project, limits),
        "affected": affected_of(project, limits),
        "offered": payment_of(project),
        "evidence": found_out_of(project, limits),
        "equality": checked_of(project, limits),
        "partnership": partnership_of(project),
        "plan": planned_of(project, voices),
        "impact": start_of(project, limits),
        "story": thread_of(project, voices, limits),
        "meetings": met_of(project, limits),
        "talk": said_of(project, voices, limits),
        "asked": asked_of(project, limits),
        "ideas": IdeasOnPaper(project, voices, reader, limits),
    }


def together_of(project):
    """The choice that counts; the reason only where the decision may stand on paper."""
    found = assessment_of(project)
    if found:
        decision = found["assessment"].decision
        found["reason"] = decision.reason if decision.sharing != Sharing.PRIVATE else ""
    return found


def changes_since_it_began(project, limits):
    """`{"began", "changes", "days"}`: what came to the sheet on its first day is no change."""
    days = changes_of(project)
    if not days:
        return {}
    began = days[-1][0]
    later = [change for _day, those in days for change in those if not is_first(change, began)]
    changes = Some.of(later, limits.changes)
    return {"began": began, "changes": changes, "days": by_day(changes.rows)}


def is_first(change, began):
    version = change.version
    return version.day == began and version.before_id is None and not version.is_gone


def affected_of(project, limits):
    """What the team is for, whom the change affects, and who of them is missing; no numbers."""
    found = groups_of(project)
    groups = found["groups"]
    return {
        "team_purpose": found["team_purpose"],
        "groups": Some.of(groups, limits.groups),
        "missing": groups_in_short(groups),
    }


def found_out_of(project, limits):
    found = evidence_of(project)
    return {
        "kinds": [(label, Some.of(sources, limits.sources)) for label, sources in found.kinds],
        "missing": found.missing,
        "number": found.number,
    }


def checked_of(project, limits):
    found = equality_of(project)
    return found | {
        "has_begun": bool(found["rows"] or found["empty"] or found["versions"]),
        "rows": Some.of(found["rows"], limits.checked),
    }


def start_of(project, limits):
    found = impact_of(project)
    lists = {
        "stories": limits.stories,
        "differences": limits.differences,
        "lessons": limits.lessons,
    }
    return found | {name: Some.of(found[name], most) for name, most in lists.items()}


def planned_of(project, voices):
    """What is for named people only stays out; who sees to it is named only as agreed."""
    found = plan_of(project)
    kept = {
        name: [one for one in rows if one.sharing != Sharing.PRIVATE]
        for name, rows in found.items()
        if isinstance(rows, list)
    }
    for action in (*kept["to_do"], *kept["done"], *kept["stopped"]):
        action.who_here = voices.who_does(action)
    return found | kept


def thread_of(project, voices, limits):
    """Whose words stand in it is noted with those of the other rooms."""
    story = story_of(project, limits.entries, voices.agreed)
    if story:
        voices.quoted |= story.pop("quoted")
    return story


def met_of(project, limits):
    """The newest meetings, when not all fit; in the order in which they were held."""
    return Some.last_of(meetings_of(project), limits.meetings)


def said_of(project, voices, limits):
    """An update for the team alone is told of with its headline; what a member asked only as
    agreed (`words`).
    """
    found = talk_of(project)
    for update in found["updates"]:
        is_whole = update.audience != update.Audience.TEAM
        update.text_on_paper = update.text if is_whole else ""
        update.put_right = list(update.corrections.all()) if is_whole else []
    for asked in found["answered"]:
        asked.words = voices.question_of(asked)
    return found | {
        "updates": Some.of(found["updates"], limits.updates),
        "answered": Some.of(found["answered"], limits.answers),
    }


def asked_of(project, limits):
    """Sessions in the order in which people were met: the newest ones, when not all fit."""
    found = sessions_of(project)
    return found | {
        "sessions": Some.last_of(found["sessions"], limits.sessions),
        "questions": Some.of(found["questions"], limits.questions),
        "most": limits.points,
    }
