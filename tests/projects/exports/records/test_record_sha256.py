import subprocess
from hashlib import sha256

from django.urls import reverse


def test_the_machine_of_anyone_can_check_the_files_with_it(signed_in, lead, record, tmp_path):
    client = signed_in(lead)

    def got(ending):
        name = f"exports:records:record_{ending.replace('.', '_')}"
        response = client.get(reverse(name, args=[record.project_id, record.pk]))
        (tmp_path / response["Content-Disposition"].split('"')[1]).write_bytes(response.content)
        return response

    for ending in ("pdf", "large.pdf", "html", "json"):
        got(ending)
    listed = got("sha256")

    assert sha256(listed.content).hexdigest() == record.digest
    command = ["/usr/bin/sha256sum", "--check", f"involvement-record-{record.project_id}-1.sha256"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stdout.count(": OK")) == (0, 4)


def test_a_stranger_does_not_have_it(signed_in, outsider, record):
    url = reverse("exports:records:record_sha256", args=[record.project_id, record.pk])

    assert signed_in(outsider).get(url).status_code == 404
