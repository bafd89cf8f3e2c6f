from django.apps import AppConfig


class StoryConfig(AppConfig):
    name = "projects.story"
    label = "story"
