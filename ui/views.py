from django.db import connection
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache


@never_cache
def healthz(request):
    """200 when the application answers and the database does; 503 when the database does not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Exception:
        return HttpResponse("the database does not answer\n", "text/plain", status=503)
    return HttpResponse("ok\n", content_type="text/plain")


def csrf_failure(request, reason=""):
    """The page was open too long, or cookies are off: say so and give back what was typed."""
    typed = [
        value
        for name, value in request.POST.items()
        if name != "csrfmiddlewaretoken" and len(value) > 20
    ]
    return render(request, "csrf_failure.html", {"typed": typed}, status=403)
