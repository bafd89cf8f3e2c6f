"""What the summary says of “Can we do this together?”."""

from projects.assessment.voices import Voices


def result_of(project):
    """The choice that counts, or None: for the head of the project's page. Two queries at most."""
    return project.assessments.concluded().prefetch_related("parts").first()


def assessment_of(project):
    """`{"assessment", "lived", "earlier"}` in a fixed number of queries; {} when none is made.

    `lived` says in words whether people with lived experience agree. Nobody is named; what they
    wrote stands with the decision, for those who agreed to be quoted (`exports.voices`).
    """
    concluded = project.assessments.concluded().select_related("decision")
    found = list(concluded.prefetch_related("parts"))
    if not found:
        return {}
    newest, *earlier = found
    return {"assessment": newest, "lived": Voices(newest).lived_in_words, "earlier": earlier}
