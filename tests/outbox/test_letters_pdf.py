import subprocess

from page import validate_pdf_bytes

from outbox.models import Message
from tests import factories

ADDRESS = "/outbox/letters.pdf"


def tell(person, about):
    told = {"subject": "A decision", "text": "The paint is white."}
    return Message.write(to=person, about=about, **told)


def test_one_letter_holds_what_all_projects_say(signed_in, involvement, project, other_lead):
    other = other_lead.memberships.get().project
    pat = factories.make_user("Pat Paper", email=None, way="post", post_to="1 Mill Lane")
    for one in (project, other):
        factories.make_member(one, user=pat)
        tell(pat, one)
    response = signed_in(involvement).get(ADDRESS)

    assert validate_pdf_bytes(response.content, profile="ua1").failures == []
    assert response["Content-Disposition"] == 'attachment; filename="letters.pdf"'
    said = subprocess.run(
        ["/usr/bin/pdftotext", "-raw", "-", "-"], input=response.content, capture_output=True
    ).stdout.decode()
    assert said.splitlines()[:2] == ["Riverside Health", "Pat Paper"]
    assert said.count("The paint is white.") == 2


def test_with_no_letter_it_leads_back_and_says_so(signed_in, involvement):
    page = signed_in(involvement).get(ADDRESS, follow=True)

    assert page.redirect_chain == [("/outbox/letters/", 302)]
    assert page.text.count("No letters are waiting.") == 2


def test_for_everyone_else_it_is_not_there(signed_in, lead, outsider, other_involvement, project):
    pat = factories.make_member(project, user=factories.make_user(email=None)).user
    tell(pat, project)
    answers = [signed_in(one).get(ADDRESS).status_code for one in (lead, outsider)]

    assert answers == [404, 404]
    assert signed_in(other_involvement).get(ADDRESS).status_code == 302
