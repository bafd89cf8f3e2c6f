"""Updates and questions as spreadsheets. Nobody's name is in them."""

from django.utils.translation import gettext as _


def updates_header():
    return [
        _("Headline"),
        _("Kind"),
        _("When"),
        _("Who it is for"),
        _("What happened"),
        _("In easy words"),
        _("What is next"),
        _("How to have a say"),
        _("More promised for"),
        _("Said on"),
        _("Corrections"),
    ]


def rows_of_updates(project):
    """What was sent, newest first; two queries."""
    for update in project.updates.sent().in_order().prefetch_related("corrections"):
        yield [
            update.headline,
            update.get_kind_display(),
            update.told_on,
            update.get_audience_display(),
            update.text,
            update.easy,
            update.what_next,
            update.have_a_say,
            update.promised_on or "",
            update.kept_on or "",
            "; ".join(f"{one.text} ({one.because})" for one in update.corrections.all()),
        ]


def questions_header():
    return [
        _("Question"),
        _("Asked on"),
        _("Came from outside"),
        _("How far it is"),
        _("Answer"),
        _("In easy words"),
        _("Who answered"),
        _("Answered on"),
        _("Answer promised by"),
        _("Who may read it"),
        _("Why not"),
    ]


def rows_of_questions(asked):
    """Each with its newest answer; two queries."""
    for one in asked.order_by("-pk").prefetch_related("answers"):
        answer = next(iter(list(one.answers.all())[-1:]), None)
        yield [
            one.question,
            one.asked_on,
            _("Yes") if one.from_outside else _("No"),
            one.get_state_display(),
            answer.text if answer else "",
            answer.easy if answer else "",
            answer.who if answer else "",
            one.answered_on,
            one.by_when or "",
            one.get_sharing_display(),
            one.because,
        ]
