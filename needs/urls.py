from django.urls import include, path

from needs.views import another_way, needs

app_name = "needs"
urlpatterns = [
    path("", needs.index, name="index"),
    path("new/", needs.new, name="new"),
    path("reads/", needs.reads, name="reads"),
    path("another-way/", another_way.another_way, name="another_way"),
    path("asked/", another_way.asked, name="asked"),
    path("speed/", another_way.speed, name="speed"),
    path("kinds/", include("needs.kinds.urls")),
    path("tasks/", include("needs.tasks.urls")),
    path("project/", include("needs.project.urls")),
    path("<int:need_id>/", needs.detail, name="detail"),
    path("<int:need_id>/change/", needs.change, name="change"),
    path("<int:need_id>/who/", needs.who, name="who"),
    path("<int:need_id>/withdraw/", needs.withdraw, name="withdraw"),
    path("<int:need_id>/still-right/", needs.still_right, name="still_right"),
    path("<int:need_id>/end/", needs.end, name="end"),
    path("<int:need_id>/arranged/", needs.arranged, name="arranged"),
]
