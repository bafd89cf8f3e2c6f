from django.http import Http404
from django.shortcuts import render

from stages.documents import document_of, file_name_of, key_of
from stages.forms import DocumentForm
from stages.guide import chapters_of, check_in_of, neighbours_of, picture_of, sources_of
from stages.models import Edition, Source, Stage
from ui.display import Display
from ui.pdf import pdf_response


def index(request):
    """The model as a picture that is also a list, and what holds at every stage."""
    edition = Edition.objects.current()
    picture = picture_of(edition, easy=Display.of(request).is_easy)
    context = {"edition": edition, "model": picture}
    if edition:
        context |= {
            "principles": list(edition.principles.all()),
            "levels": list(edition.levels.all()),
        }
    return render(request, "stages/index.html", context)


def detail(request, stage):
    """One stage: what it is for, its checklist, and what to talk about and watch out for."""
    edition = Edition.objects.current()
    before, after = neighbours_of(stage)
    context = {"edition": edition, "stage": stage, "stages": list(Stage)}
    context |= {"before": before, "after": after}
    if edition:
        [chapter] = chapters_of(edition, (stage,))
        context |= {"chapter": chapter, "sources": sources_of(edition)}
        if stage == Stage.COLLABORATIVE_PARTNERSHIP:
            context["check_in"] = check_in_of(edition)
        if stage == Stage.DECISION_TIME:
            context["levels"] = list(edition.levels.all())
    return render(request, "stages/detail.html", context)


def sources(request):
    """What the guide rests on: laws, standards and research."""
    edition = Edition.objects.current()
    named = list(sources_of(edition).values()) if edition else []
    link_statuses = dict(Source.LinkStatus.choices)
    context = {"edition": edition, "sources": named, "link_statuses": link_statuses}
    return render(request, "stages/sources.html", context)


def words(request):
    edition = Edition.objects.current()
    entries = list(edition.words.all()) if edition else []
    return render(request, "stages/words.html", {"edition": edition, "words": entries})


def guide_pdf(request):
    """The guide or one stage on paper, in large print or easy read if asked."""
    edition, form = Edition.objects.current(), DocumentForm(request.GET)
    if edition is None or not form.is_valid():
        raise Http404
    wanted = form.cleaned_data
    return pdf_response(
        request,
        "stages/guide_pdf.html",
        lambda: document_of(edition, **wanted),
        file_name_of(**wanted),
        key=key_of(edition, **wanted),
    )
