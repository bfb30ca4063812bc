# Open data

section-data = ⵉⵙⴼⴽⴰ
section-words = ⵜⵉⴳⵓⵔⵉⵡⵉⵏ
data-title = ⵉⵙⴼⴽⴰ ⵕⵥⵎⵏⵉⵏ
data-lede = ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⴰⵡⵉⵎ ⵎⴰⵢⴷ ⵉⵍⵍⴰⵏ ⴳ ⵜⴰⵙⵏⵉⵡⵉⵏ, ⴱⵍⴰ ⴰⵎⵉⴹⴰⵏ.
data-projects-what = ⴽⵓ ⴰⵙⵏⴼⵍ ⵏ ⵉⵙⵏⴼⴰⵔⵏ ⵉⵍⵍⴰ ⴳ ⵉⴼⵓⵢⵍⴰ.
data-places-what = ⵉⴷⵖⴰⵔⵏ ⵏ ⵍⵎⵖⵔⵉⴱ (ⵓⵟⵟⵓⵏ, ⵉⵙⵎ, ⵉⵎⵣⴷⴰⵖⵏ) ⴷ ⵉⵎⴹⴰⵏⵏ ⵏ ⵓⵙⵉⴹⵏ ⵏ ⵜⵎⵏⴰⴹⵜ, ⴳ ⵜⴼⵍⵡⵉⵜ.
data-places-table = ⵉⴷⵖⴰⵔⵏ: ⵓⵟⵟⵓⵏ, ⵉⵙⵎ, ⵉⵎⵣⴷⴰⵖⵏ
data-census = ⵉⵎⴹⴰⵏⵏ ⵏ ⵓⵙⵉⴹⵏ, ⵢⴰⵏ ⴳ ⴽⵓ ⵉⵣⵔⵉⵔⵉⴳ
data-how = ⵎⴰⵎⴽ ⴰⴷ ⵜⵏ ⵜⴰⵡⵉⵎ
data-how-lists = ⴽⵓ ⵜⴰⵍⴳⴰⵎⵜ ⴷⴰ ⵜⴰⴽⴽⴰ ⵎⴰⵢⴷ ⵜⵙⴽⴰⵏ: ⵙⵜⵉⵢⴰⵜ, ⴰⵡⵢⴰⵜ.
data-how-api = ⵉ ⵉⵖⴰⵡⴰⵙⵏ:
data-licence = ⵜⵓⵔⴰⴳⵜ:
data-csv = ⵜⴰⴼⵍⵡⵉⵜ: ⴰⵙⵏⴼⴰⵔ ⴳ ⴽⵓ ⵉⵣⵔⵉⵔⵉⴳ
data-xlsx = ⵜⴰⴼⵍⵡⵉⵜ ⵏⵏⵉⵜ ⵉ Excel ⴷ LibreOffice
data-oc4ids = ⵎⴰⵢⴷ ⵉⵜⵜⵓⴼⵙⵔⵏ ⵅⴼ ⴽⵓ ⴰⵙⵏⴼⴰⵔ, ⵙ OC4IDS 0.9.5
data-geojson = ⵉⵙⵏⴼⴰⵔⵏ ⴳ ⵜⴽⴰⵕⴹⴰ
data-api = ⵜⴰⵙⵏⴰ ⵙ ⵜⴰⵙⵏⴰ, ⵉ ⵉⵖⴰⵡⴰⵙⵏ
data-package = ⴰⵙⴼⵔⵓ ⵏ ⵜⴼⵍⵡⵉⵜ
data-openapi = ⴰⵙⴼⵔⵓ ⵏ ⵡⴰⵏⵙⵉⵡⵏ
data-budgets = ⵉⴷⵔⵉⵎⵏ
data-budgets-what = ⴽⵓ ⴰⵣⵔⵉⵔⵉⴳ ⵉⴳⴰ ⴰⵣⵔⵉⵔⵉⴳ ⵏ ⵉⴷⵔⵉⵎⵏ.
data-budget-voted = ⵉⴷⵔⵉⵎⵏ ⵏ { $year }
data-budget-modified = ⵉⴷⵔⵉⵎⵏ ⵉⵙⵏⴼⵍⵏ ⵏ { $year }
data-budget-executed = ⵎⴰⵢⴷ ⵉⵜⵜⵓⵙⵅⵙⴰⵔⵏ ⴳ { $year }
data-budget-package = ⴰⴽⴽⵯ ⵉⴷⵔⵉⵎⵏ
