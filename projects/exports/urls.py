from django.urls import include, path

from projects.exports import views

app_name = "exports"
urlpatterns = [
    path("", views.index, name="index"),
    path("summary/", views.summary, name="summary"),
    path("summary.pdf", views.summary_pdf, name="summary_pdf"),
    path("post/", views.post, name="post"),
    path("post.pdf", views.post_pdf, name="post_pdf"),
    path("wall.pdf", views.wall_pdf, name="wall_pdf"),
    path("records/", include("projects.exports.records.urls")),
]
