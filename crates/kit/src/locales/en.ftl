# The frame around every page, errors, forms and shared components.

site-name = Infitah
site-tagline = انفتاح · The open region
council-of = Council of the { $region } region
demo-banner = Demonstration: the projects and the amounts are made up. The communes and the census figures are real.
demo-word = demonstration
not-published = not published

skip-to-content = Skip to content
languages-label = Language of the page
sections-label = Sections of the site
crumbs-label = Where you are
search-site = Search the site
search-do = Search
search-what = What are you looking for?
place-label = Place:
place-choose-province = Choose a province
place-or-commune = or a commune
place-show = Show
section-projects = Projects
section-places = Places
home-link = Home

# Listening to a page
listen-title = Listen to this page
listen-section = Listen to this part
listen-voices = { $count ->
    [one] 1 voice
   *[other] { $count } voices
}
listen-person = read by a person
listen-machine = Listen (this device’s voice)
listen-not-yet = not recorded yet
listen-no-voice = not recorded yet, and this device has no voice for this language
listen-stop = Stop
listen-elsewhere = Open the page in { $language }

# Footer
help-title = Need help?
help-phone = You can call. We answer in your language.
help-no-phone = The phone number is not published yet.
contact-title = Contact us
about-title = About
about-link = This site
accessibility-link = Accessibility: what works, what is missing
privacy-link = Legal notice and privacy
data-link = Open data
words-link = The words explained
messages-link = Cost of messages
design-link = The components of the site
outbox-link = Messages that would have left

# Errors
error-not-found = This page does not exist
error-date = This date cannot be read; write 2026-11-23.
error-bad-request = The address or what you sent is not complete
error-method = This page cannot be used in this way
error-too-large = What you are sending is too large
error-forbidden = We could not check what you sent. Open the page and try again
error-busy = Too many people at the same time. Try again in a few moments
error-timeout = The connection was too slow. Try again
error-internal = Something went wrong on our side. Nothing is lost
error-ways-on = You can search for what you wanted, or start again from one of these pages.
error-number = Error { $number }
form-error-prefix = Error:
form-errors-title = There is a problem
form-required = Write something here
form-too-long = Write { $figure } letters at most
form-not-a-number = Write a number, like 1 234,50
form-not-a-date = Write a date, like 2026-11-23

# Money
money-units = { $amount } { $currency }
money-million = { $amount } million { $currency }
money-millions = { $amount } million { $currency }
money-billion = { $amount } billion { $currency }
money-billions = { $amount } billion { $currency }
currency-MAD = dirhams

# For narrow columns
money-short-units = { $amount } { $currency }
money-short-millions = { $amount } M { $currency }
money-short-billions = { $amount } bn { $currency }
currency-short-MAD = DH

# Stages
stages-label = The stages of the project
stage-done = (done)
stage-now = (now)
stage-later = (later)
stage-idea = Idea
stage-prepared = Prepared
stage-works = Works
stage-finished = Finished
stage-service = In service

# Progress
progress-built = Works built
progress-paid = Money paid
progress-built-short = Built
progress-paid-short = Paid
progress-measured = Measured on { $date }.
progress-source = Source:
progress-gap = Paying went faster than building: { $points } points apart.

# Who pays
funding-caption = Who pays how much
funding-who = Who pays
funding-promised = Promised
funding-total = Total
funding-differs = The shares do not add up to the total.
funding-differs-by = The shares add up to { $sum }; the published cost is { $total }.

# Lists
pages-label = Pages of the list
pages-page = Page
pages-next = Next page
downloads-list = Download this list

# The gallery of the demonstration
design-form-name = Your name
