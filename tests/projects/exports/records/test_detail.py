"""One record: it stays as it was, and says so when it does not."""

from hashlib import sha256

import pytest
from django.db import transaction
from django.db.models import RestrictedError

from privacy.erasing import erase
from privacy.models import Destroyed
from projects.exports.models import Frozen, Record, RecordFile
from projects.exports.records.making import make_record
from tests import factories
from tests.projects.exports.filling import one_of_everything
from tests.reading import words_of


def test_it_says_when_and_by_whom_and_how_to_check_it(signed_in, observer, record):
    said = words_of(signed_in(observer).get(record.get_absolute_url()))

    for sentence in [
        "Made by Asha Lead",
        "all of its files are as they were when the record was made",
        f"sha256sum --check involvement-record-{record.project_id}-1.sha256",
        record.digest,
        *[file.digest for file in record.files.all()],
    ]:
        assert sentence in said, sentence


def test_an_earlier_record_stays_as_it_was_when_the_project_changes(lead, filled):
    first = make_record(filled, by=lead)
    before = [(bytes(file.content), file.digest) for file in first.files.all()], first.digest

    one_of_everything(filled, lead, 2)
    factories.make_update(filled, "Something new", by=lead)
    filled.ideas.first().becomes("used", by=lead)
    second = make_record(filled, by=lead)

    first = Record.objects.get(pk=first.pk)
    after = [(bytes(file.content), file.digest) for file in first.files.all()], first.digest
    assert after == before
    assert (second.number, second.digest == first.digest) == (2, False)
    assert all(first.as_it_was().values())


def test_no_code_changes_or_removes_one(record):
    file = record.files.first()
    file.content = b"Other words"
    with pytest.raises(Frozen), transaction.atomic():
        file.save()
    with pytest.raises(Frozen):
        record.files.update(content=b"Other words")
    with pytest.raises(Frozen), transaction.atomic():
        RecordFile.objects.bulk_update([file], ["content"])
    record.note = "Another reason"
    with pytest.raises(Frozen), transaction.atomic():
        record.save()
    with pytest.raises(Frozen):
        record.files.all().delete()
    with pytest.raises(RestrictedError), transaction.atomic():
        record.delete()
    assert all(record.as_it_was().values())


def test_it_goes_with_the_whole_project(record, project):
    project.delete()

    assert (Record.objects.count(), RecordFile.objects.count()) == (0, 0)


def test_a_file_that_was_changed_is_noticed_and_not_given_out(
    signed_in, lead, record, tamper, caplog
):
    tamper(RecordFile, "content", b"Other words", record.files.get(kind="html").pk)
    client = signed_in(lead)

    said = words_of(client.get(record.get_absolute_url()))
    response = client.get(f"{record.get_absolute_url()}record.html")

    assert "This record is not as it was" in said
    assert "To read in a browser (HTML) : this file is not as it was." in said
    assert (response.status_code, b"Other words" in response.content) == (410, False)
    assert "This file is not as it was" in words_of(response)
    assert f"html file of involvement record {record.pk}" in caplog.text
    assert client.get(f"{record.get_absolute_url()}record.pdf").status_code == 200


def test_a_file_changed_together_with_its_number_is_noticed_too(signed_in, lead, record, tamper):
    file = record.files.get(kind="pdf")
    tamper(RecordFile, "content", b"Other words", file.pk)
    tamper(RecordFile, "digest", sha256(b"Other words").hexdigest(), file.pk)
    client = signed_in(lead)

    for ending in ("pdf", "large.pdf", "html", "json"):
        response = client.get(f"{record.get_absolute_url()}record.{ending}")
        assert response.status_code == 410, ending


def test_a_record_of_another_project_is_not_there(signed_in, lead, record, other_lead):
    other = factories.make_project(record.project.organisation, by=lead)
    address = f"/projects/{other.pk}/exports/records/{record.pk}/"

    assert signed_in(lead).get(address).status_code == 404
    assert signed_in(other_lead).get(record.get_absolute_url()).status_code == 404


def test_an_erased_maker_leaves_a_role(signed_in, involvement, project, record, lead):
    factories.make_member(project, "lead")
    before = [bytes(file.content) for file in record.files.all()]
    erase(lead, by=involvement, how=Destroyed.How.SELF)

    said = words_of(signed_in(involvement).get(record.get_absolute_url()))
    assert ("Made by a member of staff" in said, "Asha" in said) == (True, False)
    assert [bytes(file.content) for file in record.files.all()] == before
