"""What the portfolio page says, read from its HTML."""

import re
from html import unescape

from django.urls import reverse

ADDRESS = reverse("portfolio:index")


def text_of(html):
    """The words of some HTML, with one space between them."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def page_of(client, query=""):
    response = client.get(ADDRESS + query)
    assert response.status_code == 200
    return response.content.decode()


def rows_of(client, query=""):
    """`{title: words of its row}`, in the order of the page."""
    rows = re.findall(r"<tr id=.*?</tr>", page_of(client, query), re.DOTALL)
    return {text_of(re.search(r"<a .*?</a>", row, re.DOTALL)[0]): text_of(row) for row in rows}


def titles(client, query=""):
    return list(rows_of(client, query))


def heading(client, query=""):
    return text_of(re.search(r"<h2 id=.*?</h2>", page_of(client, query), re.DOTALL)[0])
