"""What the summary of a project, and its involvement record, say of the plan."""


def plan_of(project):
    """The aim and what became of it, in nine queries. Nobody is named without their consent.

    `aim` is None until it is said; `earlier` are those before it. Actions say who sees to them
    with `who_on_paper`. Small tests have their `cycles`. Lists are empty where nothing is.
    """
    aims = list(project.aims.all())
    actions = list(project.actions.order_by("due_on", "pk").with_people())
    return {
        "aim": aims[0] if aims else None,
        "earlier": aims[1:],
        "to_do": [action for action in actions if action.is_open],
        "done": [action for action in actions if action.is_done],
        "stopped": [action for action in actions if action.is_stopped],
        "tests": list(project.small_tests.with_cycles()),
        "approvals": list(project.approvals.all()),
        "changes": list(project.plan_changes.all()),
    }
