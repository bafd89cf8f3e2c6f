app_name = "conversation"
urlpatterns = []
