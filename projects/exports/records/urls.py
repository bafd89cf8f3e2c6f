from django.urls import path

from projects.exports.records import views

app_name = "records"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("<int:record_id>/", views.detail, name="detail"),
    path("<int:record_id>/record.pdf", views.record_pdf, name="record_pdf"),
    path("<int:record_id>/record.large.pdf", views.record_large_pdf, name="record_large_pdf"),
    path("<int:record_id>/record.html", views.record_html, name="record_html"),
    path("<int:record_id>/record.json", views.record_json, name="record_json"),
    path("<int:record_id>/record.sha256", views.record_sha256, name="record_sha256"),
]
