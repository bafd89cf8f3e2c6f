from importlib import import_module

from django.apps import AppConfig


class ConversationConfig(AppConfig):
    name = "projects.conversation"
    label = "conversation"

    def ready(self):
        """Its meetings join the calendar of each member."""
        import_module("projects.conversation.meetings.events")
