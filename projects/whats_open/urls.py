from django.urls import path

from projects.whats_open import views

app_name = "whats_open"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("history/", views.history, name="history"),
    path("on/", views.on, name="on"),
    path("sheet.pdf", views.sheet_pdf, name="sheet_pdf"),
    path("<int:part_id>/change/", views.change, name="change"),
    path("<int:part_id>/take-away/", views.take_away, name="take_away"),
    path("<int:part_id>/move/", views.move, name="move"),
    path("<int:part_id>/earlier/", views.earlier, name="earlier"),
]
