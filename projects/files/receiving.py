"""Uploads are taken where a view says so, from people who are signed in, up to a size.

Django calls this for every file of every form that arrives, before the view runs.
"""

from django.conf import settings
from django.core.exceptions import TooManyFilesSent
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload

HOPELESS = 10
"""A request so many times as large as the largest file is not read to its end."""


def takes_file(view):
    """Marks a view whose form has one file."""
    view.takes_file = True
    return view


class Gate(FileUploadHandler):
    """The first handler: it lets through what may be taken, and says what was too large.

    What was typed beside a file that is too large arrives all the same.
    """

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):  # noqa: N803
        self.is_hopeless = content_length > HOPELESS * settings.UPLOAD_LARGEST
        self.received = 0

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        match = self.request.resolver_match
        if not getattr(match and match.func, "takes_file", False):
            raise TooManyFilesSent("no file is taken here")
        if not self.request.user.is_authenticated:
            raise SkipFile
        if self.is_hopeless:
            self.request.file_too_large = True
            raise StopUpload(connection_reset=True)
        self.received = 0

    def receive_data_chunk(self, raw_data, start):
        self.received += len(raw_data)
        if self.received > settings.UPLOAD_LARGEST:
            self.request.file_too_large = True
            raise SkipFile
        return raw_data

    def file_complete(self, file_size):
        return None
