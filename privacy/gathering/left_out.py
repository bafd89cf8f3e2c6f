"""Keys to people and memberships that are not gathered, each with the reason."""

REASONS = {
    "accounts.User.merged_into": "the account that was merged is empty: the other holds it all",
    "projects.PersonalCode.made_by": "a card of someone else, and private to them",
    "projects.Move.asked_lived": "the line of activity of the move says who was asked",
    "projects.Move.asked_staff": "the line of activity of the move says who was asked",
}
