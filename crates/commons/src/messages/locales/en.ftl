# Messages that leave: how to stop them, what they cost, the outbox of a demonstration

stop-title = Get no more messages
stop-what = No more news and no more digests will come to this address.
stop-what-stays = Codes that you ask for, notices that the law demands and what protects your account will still come.
stop-do = Send me no more messages
stop-done = Done. You will get no more news and no more digests.
stop-again = Send me messages again
stop-again-done = Done. You will get messages again.
stop-wrong-link = This link is not whole, or no longer good. Open it again from your message.

messages-title = What messages cost
messages-lede = The messages that left each month, by mail and SMS, and what the SMS cost.
messages-by-month = Messages that left, month by month
messages-month = Month
messages-codes = Codes
messages-legal = Legal notices
messages-security = What protects accounts
messages-answers = Answers to SMS
messages-notices = News
messages-digests = Digests
messages-parts = SMS paid
messages-cost = Cost
messages-none = No messages
messages-none-yet = No message has left yet.
messages-none-sent = This site sends no messages.
messages-limit-title = The spending limit
messages-price = One part of an SMS costs { $price }. A long SMS has several parts.
messages-limit = The SMS of a month may cost { $limit }. At 80% digests stop, at the limit news and answers stop too. Codes, legal notices and what protects accounts always leave.
messages-no-limit = No spending limit is set.
messages-source = Source: what this site sends, counted as it leaves.

outbox-title = Messages of the demonstration
outbox-lede = A demonstration sends nothing. This is what would have left, the newest first.
outbox-none = Nothing has left
outbox-none-why = When the demonstration has something to say, its message can be read here.
outbox-to = To:
outbox-mail = Mail
outbox-sms = { $parts ->
    [one] SMS in { $parts } part
   *[other] SMS in { $parts } parts
}
outbox-example-code = Your code: 482 913. Give it to nobody.
outbox-example-notice = Project { $reference } has changed. Answer STOP to get no more messages.
outbox-example-subject = The projects that you follow
outbox-example-question = When does drinking water come to our village?
outbox-example-digest = This week project { $reference } has changed. Read more at { $site }.

# What is answered to an SMS

sms-taken = Message received: { $reference }. To know how it stands, send STATUS.
sms-waits = { $reference }: received on { $date }, not read yet.
sms-read = { $reference }: read on { $date }.
sms-unknown = We have no message { $reference } from this number.
sms-nothing = We have no message from this number.
