"""A page as people read it: its words with single spaces, without tags."""

import re
from html import unescape


def of_page(response):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.text)).split()).replace(" .", ".")


def boxes(response):
    """`{key: ticked}` of the people whom the page offers to choose."""
    inputs = re.findall(r"<input[^>]*name=\"who\"[^>]*>", response.text)
    return {int(re.search(r'value="(\d+)"', one)[1]): "checked" in one for one in inputs}


def has_error(response, name):
    return f'id="id_{name}-error"' in response.text
