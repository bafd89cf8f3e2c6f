def test_it_is_given_to_keep_as_it_was_to_who_may_see_the_project(is_given_as_it_was):
    is_given_as_it_was("json", "application/json", "json")
