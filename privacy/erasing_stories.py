"""What someone lived through is theirs: erasing them takes their own stories too."""

from django.utils import timezone

from projects.impact.models import Story


def erase_stories(person, role, names):
    """Their own stories lose their words; what they wrote down for others stays with the team."""
    mine = Story.objects.standing().filter(given_by=person)
    return {"stories": mine.update(text="", agreed="", withdrawn_at=timezone.now())}
