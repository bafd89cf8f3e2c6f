"""What a team found out, full of words: a source of each kind, files, and one that was brought."""

from projects.evidence.models import Source
from tests import factories


def fill_evidence(say, project, lead):
    """Two sources with a file, one taken away; the last one is brought from elsewhere."""
    group = factories.make_group(project, say("a group")[:200], by=lead)
    about = {
        "finding": say("what it tells us")[:500], "sort": say("a sort")[:60], "voice": "carers",
        "voice_words": say("which people")[:200], "dated": "2025-03 to 2026-01",
        "strength": "some", "link": "https://www.example.org/report?page=2",
    }  # fmt: skip
    for kind in (Source.Kind.EXPERIENCE, Source.Kind.DATA):
        words = {"kind": kind, "title": say(f"a source of {kind}"), "group": group}
        upload = factories.make_upload(alternative=say("the file in words"))
        Source.add(project, by=lead, upload=upload, **words | about)
    source = project.sources.get(kind=Source.Kind.DATA)
    gone = source.add_file(factories.make_upload("second.txt"), by=lead)
    source.take_file_away(gone, by=lead)
    Source.add(project, by=lead, kind=Source.Kind.STAFF, title=say("a bare source"))
    elsewhere = factories.make_project(project.organisation, say("an earlier project"), by=lead)
    earlier = Source.add(elsewhere, by=lead, kind=Source.Kind.POLICY, title=say("a rule"))
    Source.bring(project, [earlier], by=lead)
    Source.add(elsewhere, by=lead, kind=Source.Kind.POLICY, title=say("another rule"))
