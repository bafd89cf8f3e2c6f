from projects.plan.models.actions import Action, NotOpen

__all__ = ["Action", "NotOpen"]
