"""One address answers htmx and everyone else."""

from django.shortcuts import redirect, render


def changed(request, fragment, context, *, back_to):
    """After a change: what changed for htmx, back to the page for everyone else."""
    if request.htmx:
        return render(request, fragment, context)
    return redirect(back_to)


def page_or_fragment(request, page, fragment, context):
    """A list with a filter: the whole page, or the part of it that htmx asked for."""
    is_part = request.htmx and not request.htmx.history_restore_request  # “back” needs it all
    response = render(request, fragment if is_part else page, context)
    response.headers["Vary"] = "HX-Request, HX-History-Restore-Request"
    return response


def ask_again(request, template, context):
    """The form on a page of its own, with what was typed and what is wrong with it."""
    return render(request, template, context, status=422)


def changed_meanwhile(request, template, context):
    """Someone else was faster: both texts on one page, and nothing typed is lost."""
    return render(request, template, context, status=409)
