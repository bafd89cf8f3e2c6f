"""What the members of one project are told on paper and by phone: this project's news alone.

Someone in two projects has a letter from each; no lead reads what another project says.
"""

from outbox.models import Message


def messages_of(project):
    return Message.objects.filter(in_project=project.pk)


def post_of(project):
    """What waits to be told by hand to those who are in the team today."""
    team = project.memberships.here().values("user")
    return messages_of(project).by_hand().filter(to__in=team)
