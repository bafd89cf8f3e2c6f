"""What we wrote to a person."""

GROUPS: tuple = ()
