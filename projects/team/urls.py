from django.urls import include, path

from projects.team.views import invitations, leads, members, posters, purpose

app_name = "team"
urlpatterns = [
    path("", members.index, name="index"),
    path("new/", members.new, name="new"),
    path("purpose/", purpose.purpose, name="purpose"),
    path("groups/", include("projects.team.groups.urls")),
    path("<int:member_id>/change/", members.change, name="change"),
    path("<int:member_id>/code/", members.code, name="code"),
    path("<int:member_id>/leave/", members.leave, name="leave"),
    path("two-leads/", leads.two_leads, name="two_leads"),
    path("answer-lead/", leads.answer_lead, name="answer_lead"),
    path("invite/", invitations.invite, name="invite"),
    path("invitation/<int:invitation_id>/", invitations.invitation, name="invitation"),
    path("invitation/<int:invitation_id>/letter/", invitations.letter, name="letter"),
    path("invitation/<int:invitation_id>/on-paper/", invitations.on_paper, name="on_paper"),
    path("invitation/<int:invitation_id>/remind/", invitations.remind, name="remind"),
    path("invitation/<int:invitation_id>/reply/", invitations.reply, name="reply"),
    path("invitation/<int:invitation_id>/withdraw/", invitations.withdraw, name="withdraw"),
    path("invitation/<int:invitation_id>/read/", invitations.read, name="read"),
    path("poster/", posters.poster, name="poster"),
    path("poster.pdf", posters.poster_pdf, name="poster_pdf"),
    path("request/<int:request_id>/answer/", posters.answer, name="answer"),
]
