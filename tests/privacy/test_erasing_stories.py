from privacy.erasing import erase
from privacy.models import Destroyed
from projects.impact.models import Story


def test_ones_own_stories_go_and_those_of_others_stay(project, participant):
    about = {"voice": "own", "sharing": "public"}
    Story.tell(project, by=participant, is_mine=True, text="Mine.", **about)
    theirs = Story.tell(
        project, by=participant, is_mine=False, text="Theirs.", agreed="Yes.", **about
    )
    erase(participant, by=None, how=Destroyed.How.SELF)
    theirs.refresh_from_db()

    assert list(project.stories.all()) == [theirs]
    assert (theirs.text, theirs.written_by.name) == ("Theirs.", "a service user")
    assert Destroyed.objects.get().rows["stories"] == 1
