# The desk of those who keep what is here

desk-title = Staff desk
desk-lede = What you can do here.
desk-recorded = Every act is written into the journal, with your account.
desk-people = Accounts and roles
desk-journal = Journal
desk-jobs = Jobs
desk-health = Health
desk-settings = Settings
desk-sections = Sections
desk-guide = Guide
desk-guide-lede = How to do it, page by page.
desk-guide-all = The whole guide
desk-history = What the journal says of it

people-search = Look for a person by name
people-nobody = Nobody has that name here.
people-count = { $count ->
    [one] { $count } account
   *[other] { $count } accounts
}
people-name = Name
people-roles = Roles
people-since = Account opened on
people-closed = Closed account
people-citizen = Citizen
people-no-role = No role.
people-give = Give a role
people-give-do = Give this role
people-take = Take back
people-role = Which role?
people-place = Where?
people-place-hint = The role holds in this place and in all that are part of it.
people-domain = For what?
people-domain-all = Everything that this role may do
people-until = Until when?
people-until-hint = Leave it empty if the role holds until it is taken back.
people-until-wrong = Choose a day to come.
people-place-wrong = Choose a place of the list.

domain-projects = Projects
domain-budget = Budget
domain-words = Words explained
domain-messages = Messages
domain-people = Accounts
domain-program = Program

journal-lede = Everything that was done here, the newest first. The rows are tied to each other: who changes one is found out.
journal-filter = Filter
journal-object = Object
journal-object-hint = For example project/PRJ-2026-0042, or project/ for all.
journal-actor = Who
journal-actor-hint = The beginning will do: account: or operator:
journal-action = What
journal-action-hint = The beginning will do: role. or project.
journal-from = From
journal-until = Until
journal-show = Show
journal-nothing = Nothing is like that.
journal-caption = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
journal-number = Row
journal-at = When
journal-what = Why, and what changed
journal-values = See the values
journal-old = Before
journal-new = After
journal-hash = Hash
journal-older = Older

jobs-lede = What the program does by itself: backups, messages, tidying.
jobs-waiting = waiting
jobs-running = at work
jobs-failed = given up
jobs-title-failed = Given up: to be decided
jobs-title-open = Waiting and at work
jobs-title-done = Done lately
jobs-none = None.
jobs-kind = Job
jobs-at = When
jobs-attempts = Attempts
jobs-error = What happened
jobs-no-error = No error
jobs-again = Again
jobs-forget = Forget
jobs-refused = The job changed meanwhile. This is how it stands.

desk-open = Open an account for somebody
open-lede = For a person who cannot do it alone. They take it over when they like, by their telephone or by the paper that you give them.
open-name = Their name
open-name-hint = As they want to be called.
open-address = Their telephone or e-mail, if they have one
open-place = Their commune
open-lang = In which language are they written to?
open-how = Where do you help them?
open-desk = At the desk
open-workshop = At a workshop
open-telephone = By telephone
open-do = Open the account
open-done = The account is open
open-give = Print this page and give it to them. The code is shown once only.
open-for = For
open-code = Code
open-claim = To take this account over: open the site, “My space”, ask for a code, then choose “I have a paper with a code”.
open-good = Good for a year, once.
open-again = Open another account
open-taken = This account is in its owner’s hands already.
open-place-wrong = Choose a commune where you work.

desk-sms = SMS received
desk-sms-lede = What people wrote by SMS. Who asks how their message stands learns whether it was read.
desk-sms-none = No SMS is to be read.
desk-sms-count = { $count ->
    [one] { $count } SMS, unread first
   *[other] { $count } SMS, unread first
}
desk-sms-name = Reference
desk-sms-at = Received
desk-sms-from = From
desk-sms-text = Text
desk-sms-read = Read
desk-sms-mark = Mark as read
