"""Anyone gives an idea and follows it: no account, and nothing that says who it was.

Whoever is signed in gives as anonymously as everyone else. No session is opened: the code stands
on the page that answers the form, and the same form sent again shows the same one.
"""

import secrets

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from accounts.codes import as_printed, tidy, tidy_word
from accounts.limits import counted, limited, wrong_code
from ask.forms import GiveForm, HearForm, WordForm
from ask.public import brand_of, figures_of_question, where_to_type
from outbox.models.envelopes import mask
from projects.conversation.models import Asker
from projects.ideas.models import Giver, OpenQuestion, QuestionClosed
from projects.ideas.sessions.answers import decisions_about
from projects.whats_open.sheet import sheet_of


@limited
def index(request):
    """The word from a poster or a form; or the code to follow an idea with."""
    form = WordForm(sent(request))
    if form.is_valid():
        typed = form.cleaned_data["word"]
        word = tidy_word(typed)
        if OpenQuestion.objects.filter(word=word).exists():
            return redirect("ask:detail", word)
        if Giver.behind(tidy(typed)):
            return redirect("ask:follow", tidy(typed))
        if Asker.behind(tidy(typed)):
            return redirect("published:questions:follow", tidy(typed))
        wrong_code(request)
        form.add_error("word", _("We do not know this. Look at each letter again."))
    return render(request, "ask/index.html", {"form": form})


@limited
def detail(request, asked_word):
    """What people are asked, with what is open and what is fixed first; and one box."""
    question = question_of(request, asked_word)
    form = GiveForm(sent(request), initial={"mark": secrets.token_urlsafe(18)})
    context = {"question": question, "sheet": sheet_of(question.project), "form": form}
    if form.is_valid():
        return give(request, context)
    if not question.is_open:
        return closed(request, context)
    return render(request, "ask/detail.html", context)


def sent(request):
    """What the form brought; an empty form that was sent is one too."""
    return request.POST if request.method == "POST" else None


def question_of(request, word):
    found = OpenQuestion.objects.filter(word=tidy_word(word))
    question = found.select_related("project__organisation").first()
    if question is None:
        wrong_code(request)
        raise Http404
    brand_of(request, question.project)
    return question


def give(request, context):
    """The idea waits for its reader; whoever gave it is shown their code, once."""
    question, form = context["question"], context["form"]
    typed = dict(form.cleaned_data)
    if not counted(request, "ask_give", key=question.word):
        context["is_crowded"] = True
        return render(request, "ask/detail.html", context, status=429)
    if typed["email"] and not counted(request, "ask_email", key=typed["email"]):
        form.add_error("email", _("Many ideas came with this address today. Leave it empty."))
        return render(request, "ask/detail.html", context)
    typed["mark"] = typed["mark"] or secrets.token_urlsafe(18)
    try:
        idea, code = Giver.give(question, **typed)
    except QuestionClosed:
        return closed(request, context)
    context |= {"idea": idea, "code": code, "printed": as_printed(code) if code else ""}
    contact = (typed["name"], typed["email"], typed["reach"])
    context |= {"address": where_to_type(request), "is_known": any(contact)}
    return render(request, "ask/given.html", context)


def closed(request, context):
    """It is over: what became of the ideas, and whatever someone typed too late."""
    context["figures"] = figures_of_question(context["question"])
    context["typed"] = context["form"].data.get("text", "")
    return render(request, "ask/closed.html", context)


@limited
def follow(request, follow_code):
    """What became of one's idea and why; and how one hears of it."""
    giver = Giver.behind(tidy(follow_code))
    if giver is None:
        return unknown(request)
    form = HearForm(sent(request))
    if form.is_valid():
        if not counted(request, "ask_email", key=form.cleaned_data["email"]):
            return render(request, "429.html", {}, status=429)
        giver.hear_at(form.cleaned_data["email"], tidy(follow_code))
        return redirect(f"{request.path}?done=saved")
    idea = giver.idea
    brand_of(request, idea.project)
    context = {"giver": giver, "idea": idea, "form": form, "masked": mask(giver.email)}
    context["reads"] = giver.reads.all()[:5]
    if idea.is_shown:
        context["outcomes"] = idea.outcomes.order_by("-pk")
        context["decisions"] = decisions_about([idea])
    context |= {"follow_code": tidy(follow_code), "done": request.GET.get("done", "")}
    return render(request, "ask/follow.html", context)


def unknown(request):
    wrong_code(request)
    return render(request, "ask/unknown.html", {}, status=404)


@csrf_exempt
@limited
def forget(request, follow_code):
    """How to reach someone goes, at one press. Opening it changes nothing.

    A mail reader's own "unsubscribe" button sends one word and has no token of ours.
    """
    giver = Giver.behind(tidy(follow_code))
    if giver is None:
        return unknown(request)
    brand_of(request, giver.idea.project)
    if request.method == "POST" and request.POST.get("List-Unsubscribe") == "One-Click":
        giver.forget()
        return HttpResponse("ok\n", content_type="text/plain")
    return confirm(request, giver, tidy(follow_code))


@csrf_protect
def confirm(request, giver, code):
    if request.method == "POST":
        giver.forget()
        return redirect(f"{reverse('ask:follow', args=[code])}?done=forgotten")
    return render(request, "ask/forget.html", {"giver": giver, "follow_code": code})
