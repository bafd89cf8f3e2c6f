from functools import lru_cache

from django.templatetags.static import static
from django.urls import get_script_prefix, reverse
from django.utils import formats, timezone
from django.utils.translation import get_language, gettext, ngettext
from django_htmx.jinja import django_htmx_script, htmx_script
from jinja2 import ChainableUndefined, ChoiceLoader, Environment, PackageLoader, select_autoescape

from ui.dates import as_people_write
from ui.forms import first_control, kind_of
from ui.secret_addresses import without_secrets


def environment(**options):
    """Our own templates first, then the NHS macros; and what every template may call."""
    macros = PackageLoader("nhsuk_frontend_jinja")
    options["loader"] = ChoiceLoader([options["loader"], macros])
    options["undefined"] = ChainableUndefined  # the macros rely on it
    options["autoescape"] = select_autoescape(disabled_extensions=["txt"], default=True)
    options["trim_blocks"] = options["lstrip_blocks"] = True
    env = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], **options)
    env.install_gettext_callables(gettext, ngettext, newstyle=True)
    env.globals.update(
        url=url,
        static=static,
        htmx_script=htmx_script,
        django_htmx_script=django_htmx_script,
        today=timezone.localdate,
        kind_of=kind_of,
        first_control=first_control,
        address_with=address_with,
        without_secrets=without_secrets,
    )
    env.filters.update(day=day, moment=moment, partial_date=as_people_write, lines=str.splitlines)
    return env


def url(name, *args):
    """The address of a view. A page names the same ones again and again: they are remembered."""
    return address_of(name, args, get_script_prefix())


@lru_cache(4096)
def address_of(name, args, _prefix):
    return reverse(name, args=args)


def address_with(request, name, value):
    """The query of the present address with one word changed, for links to other pages."""
    query = request.GET.copy()
    query[name] = value
    return query.urlencode()


def day(value):
    """A date as people write it: 3 May 2026."""
    if value is None:
        return ""
    if hasattr(value, "hour"):
        value = timezone.localtime(value).date()
    return day_in(get_language(), value)


@lru_cache(1024)
def day_in(_language, value):
    """The lines of a page share few days: each is written once."""
    return formats.date_format(value, "j F Y")


def moment(value):
    """A date and time as people write it: 3 May 2026 at 2:15pm."""
    value = timezone.localtime(value)
    clock = value.strftime("%I:%M%p").lstrip("0").lower().replace(":00", "")
    return gettext("%(day)s at %(time)s") % {"day": day(value), "time": clock}
