# ⵜⵉⴼⵔⴽⵉⵡⵉⵏ

edit-needed = (ⵉⵅⵚⵚⴰ)
edit-not-said = ⵓⵔ ⵉⵜⵜⵓⵏⵏⴰ
edit-no-choices = ⵓⵔⵜⴰ ⵉⵍⵍⵉ ⵎⴰⴷ ⵉⵜⵜⵙⵜⴰⵢⵏ: ⵔⵏⵓⵜ ⵉⵎⵙⴽⴰⵔⵏ ⴳ ⵜⴰⵙⵏⴰ «ⵎⴰⵏⵡⴰ».
edit-pairs-hint = ⵉⵣⵔⵉⵔⵉⴳ ⵉ ⴽⵓ ⴰⵣⴰⵍ: ⵉⵙⵎ, ⵙⵏⴰⵜ ⵜⵏⵇⵇⵉⴹⵉⵏ, ⴰⵣⴰⵍ.
edit-must = ⵉⵅⵚⵚⴰ ⵓⵔⴰⵔ ⴰⴷ.
edit-must-with = ⵔⴰⵔⴰⵜ ⴷⴰ ⴰⵡⴷ, ⵏⵖ ⴽⴽⵙⴰⵜ ⵎⴰⴷ ⵉⴷⴷⴰⵏ ⴰⴽⴷⵙ.
edit-too-long = ⵉⵖⵣⵣⵉⴼ ⴱⴰⵀⵔⴰ: { $figure } ⵏ ⵉⵙⴽⴽⵉⵍⵏ ⵅⴼ ⵓⴳⴳⴰⵔ.
edit-wrong-number = ⴰⵔⴰⵜ ⵓⵟⵟⵓⵏ ⵉⴽⵎⵍⵏ, ⵣⵓⵏⴷ 12.
edit-wrong-percent = ⴰⵔⴰⵜ ⵓⵟⵟⵓⵏ ⵙⴳ 0 ⴰⵔ 100.
edit-wrong-amount = ⴰⵔⴰⵜ ⴰⵎⴰⵜⴰⵔ ⵏ ⵉⴷⵔⵉⵎⵏ, ⵣⵓⵏⴷ 1250000.
edit-wrong-currency = ⴰⵔⴰⵜ ⴰⵏⴳⴰⵍ ⵏ ⵜⴰⴷⵔⵉⵎⵜ ⵙ ⴽⵔⴰⴹ ⵉⵙⴽⴽⵉⵍⵏ, ⵣⵓⵏⴷ MAD.
edit-wrong-day = ⴰⵔⴰⵜ ⴰⵙⴰⴽⵓⴷ: ⴰⵙⴳⴳⵯⴰⵙ, ⴰⵢⵢⵓⵔ, ⴰⵙⵙ, ⵣⵓⵏⴷ 2026-01-31.
edit-wrong-choice = ⵙⵜⵉⵢⴰⵜ ⵢⴰⵏ ⵓⵔⴰⵔ ⵙⴳ ⵡⵉⴷ ⵉⵍⵍⴰⵏ.
edit-wrong-position = ⴰⵔⴰⵜ ⵜⵉⵔⵓⵜ ⴷ ⵜⵉⵖⵣⵉ ⵙ ⵜⴼⵙⵏⵉⵡⵉⵏ, ⵣⵓⵏⴷ 32,33 ⴷ -6,35.
edit-wrong-geometry = ⵓⵔ ⵉⴳⵉ ⴰⵢⴰⴷ ⵓⵏⵓⵖ GeoJSON (Point, LineString, Polygon…).
edit-wrong-pairs = ⵉⵅⵚⵚⴰ ⴽⵓ ⵉⵣⵔⵉⵔⵉⴳ ⵉⵙⵎ, ⵙⵏⴰⵜ ⵜⵏⵇⵇⵉⴹⵉⵏ ⴷ ⵓⵣⴰⵍ.
edit-currency = ⵜⴰⴷⵔⵉⵎⵜ
edit-latitude = ⵜⵉⵔⵓⵜ
edit-longitude = ⵜⵉⵖⵣⵉ
edit-other-languages = ⵜⵓⵜⵍⴰⵢⵉⵏ ⵢⴰⴹⵏ
