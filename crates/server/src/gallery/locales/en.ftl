# The component gallery of the demonstration

design-title = The components of the site
design-lede = Every piece of the pages, with examples. This page exists only in the demonstration.
design-form-title = A form to try
design-form-amount = An amount in dirhams
design-form-amount-hint = Example: 1 234,50
design-form-date = A date
design-form-date-hint = Example: 2026-11-23
design-form-send = Send
design-form-accepted = The form is right. Nothing has been kept.
