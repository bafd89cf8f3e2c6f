from django.urls import path

from projects.partnership.check_in import views

app_name = "check_in"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("talk/", views.talk, name="talk"),
    path("talk.pdf", views.talk_pdf, name="talk_pdf"),
    path("<int:check_in_id>/", views.detail, name="detail"),
    path("<int:check_in_id>/answer/", views.answer, name="answer"),
    path("<int:check_in_id>/on-paper/", views.on_paper, name="on_paper"),
    path("<int:check_in_id>/paper/", views.paper, name="paper"),
    path("<int:check_in_id>/paper.pdf", views.paper_pdf, name="paper_pdf"),
    path("<int:check_in_id>/remind/", views.remind, name="remind"),
    path("<int:check_in_id>/close/", views.close, name="close"),
    path("<int:result_id>/results/", views.results, name="results"),
    path("<int:result_id>/results.csv", views.results_csv, name="results_csv"),
    path("<int:result_id>/fix/", views.fix, name="fix"),
]
