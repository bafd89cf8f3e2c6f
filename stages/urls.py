from django.urls import path

from stages import views

app_name = "stages"
urlpatterns = [
    path("", views.index, name="index"),
    path("guide.pdf", views.guide_pdf, name="guide_pdf"),
    path("sources/", views.sources, name="sources"),
    path("words/", views.words, name="words"),
    path("<stage:stage>/", views.detail, name="detail"),
]
