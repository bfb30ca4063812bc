# Search

search-title = ⵔⵣⵓ
search-hint = ⴰⵎⴷⵢⴰ: ⴰⴱⵔⵉⴷ, ⴰⵎⴰⵏ
search-found = ⵜⵉⵢⴰⴼⵓⵜⵉⵏ: { $count }
search-nothing = ⵓⵔ ⵉⵍⵍⵉ ⴽⵔⴰ ⵅⴼ « { $query } »
search-nothing-why = ⴰⵔⵎⴰⵜ ⵜⴰⴳⵓⵔⵉ ⵢⴰⴹⵏ, ⵏⵖ ⵉⵙⵎ ⵏ ⵜⵖⵔⵎⵜ, ⵙ ⵜⵄⵕⴰⴱⵜ ⵏⵖ ⵙ ⵜⴼⵕⴰⵏⵙⵉⵙⵜ.
search-all-projects = ⵥⵕ ⵉⵙⵏⴼⴰⵔⵏ ⴰⴽⴽⵯ
