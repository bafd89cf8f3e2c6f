from django.apps import AppConfig


class ConversationConfig(AppConfig):
    name = "projects.conversation"
    label = "conversation"
