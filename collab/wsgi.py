import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "collab.settings")
application = get_wsgi_application()

from ui import pdf  # noqa: E402, after the application is set up

pdf.warm()
