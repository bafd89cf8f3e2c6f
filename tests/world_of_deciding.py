"""“What is open?” with a past, and choices about working together: for `tests.world`."""

from projects.assessment.models import Assessment
from projects.models import Hand


def fill_deciding(say, project, lead):
    """A part that changed and moved, and a choice that nothing can be done together."""
    first, *_others, last = project.parts.all()
    first.change(by=lead, state="partly", name=say("part 0 by a new name"), because=say("new why"))
    last.put(by=lead, before=first)
    assessment = Assessment.begin(project, by=lead)
    assessment.questions.first().say(by=lead, note=say("what the lead thinks"))
    assessment.conclude(
        by=lead, outcome="none", alternative=say("what we offer"), reason=say("why not"),
        by_whom=say("who decided"),
    )  # fmt: skip
    assessment.agree(by=lead, note=say("why the lead agrees"))


def decide_again(say, project, cast):
    """Part of it after all, with a yes and a no beside it; and now everyone is asked again."""
    lead, carer, participant = cast["lead"], cast["carer"], cast["participant"]
    assessment = Assessment.begin(project, by=lead)
    assessment.conclude(
        by=lead, outcome="part", parts=project.part_versions.standing().exclude(state="fixed"),
        alternative=say("what we offer for the rest"), reason=say("why a part"),
        by_whom=say("who decided"), lived_said=say("what people said"),
    )  # fmt: skip
    assessment.agree(by=participant, note=say("why they agree"))
    assessment.see_differently(by=carer, note=say("how a carer sees it"))
    first, *_others, last = Assessment.begin(project, by=lead).questions.all()
    first.say(by=participant, note=say("what a participant thinks"))
    first.say(by=carer, note=say("what a carer thinks"))
    hand = Hand.record_group(project, by=lead, group=say("the group")[:150], people=12)
    with hand.writing():
        last.say(by=lead, note=say("what the group thinks"))
        assessment.agree(by=lead, note=say("why the group agrees"))
