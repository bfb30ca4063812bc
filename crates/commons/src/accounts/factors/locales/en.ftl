# Second factors: what one has, adding one, proving by one, the way back in

my-proofs = Passkeys and applications of codes
proofs-title = What proves that it is you
proofs-lede = Beside the code that we send you.
proofs-staff = To work here, first add a passkey or an application that shows codes.
proofs-none = You have not added anything yet.
proofs-passkey = Passkey
proofs-totp = Application that shows codes
proofs-since = Added on { $date }
proofs-used = used on { $date }
proofs-unused = never used
proofs-name = Its name
proofs-name-hint = For example: my telephone. It may stay empty.
proofs-rename = Change
proofs-remove = Remove
proofs-last = This is the last proof that you have. Add another one before you remove it.
proofs-full = You have as many as are allowed. Remove one first.
proofs-add = Add
proofs-add-passkey-what = Your device knows you: fingerprint, face or the code of the device. This is the safest.
proofs-add-totp-what = An application on your telephone shows six digits. It works without a network.
proofs-codes = Recovery codes
proofs-codes-what = Ten codes to keep on paper, for the day on which you lost the rest. Each is good once.
proofs-codes-left = { $count ->
    [one] { $count } code is left.
   *[other] { $count } codes are left.
}
proofs-codes-make = Make ten new codes
proofs-codes-title = Your recovery codes
proofs-codes-keep = Write them down or print them now: we do not show them again. The old ones are worth nothing any more.
proofs-back = Back to the list
proofs-wrong = This is not the right code, or it was used already. Try the next one.
proofs-too-many = Too many wrong codes. Wait ten minutes, then try again.
proofs-over = It took too long, or it is done already. Begin again.
totp-title = Add an application that shows codes
totp-share = 1. Give it the secret
totp-scan = Read this square with the application.
totp-qr = Square to be read with the application
totp-type = Or type these letters into it. Show them to nobody.
totp-link = Open the application on this device
totp-then = 2. Enter what it shows
totp-code = The six digits
totp-confirm = Add this application
passkey-title = Add a passkey
passkey-lede = Your device will ask for your fingerprint, your face or its code. Nothing of that reaches us.
passkey-make = Go on with this device
passkey-needs-script = Your browser does not allow this here. Use an application that shows codes instead.
passkey-failed = The device did not answer. Try again, or use a code.
passkey-wrong = This passkey proves nothing here. Try again, or use a code.
prove-title = Prove that it is you
prove-lede = What you are about to do matters to others. The proof is good for ten minutes.
prove-passkey = Use my passkey
prove-unlock-title = Unlock your device
prove-other = Prove it another way
prove-code = The code that your application shows
prove-code-hint = Six digits. Wait for the next one if it is about to change.
prove-enter = Go on
prove-lost = You have none of these at hand
prove-ask-operator = Enter a recovery code. If you have none left, ask whoever runs the machine of the site for one: it is good for fifteen minutes.
prove-kept = A recovery code
prove-kept-hint = Sixteen letters and digits, with hyphens or without.
recover-title = Enter with a code for emergencies
recover-lede = Whoever runs the machine of the site gave you a code. It is good once, for fifteen minutes.
recover-code = The code
recover-enter = Enter
recover-wrong = This code is no good: it was used, is too old, or is not written right.

# What is sent when something changes in what protects an account
security-subject = The safety of your account
security-totp-added = An application that shows codes was just added to the account of { $name }.
security-passkey-added = A passkey was just added to the account of { $name }.
security-removed = A proof was just taken away from the account of { $name }.
security-codes-made = New recovery codes were just made for the account of { $name }.
security-code-used = A recovery code was just used for the account of { $name }.
security-recovered = A code given by the administration just opened the account of { $name } again.
security-closed = The account of { $name } was just closed.
security-not-you = If it was not you, look at once: { $link }
