from django.urls import path

from projects.assessment import views

app_name = "assessment"
urlpatterns = [
    path("", views.index, name="index"),
    path("begin/", views.begin, name="begin"),
    path("question/<int:number>/", views.question, name="question"),
    path("result/", views.result, name="result"),
    path("<int:assessment_id>/", views.detail, name="detail"),
    path("<int:assessment_id>/said/", views.said, name="said"),
    path("<int:assessment_id>/agree/", views.agree, name="agree"),
    path("<int:assessment_id>/see-differently/", views.see_differently, name="see_differently"),
    path("<int:assessment_id>/take-back/", views.take_back, name="take_back"),
]
