"""What can happen to a column when two rows that it points at become one."""

from dataclasses import dataclass

from django.utils import timezone

from projects.consents.wording import Use
from projects.models import Support


@dataclass(frozen=True)
class Column:
    """A foreign key, by model and name; `rows(one)` are those that point at one."""

    model: type
    name: str

    def rows(self, one):
        return self.model._base_manager.filter(**{self.name: one})


def follow(column, kept, gone):
    """What points at the one that goes points at the one that stays."""
    column.rows(gone).update(**{column.name: kept})


def drop(column, kept, gone):
    """It belonged to the account that goes and means nothing for the other."""
    column.rows(gone).delete()


def once_for_each(*names):
    """It follows, unless the one that stays has one of its own for the same thing."""

    def follow_once(column, kept, gone):
        has = column.rows(kept)
        for row in column.rows(gone):
            same = {name: getattr(row, name) for name in names}
            if has.filter(**same).exists():
                row.delete()
            else:
                setattr(row, column.name, kept)
                row.save(update_fields=[column.name])

    return follow_once


def both_views(about):
    """Two views of one person on the same thing become one, with both texts; the rest follows."""

    def follow_with_both(column, kept, gone):
        for view in column.rows(gone).filter(is_groups=False):
            same = {about: getattr(view, about)}
            mine = column.rows(kept).filter(is_groups=False, **same).first()
            if mine is not None:
                texts = [text for text in (mine.note, view.note) if text]
                mine.note = "\n\n".join(dict.fromkeys(texts))
                view.delete()
                mine.save(update_fields=["note"])
        follow(column, kept, gone)

    return follow_with_both


def end_double(column, same, kept, gone):
    """Help that both have agreed with the same one goes on once: the agreed one if there is one."""
    lasting = {getattr(row, same): row for row in column.rows(kept).filter(ended_at=None)}
    for row in column.rows(gone).filter(ended_at=None):
        mine = lasting.get(getattr(row, same))
        if mine is not None:
            end(mine if row.agreed_at and not mine.agreed_at else row)


def end(support):
    support.ended_at, support.email, support.digest = timezone.now(), "", ""
    support.save(update_fields=["ended_at", "email", "digest"])


def helps_once(column, kept, gone):
    """Nobody helps the same member twice, or themselves."""
    end_double(column, "member_id", kept, gone)
    own = Support.objects.filter(ended_at=None, helper__in=[kept, gone])
    for support in own.filter(member__user__in=[kept, gone]):
        end(support)
    follow(column, kept, gone)


def is_helped_once(column, kept, gone):
    """A place that two become is helped once by each helper."""
    end_double(column, "helper_id", kept, gone)
    follow(column, kept, gone)


def see_once(column, kept, gone):
    """Nobody is named to see the same need twice, or their own."""
    once_for_each("need")(column, kept, gone)
    column.rows(kept).filter(need__person__in=[kept, gone]).delete()


def careful_answers(column, kept, gone):
    """What may be used of them: a no in either place wins over a yes in the other."""
    for use in Use.values:
        mine, theirs = (column.rows(place).filter(use=use).last() for place in (kept, gone))
        if mine is None or theirs is None or not (mine.stands or theirs.stands):
            continue
        if mine.stands and theirs.stands:
            theirs.uses.update(consent=mine)
            theirs.delete()
        else:
            yes = mine if mine.stands else theirs
            yes.withdrawn_at, yes.withdrawn_by = timezone.now(), kept.user
            yes.save(update_fields=["withdrawn_at", "withdrawn_by"])
    follow(column, kept, gone)
