"""Settings, read from the environment.

With nothing set this is development on a SQLite file. With COLLAB_PRODUCTION=1 it
refuses to start without its secrets. The table of variables is in the README.
"""

from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from collab import limits

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

PRODUCTION = env.bool("COLLAB_PRODUCTION", False)
DEMO = env.bool("COLLAB_DEMO", False)
DEBUG = env.bool("DEBUG", not PRODUCTION and not DEMO)
if PRODUCTION and (DEBUG or DEMO):
    raise ImproperlyConfigured("COLLAB_PRODUCTION cannot be combined with DEBUG or COLLAB_DEMO.")


def needed_in_production(name, otherwise):
    """A value that development may do without and production may not."""
    if PRODUCTION and not env.str(name, ""):
        raise ImproperlyConfigured(f"Set {name}: production does not start without it.")
    return env.str(name, otherwise)


SECRET_KEY = needed_in_production("SECRET_KEY", "only-for-development-and-tests")
if PRODUCTION and (len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5):
    raise ImproperlyConfigured("SECRET_KEY must be random and at least 50 characters long.")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = needed_in_production("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
VAR_DIR = Path(env.str("COLLAB_VAR", str(BASE_DIR / "var")))
"""Where the installation keeps its own files: the SQLite file and finished documents."""

INSTALLED_APPS = [
    "collab",
    "administration",
    "join",
    "ask",
    "proposals",
    "portfolio",
    "frontdoor",
    "privacy",
    "needs",
    "projects",
    "projects.transfer",
    "projects.exports",
    "projects.story",
    "projects.partnership",
    "projects.conversation",
    "projects.assessment",
    "projects.impact",
    "projects.plan",
    "projects.decisions",
    "projects.ideas",
    "projects.evidence",
    "projects.checklist",
    "projects.team",
    "projects.whats_open",
    "projects.support",
    "projects.consents",
    "projects.payment",
    "projects.files",
    "stages",
    "accounts",
    "outbox",
    "ui",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_htmx",
    "csp",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "ui.middleware.CompressedPagesMiddleware",
    "csp.middleware.CSPMiddleware",
    "ui.middleware.PrivatePagesMiddleware",
    "outbox.middleware.SendsItselfMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "projects.paper.PaperSessionMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "accounts.middleware.SecondFactorMiddleware",
    "ui.middleware.PlainMethodsMiddleware",
]

ROOT_URLCONF = "collab.urls"
WSGI_APPLICATION = "collab.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "environment": "ui.jinja.environment",
            "auto_reload": DEBUG,
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "ui.forms.token",
                "ui.display.display",
                "accounts.brand.brand",
            ],
        },
    },
    {
        # The admin and pages of packages.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "ui.forms.Renderer"

# Two databases, one suite: nothing but this block knows which one it is.
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'collab.sqlite3'}")}
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
    "PRAGMA cache_size=-20000; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON;"
)
"""The last: what is deleted is written over, so a box of answers leaves nothing when it goes."""
ON_SQLITE = DATABASES["default"]["ENGINE"].endswith("sqlite3")
if ON_SQLITE:
    DATABASES["default"]["OPTIONS"] = {
        # Writers queue and none fails half-way: with deferred transactions most do.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": SQLITE_PRAGMAS,
    }
    Path(DATABASES["default"]["NAME"]).parent.mkdir(parents=True, exist_ok=True)
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", 600)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = not ON_SQLITE
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    # Shared by all processes: the limits on signing in are counted here. So many that nobody at one
    # address can push out, in a day, what is counted for others.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "collab_cache",
        "OPTIONS": {"MAX_ENTRIES": 3_000_000},
    },
    # What many people ask for in the same second; each process has its own.
    "moment": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "moment",
        "TIMEOUT": 20,
        "OPTIONS": {"MAX_ENTRIES": 300},
    },
    # How much each person sent lately; each process counts what it was sent.
    "pace": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pace",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
    # Finished PDFs, by project and version.
    "documents": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "documents",
        "TIMEOUT": 7 * 24 * 3600,
        "OPTIONS": {"MAX_ENTRIES": 500},
    },
}
CHANGES_A_MINUTE = env.int("CHANGES_A_MINUTE", 300)
"""What one person may send in their projects, to each process; ten times as much in an hour."""
PDF_AT_ONCE = env.int("PDF_AT_ONCE", 2)
"""How many PDFs are drawn at the same time on this machine; others see the queue page."""

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backend.PersonBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "projects:index"
LOGOUT_REDIRECT_URL = "frontdoor:index"

ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_FORMS = {
    "request_login_code": "accounts.sign_in_forms.RequestCodeForm",
    "confirm_login_code": "accounts.sign_in_forms.ConfirmCodeForm",
}
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = limits.WAYS_IN
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", 0)

# The second step of signing in: asked of those who look after others, offered to everyone.
MFA_ADAPTER = "accounts.second_factor.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1  # half a minute early or late; no numbers work twice
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_RATE_LIMITS = limits.SECOND_STEP
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
MFA_FORMS = {
    "authenticate": "accounts.sign_in_forms.AuthenticateForm",
    "reauthenticate": "accounts.sign_in_forms.ReauthenticateForm",
    "activate_totp": "accounts.sign_in_forms.ActivateAppForm",
    "add_webauthn": "accounts.sign_in_forms.AddPasskeyForm",
    "edit_webauthn": "accounts.sign_in_forms.RenamePasskeyForm",
}

# Signing in through an organisation's own service (OpenID Connect), where one is named.
OIDC_URL = env.str("OIDC_URL", "")
OIDC_NAME = env.str("OIDC_NAME", "")
OIDC_ORIGINS = env.list("OIDC_ORIGINS", default=[])
OIDC_DOMAINS = [domain.strip().lower() for domain in env.list("OIDC_DOMAINS", default=[])]
if OIDC_URL:
    if not env.str("OIDC_CLIENT_ID", "") or not env.str("OIDC_CLIENT_SECRET", "") or not OIDC_NAME:
        raise ImproperlyConfigured(
            "With OIDC_URL set OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_NAME too."
        )
    if not OIDC_DOMAINS:
        raise ImproperlyConfigured("With OIDC_URL set OIDC_DOMAINS too: whose addresses it knows.")
    INSTALLED_APPS += [
        "allauth.socialaccount",
        "allauth.socialaccount.providers.openid_connect",
    ]
    OIDC_ORIGINS.append("{0.scheme}://{0.netloc}".format(urlsplit(OIDC_URL)))
    SOCIALACCOUNT_ADAPTER = "accounts.single_sign_on.SocialAccountAdapter"
    SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "organisation",
                    "name": OIDC_NAME,
                    "client_id": env.str("OIDC_CLIENT_ID"),
                    "secret": env.str("OIDC_CLIENT_SECRET"),
                    "settings": {"server_url": OIDC_URL},
                }
            ],
        }
    }

EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "Collab <collab@collab.example>")
if env.str("EMAIL_URL", ""):
    vars().update(env.email_url("EMAIL_URL"))
elif PRODUCTION:
    raise ImproperlyConfigured("Set EMAIL_URL: people sign in with a code sent by e-mail.")
else:
    EMAIL_BACKEND = "ui.mail.TerminalBackend"
if EMAIL_BACKEND == "django.core.mail.backends.smtp.EmailBackend":
    EMAIL_BACKEND = "outbox.line.PatientBackend"
EMAIL_TIMEOUT = 15
EMAIL_ANSWER_TIMEOUT = env.int("EMAIL_ANSWER_TIMEOUT", 120)
"""Seconds for the one answer that says whether a mail was taken: servers look into it first."""
OUTBOX_SENDS_ITSELF = env.bool("OUTBOX_SENDS_ITSELF", DEBUG)
"""Whether requests send what they wrote to be sent at once; else `send_due` does, as it should."""
OUTBOX_UNSURE_AFTER = env.int("OUTBOX_UNSURE_AFTER", 300)
"""Seconds after which a mail that is still being handed over was left by a process that died."""
SITE_ADDRESS = env.str(
    "SITE_ADDRESS", f"https://{ALLOWED_HOSTS[0]}" if PRODUCTION else "http://127.0.0.1:8000"
).rstrip("/")
"""Where people find us, for the links in mails and letters."""
DIGEST_DAY = env.int("DIGEST_DAY", 3)
"""The weekday on which people hear their news: 0 is Monday, 3 is Thursday."""

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
LOCALE_PATHS = [BASE_DIR / "collab" / "locale"]
TIME_ZONE = env.str("TIME_ZONE", "Europe/London")
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# What a request may hold. No form of ours needs more. A file is taken by the views that say so.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 1
UPLOAD_LARGEST = env.int("UPLOAD_LARGEST", 20 * 1024 * 1024)
"""Bytes of the largest file that is taken."""
FILE_UPLOAD_HANDLERS = [
    "projects.files.receiving.Gate",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
MEDIA_ROOT = VAR_DIR / "media"
"""Where what people upload is stored; no address leads there (`projects/files`)."""
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF, *OIDC_ORIGINS],
        "frame-ancestors": [NONE],
    }
}
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no cookie of its own
SESSION_ENGINE = "accounts.session_store"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 30 * 24 * 3600
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "ui.views.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if PRODUCTION:
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", True)
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", 365 * 24 * 3600)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", True)
    SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", True)
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_secrets": {"()": "ui.secret_addresses.NoSecrets"}},
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "collab.sign_in": {"level": "INFO"},
        "django.request": {"filters": ["no_secrets"]},
        "django.security.csrf": {"filters": ["no_secrets"]},
    },
}
