# Signing in, one's own space

sign-in-link = My space
sign-in-title = Sign in
sign-in-lede = No password: we send you a code.
sign-in-address = Your telephone or e-mail
sign-in-address-hint = For example 0612345678. A telephone that a family shares will do.
sign-in-send = Send me a code
sign-in-privacy = Your number is only used to write to you. Nobody sees it on this site.
sign-in-no-address = This is neither a telephone number nor an e-mail address. Write for example 0612345678.
sign-in-later = Too many codes were asked for. Wait ten minutes, then try again.
sign-in-code-title = Write the code
sign-in-code-lede = We have just sent you six digits. They are good for ten minutes.
sign-in-code = The code of six digits
sign-in-code-hint = Give it to nobody: we never ask for it by telephone.
sign-in-enter = Enter
sign-in-anew = No code has come: begin again
sign-in-demo = In the demonstration nothing leaves. The code is in:
sign-in-six = The code has six digits. Look at your message.
sign-in-wrong = This is not the right code. { $figure ->
    [one] { $figure } try is left.
   *[other] { $figure } tries are left.
}
sign-in-over = This code is no longer good: it was used, is too old or was tried too often. Ask for another.
sign-in-who-title = Who are you?
sign-in-who-lede = Several people can share this address. Choose yourself.
sign-in-new-lede = Welcome. What shall we call you?
sign-in-who = I am
sign-in-waits = (an account opened for you: it becomes yours)
sign-in-someone-new = Somebody else
sign-in-has-paper = I have a paper with a code
sign-in-paper = The code on the paper
sign-in-paper-hint = Ten letters and digits, given to you at the desk or the workshop.
sign-in-paper-wrong = This code is not good. Look at your paper, or ask for another at the desk.
sign-in-name = Your name
sign-in-name-hint = As you want to be called.
sign-in-no-name = Write the name by which you want to be called.
sign-in-go-on = Go on
sign-in-subject = Your code
sign-in-message = { $code } is your code for { $site }, good for { $minutes } minutes. Give it to nobody.
sign-out = Sign out
my-title = My space
my-only-you = Only you see this page
my-roles = What you may do
my-role-until = until { $date }
my-devices = Your devices
my-devices-why = If you do not know one of them, sign it out.
my-device = Device
my-device-since = Signed in since
my-device-seen = Seen on
my-device-unknown = A device
my-device-this = This one
my-device-end = Sign out
my-devices-end = Sign out all other devices
demo-sign-in-title = Enter the demonstration
demo-sign-in-as = You will act as { $name }. All of it is invented.
error-no-role = Your account may not do this here. Ask the administration of the site for it.

role-representative = Representative of an association
role-facilitator = Facilitator
role-agent = Agent
role-information-officer = Information officer
role-moderator = Moderator
role-secretariat = Council secretariat
role-communications = Communications
role-auditor = Auditor
role-administrator = Administrator
