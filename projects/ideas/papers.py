"""What the papers of this room have in common: who reads them, and when two are one."""

from hashlib import sha256

from django.utils import timezone

from ui.display import Display, Wording


def reader_of(request):
    """The wording the address asks for, else the one the reader chose."""
    words = request.GET.get("words", "")
    return Display(wording=words) if words in Wording else Display.of(request)


def is_large(request):
    return request.GET.get("print") == "large"


def key_of(project, *about):
    """What a paper of this project depends on, for the cache: two alike are one document."""
    organisation = project.organisation
    shown = [
        organisation.name,
        organisation.contact_name,
        organisation.contact_email,
        organisation.contact_phone,
        organisation.contact_address,
    ]
    digest = sha256("\x1f".join(shown).encode()).hexdigest()
    marks = [project.pk, project.version, digest, timezone.localdate(), *about]
    return "\x1f".join(str(mark) for mark in marks)
