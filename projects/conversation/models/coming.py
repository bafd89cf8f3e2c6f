"""Who comes to a meeting, and who came."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.conversation.models.meetings import Meeting
from projects.models import Hand, Membership, said_by


class ComingQuerySet(models.QuerySet):
    def with_people(self):
        hands = models.Prefetch("hand", Hand.objects.with_people())
        return self.select_related("member__user").prefetch_related(hands)


class Coming(models.Model):
    """What one member said to an invitation, and whether they came. No news: it has no line."""

    class Answer(models.TextChoices):
        YES = "yes", _("I can come")
        PHONE = "phone", _("I join by phone or online")
        NOT_SURE = "not_sure", _("I am not sure yet")
        NO = "no", _("I cannot come")

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="coming")
    member = models.ForeignKey(Membership, models.PROTECT, related_name="coming")
    answer = models.CharField(max_length=8, choices=Answer.choices, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    hand = models.ForeignKey(Hand, models.PROTECT, null=True, blank=True, related_name="+")
    """Who wrote the answer down, when it was not the member."""
    came = models.BooleanField(null=True, blank=True)
    """None until somebody has written down who came."""

    objects = ComingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "member"], name="one_answer_each"),
            models.CheckConstraint(
                condition=~Q(answer="") | Q(answered_at=None), name="an_answer_has_its_time"
            ),
        ]

    def __str__(self):
        return self.member.user.name

    @classmethod
    def say(cls, meeting, member, answer):
        """The member's answer; the last one counts, the same again changes nothing.

        Raises NotPlanned when the meeting is closed or called off.
        """
        answer = cls.Answer(answer)
        with meeting.project.changing():
            meeting.still_planned()
            hand = Hand.writing_in(meeting.project)
            row = meeting.coming.filter(member=member).first() or cls(
                meeting=meeting, member=member
            )
            if row.answer != answer:
                row.answer, row.hand, row.answered_at = answer, hand, timezone.now()
                row.save()
            return row

    def said_by(self, display):
        return said_by(self.member.user, self.hand, easy=display.is_easy)
