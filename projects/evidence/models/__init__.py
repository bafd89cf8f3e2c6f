from projects.evidence.models.equality import CheckedGroup, EqualityLook, EqualityVersion

__all__ = ["CheckedGroup", "EqualityLook", "EqualityVersion"]
