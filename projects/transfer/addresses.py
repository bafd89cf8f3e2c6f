"""Links of the activity: which page, of which things, by the numbers that they have in the file."""

from urllib.parse import parse_qsl, urlencode, urlsplit

from django.urls import NoReverseMatch, Resolver404, resolve, reverse

from projects.team.models import JoinPage

THINGS = {
    "action_id": "plan.Action",
    "agenda_id": "conversation.AgendaPoint",
    "approval_id": "plan.Approval",
    "asked_id": "conversation.AskedQuestion",
    "assessment_id": "assessment.Assessment",
    "check_in_id": "partnership.CheckIn",
    "checked_id": "evidence.CheckedGroup",
    "decision_id": "decisions.Decision",
    "difference_id": "impact.Difference",
    "file_id": "files.File",
    "group_id": "projects.AffectedGroup",
    "group_session_id": "ideas.Session",
    "hearer_id": "conversation.Hearer",
    "held_id": "conversation.Meeting",
    "idea_id": "ideas.Idea",
    "item_id": "checklist.ChecklistItem",
    "kept_id": "evidence.EqualityVersion",
    "lesson_id": "impact.Lesson",
    "measure_id": "impact.Measure",
    "meeting_id": "conversation.Meeting",
    "member_id": "projects.Membership",
    "part_id": "projects.Part",
    "question_id": "ideas.OpenQuestion",
    "reading_id": "impact.Reading",
    "result_id": "partnership.CheckIn",
    "source_id": "evidence.Source",
    "story_id": "impact.Story",
    "theme_id": "ideas.Theme",
    "trial_id": "plan.SmallTest",
    "update_id": "conversation.Update",
    "way_id": "partnership.Ways",
    "wording_id": "partnership.Ways",
}
"""What an address names, and which model that is. A test looks at every address there is."""
PLAIN = {"stage", "number"}
"""What an address names that is the same everywhere."""
NOT_HERE = {
    "claim_id", "giver_id", "invitation_id", "need_id", "person_id", "record_id", "request_id",
    "since", "support_id", "wish_id", "waiting_id", "word", "code",
}  # fmt: skip
"""What is no part of the file: a link that names one of these does not travel."""
NOUNS = {
    "action": "plan.Action",
    "approval": "plan.Approval",
    "change": "plan.PlanChange",
    "checked": "evidence.CheckedGroup",
    "decision": "decisions.Decision",
    "difference": "impact.Difference",
    "group": "projects.AffectedGroup",
    "hearer": "conversation.Hearer",
    "idea": "ideas.Idea",
    "item": "checklist.ChecklistItem",
    "lesson": "impact.Lesson",
    "meaning": "impact.Meaning",
    "measure": "impact.Measure",
    "member": "projects.Membership",
    "part": "projects.Part",
    "point": "conversation.AgendaPoint",
    "question": "assessment.Question",
    "reading": "impact.Reading",
    "source": "evidence.Source",
    "story": "impact.Story",
}
"""The mark on a page, such as `#part-12`, and which model that is."""
ASKED = {"theme": "ideas.Theme"}
POSTER = "join:poster"


def told(url, project_id, numbers, posters):
    """The link as `{"page": …}`; "" when it leads to nothing that travels.

    `posters` are the addresses of the project's own: a poster's has no number in it.
    """
    split = urlsplit(url)
    try:
        match = resolve(split.path) if url else None
    except Resolver404:
        match = None
    if match is None:
        return ""
    if match.view_name == POSTER:
        return {"page": POSTER} if url in posters else ""
    args = dict(match.kwargs)
    if args.pop("project_id", None) != project_id:
        return ""
    of = things_told(args, THINGS, numbers)
    asked = things_told(dict(parse_qsl(split.query)), ASKED, numbers)
    if of is None or asked is None:
        return ""
    link = {"page": match.view_name, "of": of, "asked": asked}
    link["at"] = place_told(split.fragment, numbers)
    return {name: value for name, value in link.items() if value}


def things_told(args, known, numbers):
    found = {}
    for name, value in args.items():
        if name in known:
            found[name] = numbers[known[name]].get(int(value))
        elif name in PLAIN:
            found[name] = value
        else:
            return None
    return None if None in found.values() else found


def place_told(fragment, numbers):
    noun, _dash, row = fragment.rpartition("-")
    if not row.isdecimal():
        return fragment
    number = numbers[NOUNS[noun]].get(int(row)) if noun in NOUNS else None
    return f"{noun}-{number}" if number else ""


class NoSuchPage(Exception):
    """No page here has this name, or it names something else."""


def taken(link, project, rows):
    """The link here. `rows` is what each number of the file became. Raises NoSuchPage."""
    if link == "":
        return ""
    try:
        if link["page"] == POSTER:
            return project.join_page.get_absolute_url()
        of = things_taken(link.get("of", {}), THINGS, rows, plain=PLAIN)
        asked = things_taken(link.get("asked", {}), ASKED, rows)
        url = reverse(link["page"], kwargs={"project_id": project.pk, **of})
        at = place_taken(link.get("at", ""), rows)
    except (NoReverseMatch, KeyError, TypeError, AttributeError, JoinPage.DoesNotExist):
        raise NoSuchPage from None
    return url + (f"?{urlencode(asked)}" if asked else "") + (f"#{at}" if at else "")


def things_taken(said, known, rows, plain=()):
    """Each by its number here; a name that no link of ours has is none at all: KeyError."""
    return {
        name: value if name in plain else rows[known[name]][value] for name, value in said.items()
    }


def place_taken(place, rows):
    noun, _dash, number = place.rpartition("-")
    if not number.isdecimal():
        return place
    return f"{noun}-{rows[NOUNS[noun]][int(number)]}"
