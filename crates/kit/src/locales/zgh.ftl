# The frame around every page, errors, forms and shared components.
# Every Tifinagh text is a draft that waits for a qualified reader. See docs/LANGUAGE-REVIEW.md.

site-name = ⵉⵏⴼⵉⵜⴰⵃ
site-tagline = Infitah · ⵜⴰⵎⵏⴰⴹⵜ, ⵉⵎⵉ ⵉⵕⵥⵎⵏ
council-of = ⴰⵙⵇⵇⵉⵎ ⵏ ⵜⵎⵏⴰⴹⵜ ⵏ { $region }
demo-banner = ⴰⵔⵎ: ⵉⵙⵏⴼⴰⵔⵏ ⴷ ⵉⴷⵔⵉⵎⵏ ⵓⵔ ⴳⵉⵏ ⵜⵉⴷⵜ. ⵜⵉⵖⵔⵎⵉⵏ ⴷ ⵉⵎⴹⴰⵏⵏ ⵏ ⵓⵙⵉⴹⵏ ⴳⴰⵏ ⵜⵉⴷⵜ.
demo-word = ⴰⵔⵎ
not-published = ⵓⵔ ⵉⵜⵜⵓⴼⵙⴰⵔ

skip-to-content = ⴷⴷⵓ ⵖⵔ ⵜⵓⵎⴰⵢⵜ
languages-label = ⵜⵓⵜⵍⴰⵢⵜ ⵏ ⵜⴰⵙⵏⴰ
sections-label = ⵉⴳⵣⵓⵎⵏ
crumbs-label = ⵎⴰⵏⵉ ⵜⵍⵍⴰⵎ
search-site = ⵔⵣⵓ ⴳ ⵓⵙⵉⵜ
search-do = ⵔⵣⵓ
search-what = ⵎⴰⵢⴷ ⵜⵔⵣⵣⵓⵎ?
place-label = ⴰⴷⵖⴰⵔ:
place-choose-province = ⵙⵜⵉ ⵜⴰⵙⴳⴰ
place-or-commune = ⵏⵖ ⵜⴰⵖⵔⵎⵜ
place-show = ⵥⵕ
section-projects = ⵉⵙⵏⴼⴰⵔⵏ
section-places = ⵉⴷⵖⴰⵔⵏ
home-link = ⴰⵙⵏⵓⴱⴳ

# Listening to a page
listen-title = ⵙⵙⴼⵍⴷ ⵉ ⵜⴰⵙⵏⴰ ⴰⴷ
listen-section = ⵙⵙⴼⵍⴷ ⵉ ⵓⴳⵣⵣⵓⵎ ⴰⴷ
listen-voices = ⵜⵉⵖⵔⵉⵡⵉⵏ: { $count }
listen-person = ⵉⵖⵔⴰ ⵜⵜ ⵓⴼⴳⴰⵏ
listen-machine = ⵙⵙⴼⵍⴷ (ⵜⴰⵎⴰⵛⵉⵏⵜ)
listen-not-yet = ⵓⵔ ⵜⴰ ⵜⵜ ⵉⵖⵔⵉ ⵢⴰⵏ
listen-no-voice = ⵓⵔ ⵜⴰ ⵜⵜ ⵉⵖⵔⵉ ⵢⴰⵏ. ⵜⴰⵎⴰⵛⵉⵏⵜ ⴰⴷ ⵓⵔ ⵜⵙⵙⵉⵏ ⵜⵓⵜⵍⴰⵢⵜ ⴰⴷ
listen-stop = ⵙⴱⴷⴷ
listen-elsewhere = ⵕⵥⵎ ⵜⴰⵙⵏⴰ ⵙ { $language }

# Footer
help-title = ⵉⵙ ⵜⵔⵉⵎ ⵜⵉⵡⵉⵙⵉ?
help-phone = ⵙⵉⵡⵍⴰⵜ ⵙ ⵓⵜⵉⵍⵉⴼⵓⵏ. ⵔⴰⴷ ⴰⵡⵏ ⵏⵔⴰⵔ ⵙ ⵜⵓⵜⵍⴰⵢⵜ ⵏⵏⵓⵏ.
help-no-phone = ⵓⵟⵟⵓⵏ ⵏ ⵓⵜⵉⵍⵉⴼⵓⵏ ⵓⵔ ⵜⴰ ⵉⵜⵜⵓⴼⵙⴰⵔ.
contact-title = ⵙⵉⵡⵍⴰⵜ ⴰⴽⵉⴷⵏⵖ
about-title = ⵅⴼ ⵓⵙⵉⵜ ⴰⴷ
about-link = ⴰⵙⵉⵜ ⴰⴷ
accessibility-link = ⴰⴷⴰⴼ ⵉ ⴽⵓ ⵢⴰⵏ: ⵎⴰⵢⴷ ⵉⵙⵡⵡⵓⵔⵉⵏ, ⵎⴰⵢⴷ ⵉⵇⵇⵉⵎⵏ
privacy-link = ⵉⵣⵔⴼⴰⵏ ⴷ ⵉⵙⴼⴽⴰ ⵏⵏⵓⵏ
data-link = ⵉⵙⴼⴽⴰ ⵕⵥⵎⵏⵉⵏ
words-link = ⵜⵉⴳⵓⵔⵉⵡⵉⵏ ⴷ ⵓⵏⴰⵎⴽ ⵏⵏⵙⵏⵜ
messages-link = ⴰⵜⵉⴳ ⵏ ⵜⵓⵣⵉⵏⵉⵏ
design-link = ⵉⴼⵔⴷⵉⵙⵏ ⵏ ⵓⵙⵉⵜ
outbox-link = ⵜⵓⵣⵉⵏⵉⵏ ⵏⵏⴰ ⵔⴰⴷ ⴷⴷⵓⵏⵜ

# Errors
error-not-found = ⵓⵔ ⵜⵍⵍⵉ ⵜⴰⵙⵏⴰ ⴰⴷ
error-date = ⴰⵙⴰⴽⵓⴷ ⴰⴷ ⵓⵔ ⵉⵜⵜⵓⵖⵔⵉ; ⴰⵔⴰⵜ 2026-11-23.
error-bad-request = ⵜⴰⵏⵙⴰ ⵏⵖ ⴰⵙⵓⵜⵔ ⵓⵔ ⵉⵎⴷⵉ
error-method = ⵓⵔ ⴷⴰ ⵜⵙⵡⵡⵓⵔⵉ ⵜⴰⵙⵏⴰ ⴰⴷ ⵎⴽⴰ
error-too-large = ⵎⵇⵇⵓⵔ ⴽⵉⴳⴰⵏ ⵎⴰⵢⴷ ⵜⵓⵣⵏⵎ
error-forbidden = ⵓⵔ ⵏⵣⵎⵉⵔ ⴰⴷ ⵏⵇⴱⵍ ⴰⵙⵓⵜⵔ ⴰⴷ. ⵕⵥⵎⴰⵜ ⵜⴰⵙⵏⴰ, ⴰⵔⵎⴰⵜ ⴷⴰⵖ
error-busy = ⴳⴳⵓⵜⵏ ⵎⴷⴷⵏ ⴷⵖⵉ. ⴰⵔⵎⴰⵜ ⴷⴰⵖ ⴷⴼⴼⵉⵔ ⵉⵎⵉⴽ
error-timeout = ⵉⵥⵥⴰⵢ ⵓⵣⴷⴰⵢ. ⴰⵔⵎⴰⵜ ⴷⴰⵖ
error-internal = ⵜⴰⵣⴳⵍⵜ ⵙⴳ ⵖⵓⵔⵏⵖ. ⵓⵔ ⵉⵊⵍⵉ ⴽⵔⴰ
error-ways-on = ⵔⵣⵓⵢⴰⵜ ⵅⴼ ⵎⴰⵢⴷ ⵜⵔⴰⵎ, ⵏⵖ ⴷⴷⵓⵢⴰⵜ ⵖⵔ ⵢⴰⵜ ⵙⴳ ⵜⴰⵙⵏⵉⵡⵉⵏ ⴰⴷ.
error-number = ⵜⴰⵣⴳⵍⵜ { $number }
form-error-prefix = ⵜⴰⵣⴳⵍⵜ:
form-errors-title = ⵜⵍⵍⴰ ⵜⵣⴳⵍⵜ
form-required = ⵙⵙⴽⵛⵎⴰⵜ ⴽⵔⴰ ⴷⴰ
form-too-long = ⴳⴳⵓⵜⵏ ⵉⵙⴽⴽⵉⵍⵏ. ⴰⵡⵜⵜⵓ: { $figure }
form-not-a-number = ⵙⵙⴽⵛⵎⴰⵜ ⵓⵟⵟⵓⵏ, ⵣⵓⵏⴷ 1 234,50
form-not-a-date = ⵙⵙⴽⵛⵎⴰⵜ ⴰⵙⴰⴽⵓⴷ, ⵣⵓⵏⴷ 2026-11-23

# Money: the currency stands after « ⵏ », so in its annexed form
money-units = { $amount } ⵏ { $currency }
money-million = { $amount } ⵏ ⵓⵎⵍⵢⵓⵏ ⵏ { $currency }
money-millions = { $amount } ⵏ ⵓⵎⵍⵢⵓⵏ ⵏ { $currency }
money-billion = { $amount } ⵏ ⵓⵎⵍⵢⴰⵔ ⵏ { $currency }
money-billions = { $amount } ⵏ ⵓⵎⵍⵢⴰⵔ ⵏ { $currency }
currency-MAD = ⵓⴷⵔⵉⵎ
# For narrow columns
money-short-units = { $amount } { $currency }
money-short-millions = { $amount } ⵎⵍⵢⵓⵏ { $currency }
money-short-billions = { $amount } ⵎⵍⵢⴰⵔ { $currency }
currency-short-MAD = MAD

# Stages
stages-label = ⵜⵉⵙⵓⵔⵉⴼⵉⵏ ⵏ ⵓⵙⵏⴼⴰⵔ
stage-done = (ⵜⵎⴷⴰ)
stage-now = (ⴷⵖⵉ)
stage-later = (ⴷⴼⴼⵉⵔ ⵓⵢⴰ)
stage-idea = ⵜⴰⵡⵏⴳⵉⵎⵜ
stage-prepared = ⵢⵓⵊⴷ
stage-works = ⵜⵉⵡⵓⵔⵉⵡⵉⵏ
stage-finished = ⵉⵎⴷⴰ
stage-service = ⴷⴰ ⵉⵙⵡⵡⵓⵔⵉ

# Progress
progress-built = ⵜⴰⵡⵓⵔⵉ ⵉⵜⵜⵓⵙⴽⴰⵔⵏ
progress-paid = ⵉⴷⵔⵉⵎⵏ ⵜⵜⵓⴼⵔⴰⵏⵉⵏ
progress-built-short = ⵉⵜⵜⵓⵙⴽⴰⵔ
progress-paid-short = ⵉⵜⵜⵓⴼⵔⴰ
progress-measured = ⴰⵙⴰⴽⵓⴷ: { $date }.
progress-source = ⴰⵖⴱⴰⵍⵓ:
progress-gap = ⵣⵡⴰⵔⵏ ⵉⴷⵔⵉⵎⵏ ⵜⴰⵡⵓⵔⵉ. ⴰⵎⵣⴰⵔⴰⵢ: { $points }.

# Who pays
funding-caption = ⵎⴰⵏⵡⴰ ⵉⴼⵔⵔⵓⵏ, ⴷ ⵎⵏⵛⴽ
funding-who = ⵎⴰⵏⵡⴰ ⵉⴼⵔⵔⵓⵏ
funding-promised = ⵔⴰⴷ ⵉⴼⵔⵓ
funding-total = ⵜⴰⵎⵓⵜⵜⵔⵜ
funding-differs = ⵓⵔ ⵎⵙⴰⵙⴰⵏ ⵉⵎⴹⴰⵏⵏ.
funding-differs-by = ⵜⴰⵎⵓⵜⵜⵔⵜ: { $sum }. ⴰⵜⵉⴳ ⵉⵜⵜⵓⴼⵙⴰⵔⵏ: { $total }.

# Lists
pages-label = ⵜⴰⵙⵏⵉⵡⵉⵏ ⵏ ⵜⵍⴳⴰⵎⵜ
pages-page = ⵜⴰⵙⵏⴰ
pages-next = ⵜⴰⵙⵏⴰ ⵜⵓⴹⴼⵉⵕⵜ
downloads-list = ⴰⵡⵢ ⵜⴰⵍⴳⴰⵎⵜ ⴰⴷ

# The gallery of the demonstration
design-form-name = ⵉⵙⵎ ⵏⵏⵓⵏ
