"""Whether white words can be read on a colour."""

ENOUGH = 4.5
"""WCAG 2.2, 1.4.3: text of ordinary size."""


def contrast_with_white(colour):
    """The contrast of `#rrggbb` with white, from 1 (white) to 21 (black), as WCAG counts it."""
    shares = [light(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5)]
    red, green, blue = shares
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def light(share):
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
