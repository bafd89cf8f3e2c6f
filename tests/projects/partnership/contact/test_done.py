from projects.partnership.models import ContactWish


def test_it_is_deleted_when_they_have_been_in_touch(signed_in, lead, involvement, project, base):
    ContactWish.leave(project, words="Ring Ann", to="leads")
    wish = ContactWish.objects.get()
    url = f"{base}/contact/{wish.pk}/done/"
    assert signed_in(involvement).post(url).status_code == 404
    assert ContactWish.objects.exists()
    client = signed_in(lead)
    assert client.post(url).url == client.post(url).url == f"{base}/contact/"
    assert not ContactWish.objects.exists()


def test_not_others(signed_in, participant, project, base):
    ContactWish.leave(project, words="Ring Ann", to="leads")
    wish = ContactWish.objects.get()

    assert signed_in(participant).post(f"{base}/contact/{wish.pk}/done/").status_code == 404
    assert ContactWish.objects.exists()
