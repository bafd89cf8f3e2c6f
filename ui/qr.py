"""An address as a picture for the camera of a phone, drawn by our own template."""

import segno

QUIET = 4
"""White squares around it, without which cameras do not find it."""


def qr_of(address):
    """`{"size", "path"}` for `ui/_qr.html`: the side in squares, and the dark ones as a path."""
    matrix = segno.make(address, error="m", micro=False).matrix
    dark = [
        f"M{x + QUIET} {y + QUIET}h1v1h-1z"
        for y, row in enumerate(matrix)
        for x, is_dark in enumerate(row)
        if is_dark
    ]
    return {"size": len(matrix) + 2 * QUIET, "path": "".join(dark)}
