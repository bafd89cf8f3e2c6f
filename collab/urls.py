"""The site map: a line per room."""

from django.urls import include, path

from collab.admin import site
from frontdoor.urls import published
from projects.plan.feeds.urls import by_address
from projects.support.urls import by_letter
from ui.views import healthz

in_project = "projects/<int:project_id>/"

urlpatterns = [
    path("", include("frontdoor.urls")),
    path("frontdoor/", include(published)),
    path("stages/", include("stages.urls")),
    path("portfolio/", include("portfolio.urls")),
    path("administration/", include("administration.urls")),
    path("administration/organisation/", include("administration.organisation.urls")),
    path("administration/people/", include("administration.people.urls")),
    path("join/", include("join.urls")),
    path("ask/", include("ask.urls")),
    path("proposals/", include("proposals.urls")),
    path("projects/", include("projects.urls")),
    path(in_project + "whats-open/", include("projects.whats_open.urls")),
    path(in_project + "checklist/", include("projects.checklist.urls")),
    path(in_project + "team/", include("projects.team.urls")),
    path(in_project + "payment/", include("projects.payment.urls")),
    path("projects/payment/rates/", include("projects.payment.rates.urls")),
    path(in_project + "consents/", include("projects.consents.urls")),
    path(in_project + "support/", include("projects.support.urls")),
    path("projects/support/", include(by_letter)),
    path(in_project + "evidence/", include("projects.evidence.urls")),
    path(in_project + "files/", include("projects.files.urls")),
    path(in_project + "ideas/", include("projects.ideas.urls")),
    path(in_project + "decisions/", include("projects.decisions.urls")),
    path(in_project + "plan/", include("projects.plan.urls")),
    path("projects/plan/feeds/", include(by_address)),
    path(in_project + "partnership/", include("projects.partnership.urls")),
    path(in_project + "conversation/", include("projects.conversation.urls")),
    path(in_project + "story/", include("projects.story.urls")),
    path(in_project + "assessment/", include("projects.assessment.urls")),
    path(in_project + "impact/", include("projects.impact.urls")),
    path(in_project + "exports/", include("projects.exports.urls")),
    path(in_project + "transfer/", include("projects.transfer.urls")),
    path("needs/", include("needs.urls")),
    path("privacy/", include("privacy.urls")),
    path("privacy/statements/", include("privacy.statements.urls")),
    path("privacy/erase/", include("privacy.erase.urls")),
    path("privacy/retention/", include("privacy.retention.urls")),
    path("privacy/holds/", include("privacy.holds.urls")),
    path("outbox/", include("outbox.urls")),
    path("accounts/", include("accounts.urls")),
    path("admin/", site.urls),
    path("healthz", healthz, name="healthz"),
]
