# The component gallery of the demonstration

design-title = ⵉⴼⵔⴷⵉⵙⵏ ⵏ ⵓⵙⵉⵜ
design-lede = ⵉⴼⵔⴷⵉⵙⵏ ⵏ ⵜⴰⵙⵏⵉⵡⵉⵏ, ⴷ ⵉⵎⴷⵢⴰⵜⵏ. ⵜⵍⵍⴰ ⵜⴰⵙⵏⴰ ⴰⴷ ⵖⴰⵙ ⴳ « ⴰⵔⵎ ».
design-form-title = ⴰⵔⵎ ⵜⵉⴼⵔⵜ ⴰⴷ
design-form-amount = ⵉⴷⵔⵉⵎⵏ (MAD)
design-form-amount-hint = ⴰⵎⴷⵢⴰ: 1 234,50
design-form-date = ⴰⵙⴰⴽⵓⴷ
design-form-date-hint = ⴰⵎⴷⵢⴰ: 2026-11-23
design-form-send = ⴰⵣⵏ
design-form-accepted = ⵜⵎⴷⴰ ⵜⵉⴼⵔⵜ. ⵓⵔ ⵏⵃⴹⵉ ⴽⵔⴰ.
