"""What looks like a bank account, a card or a tax number is refused; what people say is not."""

import pytest
from django.core.exceptions import ValidationError

from projects.payment.account_numbers import check_no_account_numbers


@pytest.mark.parametrize(
    "text",
    [
        "12345678",
        "pay into 1234 5678 please",
        "20-00-00",
        "20 00 00",
        "20\u201300\u201300",
        "sort code 200000",
        "My number is QQ123456C",
        "qq 12 34 56 c",
        "4929 1234 5678 9012",
        "GB29 NWBK 6016 1331 9268 19",
        "１２３４５６７８",
    ],
)
def test_it_is_refused(text):
    with pytest.raises(ValidationError):
        check_no_account_numbers(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The meeting on 3 May 2026",
        "Bus 45 to the hospital, £4.50 each way",
        "2 hours and 30 minutes, 12 miles",
        "Taxi on 03/05/2026 at 10:30",
        "Room 12 on floor 3, from 9.30 to 11.30",
    ],
)
def test_it_is_taken(text):
    check_no_account_numbers(text)
