# Messages that leave: how to stop them, what they cost, the outbox of a demonstration

stop-title = ⴰⵙⴱⴷⴷⵉ ⵏ ⵜⵓⵣⵉⵏⵉⵏ
stop-what = ⵓⵔ ⵙⵓⵍ ⵔⴰⴷ ⴷ ⴰⵡⵏ ⵍⴽⵎⵏ ⵉⵏⵖⵎⵉⵙⵏ ⵓⵍⴰ ⵉⵙⴳⵣⵍⵏ ⴳ ⵡⴰⵏⵙⴰ ⴰⴷ.
stop-what-stays = ⵉⵜⴱⵉⵔⵏ ⵏⵏⴰ ⵜⵙⵙⵓⵜⵔⵎ ⴷ ⵜⵓⵖⵎⵉⵙⵉⵏ ⵏ ⵓⵣⵔⴼ ⴷ ⵎⴰⵢⴷ ⵉⴼⵔⴳⵏ ⴰⵎⵉⴹⴰⵏ ⵏⵏⵓⵏ ⵔⴰⴷ ⵙⵓⵍ ⵍⴽⵎⵏ.
stop-do = ⵙⴱⴷⴷⴰⵜ ⵜⵓⵣⵉⵏⵉⵏ
stop-done = ⵉⵜⵜⵓⵙⴽⴰⵔ. ⵓⵔ ⵙⵓⵍ ⵔⴰⴷ ⴷ ⴰⵡⵏ ⵍⴽⵎⵏ ⵉⵏⵖⵎⵉⵙⵏ ⵓⵍⴰ ⵉⵙⴳⵣⵍⵏ.
stop-again = ⴰⵣⵏⴰⵜ ⴷⴰⵖ ⵜⵓⵣⵉⵏⵉⵏ
stop-again-done = ⵉⵜⵜⵓⵙⴽⴰⵔ. ⵔⴰⴷ ⴷⴰⵖ ⴷ ⴰⵡⵏ ⵍⴽⵎⵏⵜ ⵜⵓⵣⵉⵏⵉⵏ.
stop-wrong-link = ⴰⵙⵖⵓⵏ ⴰⴷ ⵓⵔ ⵉⵙⵎⵉⴷ ⵏⵖ ⵓⵔ ⵙⵓⵍ ⵉⵙⵡⵡⵓⵔⵉ. ⵕⵥⵎⴰⵜ ⵜ ⴷⴰⵖ ⵙⴳ ⵜⵓⵣⵉⵏⵜ ⵏⵏⵓⵏ.

messages-title = ⴰⵜⵉⴳ ⵏ ⵜⵓⵣⵉⵏⵉⵏ
messages-lede = ⵜⵓⵣⵉⵏⵉⵏ ⵏⵏⴰ ⵉⴷⴷⴰⵏ ⴽⵓ ⴰⵢⵢⵓⵔ, ⵙ ⵉⵎⴰⵢⵍ ⴷ SMS, ⴷ ⵡⴰⵜⵉⴳ ⵏ SMS.
messages-by-month = ⵜⵓⵣⵉⵏⵉⵏ ⴽⵓ ⴰⵢⵢⵓⵔ
messages-month = ⴰⵢⵢⵓⵔ
messages-codes = ⵉⵜⴱⵉⵔⵏ
messages-legal = ⵜⵓⵖⵎⵉⵙⵉⵏ ⵏ ⵓⵣⵔⴼ
messages-security = ⴰⴼⵔⴰⴳ ⵏ ⵉⵎⵉⴹⴰⵏⵏ
messages-answers = ⵜⵉⵔⴰⵔⵉⵏ ⵉ SMS
messages-notices = ⵉⵏⵖⵎⵉⵙⵏ
messages-digests = ⵉⵙⴳⵣⵍⵏ
messages-parts = SMS ⵉⵜⵜⵓⴼⵔⴰⵏ
messages-cost = ⴰⵜⵉⴳ
messages-none = ⵓⵔ ⵍⵍⵉⵏⵜ ⵜⵓⵣⵉⵏⵉⵏ
messages-none-yet = ⵓⵔ ⵜⴰ ⵜⴷⴷⵉ ⴽⵔⴰ ⵏ ⵜⵓⵣⵉⵏⵜ.
messages-none-sent = ⴰⵙⵉⵜ ⴰⴷ ⵓⵔ ⴷⴰ ⵉⵜⵜⴰⵣⵏ ⵜⵓⵣⵉⵏⵉⵏ.
messages-limit-title = ⴰⵡⵜⵜⵓ ⵏ ⵓⵙⵙⵓⴼⵖ
messages-price = ⵢⴰⵏ ⵓⴱⵟⵟⵓ ⵏ SMS ⵉⵙⴽⵔ { $price }. SMS ⵉⵖⵣⵣⵉⴼⵏ ⵖⵓⵔⵙ ⴽⵉⴳⴰⵏ ⵏ ⵉⴱⵟⵟⴰ.
messages-limit = SMS ⵏ ⵡⴰⵢⵢⵓⵔ ⵣⵎⵔⵏ ⴰⴷ ⵍⴽⵎⵏ { $limit }. ⴳ 80% ⴷⴰ ⵜⵜⴱⴷⴷⴰⵏ ⵉⵙⴳⵣⵍⵏ, ⴳ ⵓⵡⵜⵜⵓ ⴷⴰ ⵜⵜⴱⴷⴷⴰⵏ ⵓⵍⴰ ⵉⵏⵖⵎⵉⵙⵏ ⴷ ⵜⵉⵔⴰⵔⵉⵏ. ⵉⵜⴱⵉⵔⵏ, ⵜⵓⵖⵎⵉⵙⵉⵏ ⵏ ⵓⵣⵔⴼ ⴷ ⵓⴼⵔⴰⴳ ⵏ ⵉⵎⵉⴹⴰⵏⵏ ⴷⴰ ⵙⵓⵍ ⵜⴷⴷⵓⵏ.
messages-no-limit = ⵓⵔ ⵉⵍⵍⵉ ⵓⵡⵜⵜⵓ ⵏ ⵓⵙⵙⵓⴼⵖ.
messages-source = ⴰⵖⴱⴰⵍⵓ: ⵎⴰⵢⴷ ⵉⵜⵜⴰⵣⵏ ⵓⵙⵉⵜ ⴰⴷ, ⴷⴰ ⵉⵜⵜⵓⵙⵙⵉⴹⵏ ⴰⴷⴷⴰⵢ ⵉⴷⴷⵓ.

outbox-title = ⵜⵓⵣⵉⵏⵉⵏ ⵏ ⵓⵙⵎⴰⵍ
outbox-lede = ⴰⵙⵎⴰⵍ ⵓⵔ ⴷⴰ ⵉⵜⵜⴰⵣⵏ ⴽⵔⴰ. ⵀⴰ ⵎⴰⵢⴷ ⵔⴰⴷ ⵉⴷⴷⵓ, ⴰⵎⴰⵢⵏⵓ ⵉⵣⵡⴰⵔ.
outbox-none = ⵓⵔ ⵉⴷⴷⵉ ⴽⵔⴰ
outbox-none-why = ⴰⴷⴷⴰⵢ ⵖⵓⵔ ⵓⵙⵎⴰⵍ ⵎⴰⵢⴷ ⵉⵜⵜⵉⵏⵉ, ⵔⴰⴷ ⵜⵜⵖⵔⵎ ⵜⵓⵣⵉⵏⵜ ⵏⵏⵙ ⴷⴰ.
outbox-to = ⵉ:
outbox-mail = ⵉⵎⴰⵢⵍ
outbox-sms = SMS, ⵉⴱⵟⵟⴰ: { $parts }
outbox-example-code = ⴰⵜⴱⵉⵔ ⵏⵏⵓⵏ: 482 913. ⴰⴷ ⵓⵔ ⵜ ⵜⴰⴽⴰⵎ ⵉ ⵢⴰⵏ.
outbox-example-notice = ⴰⵙⵏⴼⴰⵔ { $reference } ⵉⵙⵏⴼⵍ. ⵔⴰⵔⴰⵜ STOP ⵎⴰⵔ ⴰⴷ ⵙⴱⴷⴷⵏⵜ ⵜⵓⵣⵉⵏⵉⵏ.
outbox-example-subject = ⵉⵙⵏⴼⴰⵔⵏ ⵏⵏⴰ ⵜⴹⴼⴰⵕⵎ
outbox-example-question = ⵎⴰⵏⵜⵓⵔ ⵔⴰⴷ ⵉⵍⴽⵎ ⵡⴰⵎⴰⵏ ⵏ ⵜⵙⵙⵉ ⵖⵔ ⴷⴷⵓⵡⵡⴰⵔ ⵏⵏⵖ?
outbox-example-digest = ⵉⵎⴰⵍⴰⵙⵙ ⴰⴷ ⵉⵙⵏⴼⵍ ⵓⵙⵏⴼⴰⵔ { $reference }. ⵖⵔⴰⵜ ⵓⴳⴳⴰⵔ ⴳ { $site }.

# What is answered to an SMS

sms-taken = ⵜⵍⴽⵎ ⵜⵓⵣⵉⵏⵜ: { $reference }. ⵎⴰⵔ ⴰⴷ ⵜⵉⵙⵉⵏⵎ ⵎⴰⵏⵉ ⵜⵍⴽⵎ, ⴰⵣⵏⴰⵜ STATUS.
sms-waits = { $reference }: ⵜⵍⴽⵎ ⴳ { $date }, ⵓⵔ ⵜⴰ ⵜⵜⵓⵖⵔⴰ.
sms-read = { $reference }: ⵜⵜⵓⵖⵔⴰ ⴳ { $date }.
sms-unknown = ⵓⵔ ⵖⵓⵔⵏⵖ ⵜⵓⵣⵉⵏⵜ { $reference } ⵙⴳ ⵓⵟⵟⵓⵏ ⴰⴷ.
sms-nothing = ⵓⵔ ⵖⵓⵔⵏⵖ ⴽⵔⴰ ⵏ ⵜⵓⵣⵉⵏⵜ ⵙⴳ ⵓⵟⵟⵓⵏ ⴰⴷ.
