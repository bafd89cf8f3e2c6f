from privacy.erasing import erase
from privacy.models import Destroyed
from projects.impact.models import Story


def test_ones_own_stories_lose_their_words_and_those_of_others_stay(project, participant):
    about = {"voice": "own", "sharing": "public"}
    mine = Story.tell(project, by=participant, is_mine=True, text="Mine.", **about)
    theirs = Story.tell(
        project, by=participant, is_mine=False, text="Theirs.", agreed="Yes.", **about
    )
    erase(participant, by=None, how=Destroyed.How.SELF)
    mine.refresh_from_db()
    theirs.refresh_from_db()

    assert (mine.text, mine.withdrawn_at is None) == ("", False)
    assert (theirs.text, theirs.written_by.name) == ("Theirs.", "a service user")
    assert Destroyed.objects.get().rows["stories"] == 1
