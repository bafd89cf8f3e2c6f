"""The guide as people read it: stage by stage, with what belongs to each, in few queries."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.core.cache import caches
from django.urls import reverse

from stages.models import STEPS, THROUGHOUT, Prompt, Stage, StageText


@dataclass
class Chapter:
    """What an edition says of one stage."""

    stage: Stage
    text: object = None
    checklist: list = field(default_factory=list)
    prompts: list = field(default_factory=list)
    pitfalls: list = field(default_factory=list)
    outputs: list = field(default_factory=list)

    def words(self, *, easy):
        """The purpose in the wording that the reader chose; nothing if the edition has none."""
        if self.text is None:
            return ""
        return self.text.purpose_easy if easy else self.text.purpose


SECTIONS = ("checklist", "prompts", "pitfalls", "outputs")


def chapters_of(edition, stages=tuple(Stage)):
    """A Chapter for each of these stages: five queries, however many."""
    chapters = {str(stage): Chapter(stage) for stage in stages}
    for text in edition.stage_texts.filter(stage__in=stages):
        chapters[text.stage].text = text
    for section in SECTIONS:
        for row in getattr(edition, section).filter(stage__in=stages):
            getattr(chapters[row.stage], section).append(row)
    return list(chapters.values())


def sources_of(edition):
    """The sources by their keys, each with the link it has or shares, if any, as `link`."""
    sources = {source.key: source for source in edition.sources.all()}
    for source in sources.values():
        place = sources.get(source.same_as, source)
        source.link = place.where if place.is_link else ""
    return sources


def guide_of(edition_id, stage):
    """(StageText or None, [Prompt]) of a project's stage. Each process keeps them for a while:

    a published edition does not change.
    """

    def read():
        text = StageText.objects.filter(edition=edition_id, stage=stage).first()
        return text, list(Prompt.objects.filter(edition=edition_id, stage=stage))

    return caches["moment"].get_or_set(f"guide-{edition_id}-{stage}", read)


def check_in_of(edition):
    """The check-in: the questions with a scale, the open ones, and the scale."""
    questions = defaultdict(list)
    for question in edition.check_in_questions.all():
        questions[question.is_open].append(question)
    return {
        "scale": list(edition.check_in_scale.all()),
        "questions": questions[False],
        "open_questions": questions[True],
    }


def picture_of(edition, *, easy):
    """The seven steps, then the two that run throughout, for `_model.html`: address and purpose.

    A page that shows how far a project is adds `state` ("done", "current" or "skipped") and
    `state_words` to each, and may set other words and addresses.
    """
    texts = {text.stage: text for text in edition.stage_texts.all()} if edition else {}
    return [
        {
            "stage": stage,
            "url": reverse("stages:detail", args=[stage]),
            "words": Chapter(stage, texts.get(stage)).words(easy=easy),
        }
        for stage in (*STEPS, *THROUGHOUT)
    ]


def neighbours_of(stage):
    """The stages before and after in the model's order; None at its ends."""
    stages = list(Stage)
    before = stages[stage.number - 2] if stage.number > 1 else None
    after = stages[stage.number] if stage.number < len(stages) else None
    return before, after
