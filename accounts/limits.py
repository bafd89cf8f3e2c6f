"""How often codes may be tried. A workshop of sixty behind one address gets through."""

from functools import wraps

from allauth.core.internal import ratelimit
from django.shortcuts import render


def counted(request, action, *, dry_run=False, key=None):
    """Whether this is still allowed; counted unless `dry_run`, also when a page is only opened."""
    return ratelimit.consume(
        request, app="allauth.account", action=action, dry_run=dry_run, limit_get=True, key=key
    )


def wrong_code(request):
    """Someone came with a code that is none of ours."""
    counted(request, "join_wrong_code")


def limited(view):
    """A way in by code: whoever tries many, or many wrong ones, waits; right ones then, too."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        is_try = kwargs or request.method == "POST"
        if is_try and not (
            counted(request, "join_code") and counted(request, "join_wrong_code", dry_run=True)
        ):
            return render(request, "429.html", {}, status=429)
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return guarded
