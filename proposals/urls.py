from django.urls import path

from proposals.views import answers, proposing

app_name = "proposals"
urlpatterns = [
    path("", answers.index, name="index"),
    path("new/", proposing.new, name="new"),
    path("thanks/", proposing.thanks, name="thanks"),
    path("follow/<str:proposal_code>/", proposing.follow, name="follow"),
    path("follow/<str:proposal_code>/take-back/", proposing.take_back, name="take_back"),
    path("<int:proposal_id>/", answers.detail, name="detail"),
    path("<int:proposal_id>/contact/", answers.contact, name="contact"),
    path("<int:proposal_id>/accept/", answers.accept, name="accept"),
    path("<int:proposal_id>/join/", answers.join, name="join"),
    path("<int:proposal_id>/refuse/", answers.refuse, name="refuse"),
]
