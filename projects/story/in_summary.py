"""What the summary says of the thread. It may leave the team, so nobody is named."""

from projects.story.overall import in_words, map_of
from projects.story.papers import by_part
from projects.story.seen import Audience, Seen
from projects.story.you_said import fill, you_said_we_did

OF_EACH_PART = 4


def story_of(project, most=OF_EACH_PART, agreed=None):
    """You said, we did, in short; None before anyone said anything. A fixed number of queries.

    `most` is how many of each part; None is all. `agreed` are those whose words may stand in it,
    by person, when that is known already.

    `parts` is `[(part, its first entries, how many there are)]`; `quoted` are the memberships,
    by person, of those whose words stand in it because they agreed (`Use.WORDS`).
    """
    seen = Seen(project, Audience.PAPER)
    if agreed is not None:
        seen.agreed = agreed
    found = you_said_we_did(project, seen)
    if not found:
        return None
    parts = [(part, those[:most], len(those)) for part, those in by_part(found)]
    fill([entry for _part, those, _all in parts for entry in those], seen)
    return {
        "overall": in_words(map_of(project, seen)),
        "parts": parts,
        "in_all": len(found),
        "quoted": seen.quoted,
    }
