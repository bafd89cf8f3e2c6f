"""What the summary says of stages 2 to 5. Each room tells it; here it is cut to what fits.

Where a list is longer, the summary says how many there are. The others stay on the project's own
pages. All of it takes a fixed number of queries.
"""

from projects.assessment.in_summary import assessment_of
from projects.evidence.equality.in_summary import equality_of
from projects.evidence.in_summary import evidence_of
from projects.exports.ideas import IdeasOnPaper
from projects.exports.some import Some
from projects.ideas.sessions.in_summary import sessions_of
from projects.impact.in_summary import impact_of
from projects.payment.in_summary import payment_of
from projects.team.in_summary import groups_of
from projects.team.missing import groups_in_short
from projects.whats_open.in_summary import by_day, changes_of
from stages.models import Sharing

CHANGES = 10
GROUPS = 15
SOURCES = 6
"""Of each kind."""
CHECKED = 15
STORIES = 5
DIFFERENCES = 8
LESSONS = 10
SESSIONS = 8
QUESTIONS = 5


def rooms_of(project, voices, reader):
    return {
        "together": together_of(project),
        "changes": changes_since_it_began(project),
        "affected": affected_of(project),
        "offered": payment_of(project),
        "evidence": found_out_of(project),
        "equality": checked_of(project),
        "impact": start_of(project),
        "asked": asked_of(project),
        "ideas": IdeasOnPaper(project, voices, reader),
    }


def together_of(project):
    """The choice that counts; the reason only where the decision may stand on paper."""
    found = assessment_of(project)
    if found:
        decision = found["assessment"].decision
        found["reason"] = decision.reason if decision.sharing != Sharing.PRIVATE else ""
    return found


def changes_since_it_began(project):
    """`{"began", "changes", "days"}`: what came to the sheet on its first day is no change."""
    days = changes_of(project)
    if not days:
        return {}
    began = days[-1][0]
    later = [change for _day, those in days for change in those if not is_first(change, began)]
    changes = Some.of(later, CHANGES)
    return {"began": began, "changes": changes, "days": by_day(changes.rows)}


def is_first(change, began):
    version = change.version
    return version.day == began and version.before_id is None and not version.is_gone


def affected_of(project):
    """What the team is for, whom the change affects, and who of them is missing; no numbers."""
    found = groups_of(project)
    groups = found["groups"]
    return {
        "team_purpose": found["team_purpose"],
        "groups": Some.of(groups, GROUPS),
        "missing": groups_in_short(groups),
    }


def found_out_of(project):
    found = evidence_of(project)
    return {
        "kinds": [(label, Some.of(sources, SOURCES)) for label, sources in found.kinds],
        "missing": found.missing,
        "number": found.number,
    }


def checked_of(project):
    found = equality_of(project)
    return found | {
        "has_begun": bool(found["rows"] or found["empty"] or found["versions"]),
        "rows": Some.of(found["rows"], CHECKED),
    }


def start_of(project):
    found = impact_of(project)
    shorter = {"stories": STORIES, "differences": DIFFERENCES, "lessons": LESSONS}
    return found | {name: Some.of(found[name], most) for name, most in shorter.items()}


def asked_of(project):
    """Sessions in the order in which people were met: the newest ones, when not all fit."""
    found = sessions_of(project)
    sessions = found["sessions"]
    return found | {
        "sessions": Some(sessions[-SESSIONS:], len(sessions)),
        "questions": Some.of(found["questions"], QUESTIONS),
    }
