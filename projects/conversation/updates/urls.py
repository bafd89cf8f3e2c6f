from django.urls import path

from projects.conversation.updates import views

app_name = "updates"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("<int:update_id>/", views.detail, name="detail"),
    path("<int:update_id>/change/", views.change, name="change"),
    path("<int:update_id>/send/", views.send, name="send"),
    path("<int:update_id>/throw-away/", views.throw_away, name="throw_away"),
    path("<int:update_id>/correct/", views.correct, name="correct"),
    path("<int:update_id>/said/", views.said, name="said"),
    path("<int:update_id>/update.pdf", views.update_pdf, name="update_pdf"),
]
