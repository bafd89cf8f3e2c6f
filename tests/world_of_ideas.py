"""The ideas of the world: of each kind, at each point of what became of them."""

from django.utils import timezone

from projects.ideas.models import Giver, Idea, OpenQuestion, Session, Theme
from projects.models import AffectedGroup


def fill_ideas(say, project, lead):
    theme = Theme.add(project, by=lead, name=say("a theme")[:150], about=say("what they share"))
    reader = project.memberships.here().get(user=lead)
    question = OpenQuestion.ask(
        project, by=lead, reader=reader, question=say("what everyone is asked")[:300],
        easy=say("the same in easy words")[:300], about=say("what to know first"),
    )  # fmt: skip
    session = Session.record(
        project, by=lead, ideas=[{"text": say("an idea of the group"), "theme": theme}],
        where=say("where we met")[:300], community=say("who was there")[:300], how_many=12,
        how_many_note=say("about the number")[:200], method=say("how we asked")[:300],
        main_points=say("what was said"), answer_to=say("who brings the answer")[:200],
        question=question,
    )  # fmt: skip
    answer = {"on": timezone.localdate(), "who": say("who brought the answer")[:200], "up_to": 0}
    session.give_back(by=lead, **answer)
    group = AffectedGroup.add(
        project, by=lead, name=say("a group")[:200], affected=say("how"), ask=say("whom to ask")
    )
    forms = [{"text": say("a form")}, {"text": say("another form")}]
    Session.record(
        project, by=lead, ideas=forms, way=Session.Way.PAPER, group=group, where=say("a box")[:300],
        community=say("who wrote")[:300], how_many=2, question=question,
    )  # fmt: skip
    AffectedGroup.add(project, by=lead, name=say("who was not reached")[:200])
    given = Idea.give(project, by=lead, text=say("an idea of my own"), theme=theme)
    given.becomes("looking", by=lead)
    given.me_too(by=lead)
    given.becomes("partly", by=lead, because=say("why only a part"))
    session.ideas.first().becomes("not_used", by=lead, because=say("why not"))
    project.decisions.agreed().first().answer([given], by=lead)
    from_outside = {"came_from": say("where it came from")[:300]}
    Idea.receive(question, text=say("an idea from outside"), **from_outside).let_in(by=lead)
    refused = Idea.receive(question, text=say("an idea that cannot stay"), **from_outside)
    refused.refuse(by=lead, because=say("why it is not taken in"))
    Idea.give(project, by=lead, text=say("a new idea"))


def give_from_outside(say, project):
    """Two ideas that wait for their reader, and one that is in; each giver left a contact."""
    question = project.open_questions.get()
    contact = {"name": say("who gave it")[:80], "reach": say("their phone")[:400]}
    ideas, codes = [], []
    for number, more in enumerate([{}, {"email": "giver@collab.example"}, {}]):
        said = {"mark": f"form {number}", "text": say(f"from outside {number}")}
        idea, code = Giver.give(question, came_from=say("a group")[:100], **said, **contact, **more)
        ideas.append(idea)
        codes.append(code)
    ideas[2].let_in(by=project.started_by)
    ideas[2].becomes("partly", by=project.started_by, because=say("why a part of it"))
    ideas[2].giver.note_read(project.started_by)
    return {
        "asked_word": question.word, "follow_code": codes[2], "waiting_id": ideas[0].pk,
        "giver_id": ideas[2].giver.pk,
    }  # fmt: skip
