from datetime import timedelta

import pytest
from django.utils import timezone

from projects.conversation.models import Rhythm, Update
from projects.conversation.models.rhythm import heartbeat_figures
from projects.models import Project


@pytest.fixture
def room(project):
    return f"/projects/{project.pk}/conversation/"


@pytest.fixture
def silent(project, lead):
    """`silent(days)`: the team agreed an update every four weeks, and the last was so long ago."""

    def since(days, weeks=4):
        project.updates.all().delete()
        Rhythm.agree(project, by=lead, weeks=weeks)
        long_ago = timezone.localdate() - timedelta(days=days)
        project.rhythms.update(agreed_on=long_ago)
        Update.record_sent(project, by=lead, headline="Long ago", told_on=long_ago.isoformat())
        Project.objects.filter(pk=project.pk).update(**heartbeat_figures(project))
        project.refresh_from_db()
        return project

    return since
