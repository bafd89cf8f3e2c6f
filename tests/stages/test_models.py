from stages.models import STEPS, THROUGHOUT, Edition, Source, Stage
from tests.factories import make_edition


def test_seven_steps_and_two_that_run_throughout():
    assert [stage.number for stage in STEPS] == [1, 2, 3, 4, 5, 6, 9]
    assert [stage.number for stage in THROUGHOUT] == [7, 8]
    assert [stage for stage in Stage if stage.is_throughout] == list(THROUGHOUT)


def test_the_newest_published_edition_is_the_current_one(db):
    assert Edition.objects.current() is None
    make_edition()
    newer = make_edition()
    Edition.objects.create(name="Draft", title="A draft", digest="draft")

    assert Edition.objects.current() == newer


def test_publishing_again_changes_nothing(edition):
    first = edition.published_at
    edition.publish()
    edition.refresh_from_db()

    assert edition.published_at == first


def test_a_source_may_share_the_address_of_another():
    assert Source(where="as NHSE-1").same_as == "NHSE-1"
    linked = Source(where="https://guide.example/")
    assert (linked.same_as, linked.is_link) == ("", True)
    assert not Source(where="javascript:alert(1)").is_link
