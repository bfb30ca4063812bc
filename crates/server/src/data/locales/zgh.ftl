# Open data

section-data = ⵉⵙⴼⴽⴰ
section-words = ⵜⵉⴳⵓⵔⵉⵡⵉⵏ
data-title = ⵉⵙⴼⴽⴰ ⵕⵥⵎⵏⵉⵏ
data-lede = ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⴰⵡⵉⵎ ⵎⴰⵢⴷ ⵉⵍⵍⴰⵏ ⴳ ⵜⴰⵙⵏⵉⵡⵉⵏ, ⴱⵍⴰ ⴰⵎⵉⴹⴰⵏ.
data-projects-what = ⴽⵓ ⴰⵙⵏⴼⵍ ⵏ ⵉⵙⵏⴼⴰⵔⵏ ⵉⵍⵍⴰ ⴳ ⵉⴼⵓⵢⵍⴰ.
data-places-what = ⵉⴷⵖⴰⵔⵏ ⵏ ⵍⵎⵖⵔⵉⴱ (ⵓⵟⵟⵓⵏ, ⵉⵙⵎ, ⵉⵎⵣⴷⴰⵖⵏ) ⴷ ⵉⵎⴹⴰⵏⵏ ⵏ ⵓⵙⵉⴹⵏ ⵏ ⵜⵎⵏⴰⴹⵜ, ⴳ ⵜⴼⵍⵡⵉⵜ.
data-places-table = ⵉⴷⵖⴰⵔⵏ, CSV
data-census-table = ⵉⵎⴹⴰⵏⵏ ⵏ ⵓⵙⵉⴹⵏ, CSV
data-how = ⵎⴰⵎⴽ ⴰⴷ ⵜⵏ ⵜⴰⵡⵉⵎ
data-how-lists = ⴽⵓ ⵜⴰⵍⴳⴰⵎⵜ ⴷⴰ ⵜⴰⴽⴽⴰ ⵎⴰⵢⴷ ⵜⵙⴽⴰⵏ: ⵙⵜⵉⵢⴰⵜ, ⴰⵡⵢⴰⵜ.
data-how-api = ⵉ ⵉⵖⴰⵡⴰⵙⵏ:
data-licence = ⵜⵓⵔⴰⴳⵜ:
