"""How often anyone may try a door or have us send something: `how many/in what time/counted by`.

The form is that of allauth, which counts them (`ACCOUNT_RATE_LIMITS`, `MFA_RATE_LIMITS`).
"""

WAYS_IN = {
    # A workshop signs in from one address: generous for each address, tight for each person.
    "login": "300/m/ip",
    "login_failed": "300/m/ip,10/5m/key,60/d/key",
    "request_login_code": "300/m/ip,5/5m/key,30/d/key",
    "confirm_login_code": "10/5m/key,60/d/key",
    "reauthenticate": "20/m/user",
    "ask_another_way": "100/5m/ip,10/h/key",
    "change_email": "3/m/user,10/d/user",
    # Codes from paper: a workshop types them at one address; guessing would take ages.
    "join_code": "600/m/ip",
    "join_wrong_code": "100/5m/ip",
    "join_ask": "120/m/ip,300/d/key",
    # Ideas from the public: a workshop of sixty, each with some, gets through; floods stop. No
    # key joins an idea to an address: the second counts by question, the third by e-mail.
    "ask_give": "120/m/ip,300/h/ip,3000/d/key",
    "ask_email": "30/d/key",
    # Questions and followers without an account. What one address is asked is few mails a day.
    "ask_question": "60/m/ip,120/h/ip,300/d/key",
    "follow": "60/m/ip,300/h/ip",
    "follow_address": "3/d/key",
    "propose": "120/m/ip,300/d/key",
    "helper_code": "300/m/ip",
    "keep_typed": "120/m/ip",
    "stop_wrong": "100/5m/ip",
    "calendar_wrong": "100/5m/ip",
    "single_sign_on": "300/m/ip",
    # What a member has sent to addresses that they typed.
    "ask_helper": "10/h/user",
    "invite": "100/h/user",
}

SECOND_STEP = {"webauthn_login": "300/m/ip"}
