"""What is wrong with a page as it stands in the browser: `looking.js`, and axe-core."""

from pathlib import Path

HERE = Path(__file__).parent
AXE = HERE.parent.parent / "node_modules/axe-core/axe.min.js"
SCRIPTS = AXE.read_text() + (HERE / "looking.js").read_text() if AXE.exists() else ""


def everything_wrong(page):
    """What axe-core has against it, sideways scrolling, small targets, words cut off."""
    page.evaluate(SCRIPTS)
    return page.evaluate("looking.everything()")


def cut_off(page):
    page.evaluate(SCRIPTS)
    return page.evaluate("[...looking.sideways(), ...looking.cutOff()]")
