"""A page as a test reads it: what stands in its boxes, and what is written where."""

import re
from html import unescape
from html.parser import HTMLParser

NEVER_CLOSED = {"area", "br", "hr", "img", "input", "link", "meta", "path", "circle", "rect"}


class Page(HTMLParser):
    """`values["question"]` is what a box holds, `texts["id_question-error"]` what an id says."""

    def __init__(self, response):
        super().__init__()
        self.values, self.texts, self.actions, self.scripts = {}, {}, [], []
        self._open = []
        self.feed(response.text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        is_choice = found.get("type") in ("radio", "checkbox")
        if tag == "input" and ("checked" in found or not is_choice):
            self.values[found.get("name")] = found.get("value", "")
        if tag == "option" and "selected" in found:
            self.values[self._open_select()] = found["value"]
        if tag == "form":
            self.actions.append(found.get("action"))
        if tag == "br":
            self.handle_data(" ")
        if tag not in NEVER_CLOSED:
            self._open.append((tag, found))
            if "id" in found:
                self.texts[found["id"]] = ""
            if tag == "textarea":
                self.values[found["name"]] = ""

    def handle_endtag(self, tag):
        if tag != "textarea":
            self.handle_data(" ")
        for place in reversed(range(len(self._open))):
            if self._open[place][0] == tag:
                del self._open[place:]
                return

    def handle_data(self, data):
        for tag, found in self._open:
            if "id" in found:
                self.texts[found["id"]] += data
            if tag == "textarea":
                self.values[found["name"]] += data
            if tag == "script":
                self.scripts.append(data)

    def _open_select(self):
        return next(found["name"] for tag, found in self._open if tag == "select")

    def text(self, id_):
        """The words at an id, with single spaces."""
        return " ".join(self.texts[id_].split())


def words_of(response):
    """What a reader gets of the main part of a page, as one line."""
    html = response.text.split("<main")[-1].split("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html.split(">", 1)[1])).split())
