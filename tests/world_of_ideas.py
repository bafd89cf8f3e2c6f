"""The ideas of the world: of each kind, at each point of what became of them."""

from projects.ideas.models import Idea, OpenQuestion, Session, Theme


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
    given = Idea.give(project, by=lead, text=say("an idea of my own"), theme=theme)
    given.becomes("looking", by=lead)
    given.becomes("partly", by=lead, because=say("why only a part"))
    session.ideas.first().becomes("not_used", by=lead, because=say("why not"))
    project.decisions.agreed().first().answer([given], by=lead)
    from_outside = {"came_from": say("where it came from")[:300]}
    Idea.receive(question, text=say("an idea from outside"), **from_outside).let_in(by=lead)
    refused = Idea.receive(question, text=say("an idea that cannot stay"), **from_outside)
    refused.refuse(by=lead, because=say("why it is not taken in"))
    Idea.give(project, by=lead, text=say("a new idea"))
