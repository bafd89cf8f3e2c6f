"""Keys to people and memberships that are not gathered, each with the reason."""

REASONS = {
    "accounts.User.merged_into": "the account that was merged is empty: the other holds it all",
    "projects.PersonalCode.made_by": "a card of someone else, and private to them",
    "projects.Move.asked_lived": "the line of activity of the move says who was asked",
    "projects.Move.asked_staff": "the line of activity of the move says who was asked",
    "consents.Consent.by": "someone else's answer that they wrote down, and private to that person",
    "consents.Consent.withdrawn_by": "the same, taken back",
    "consents.ConsentUse.by": "where someone else's answer was used, and theirs to know",
    "conversation.AskedQuestion.for_whom": "a question of somebody else that they see to",
    "needs.Arrangement.by": "what they arranged for someone, and private to that person",
    "needs.Arranger.chosen_by": "whom they chose is that person's fact",
    "needs.AskedAnotherWay.handed_over_by": "the task is the next person's, and the asker's",
    "needs.NamedPerson.by": "someone else's need",
    "needs.Need.told_by": "a need of someone else that they wrote down, or their own (`person`)",
    "outbox.Envelope.done_by": "a letter to someone else that they posted",
    "payment.PaymentKeeper.chosen_by": "whom they chose is that person's fact",
    "projects.Support.ended_by": "one of the two it is between, who both have it",
    "projects.Support.named_by": "one of the two it is between, or a lead for a member",
}
