# Places

places-title = ⵉⴷⵖⴰⵔⵏ ⵏ ⵜⵎⵏⴰⴹⵜ
places-lede = ⵜⵉⵖⵔⵎⵉⵏ: { $count }. ⵉⵎⵣⴷⴰⵖⵏ ⴷ ⵉⵙⵏⴼⴰⵔⵏ ⵏⵏⵙⵏⵜ.
places-map = ⵜⴰⴽⴰⵕⴹⴰ
places-map-caption = ⴰⵎⴹⴰⵏ ⵏ ⵉⵎⵣⴷⴰⵖⵏ ⴳ ⴽⵓ ⵜⴰⵖⵔⵎⵜ. ⵍⵍⴰⵏ ⵉⵎⴹⴰⵏⵏ ⴰⴷ ⴳ ⵜⵍⴳⴰⵎⵜ. ⵉⵡⵓⵜⵜⴰ ⵓⵔ ⴳⵉⵏ ⵓⵏⵚⵉⴱⵏ. ⴰⵖⴱⴰⵍⵓ: HCP, ⴰⵙⵉⴹⵏ 2024.
places-provinces = ⵜⴰⵙⴳⵉⵡⵉⵏ ⴷ ⵜⵖⵔⵎⵉⵏ
places-name = ⴰⴷⵖⴰⵔ
places-kind = ⴰⵏⴰⵡ
places-communes = ⵜⵉⵖⵔⵎⵉⵏ
places-people = ⵉⵎⵣⴷⴰⵖⵏ
places-of = ⵜⵉⵖⵔⵎⵉⵏ ⵏ { $name }
places-data = ⵉⵙⴼⴽⴰ

place-description = { $kind } { $name }: ⵉⵎⵣⴷⴰⵖⵏ, ⵉⵎⴹⴰⵏⵏ ⵏ ⵓⵙⵉⴹⵏ, ⵉⵙⵏⴼⴰⵔⵏ.
place-people = ⵉⵎⵣⴷⴰⵖⵏ: { $count }
place-population = ⵉⵎⵣⴷⴰⵖⵏ (ⴰⵙⵉⴹⵏ 2024)
place-households = ⵜⵉⵡⴰⵛⵓⵏⵉⵏ
place-census = ⵎⴰⵢⴷ ⵉⵏⵏⴰ ⵓⵙⵉⴹⵏ
place-census-none = ⵓⵔ ⵍⵍⵉⵏ ⵉⵎⴹⴰⵏⵏ ⵏ ⵓⵙⵉⴹⵏ ⵉ ⵓⴷⵖⴰⵔ ⴰⴷ.
place-census-by-sex = ⵜⵉⵎⵖⴰⵔⵉⵏ ⴷ ⵉⵔⴳⴰⵣⵏ
place-census-all = ⵉⵎⵣⴷⴰⵖⵏ ⴰⴽⴽⵯ
place-what = ⵎⴰⵢⴷ ⵉⴳⴰ
place-women = ⵜⵉⵎⵖⴰⵔⵉⵏ
place-men = ⵉⵔⴳⴰⵣⵏ
place-all = ⴰⴽⴽⵯ
place-explained = ⵎⴰⵢⴷ ⵏⵏⴰⵏ ⵉⵎⴹⴰⵏⵏ ⴰⴷ?
place-source = ⴰⵖⴱⴰⵍⵓ:
place-source-estimates = ⴳ ⵜⵖⵔⵎⵉⵏ ⵏⵏⴰ ⴳ ⵍⵍⴰⵏⵜ ⵓⴳⴳⴰⵔ ⵏ 2 000 ⵏ ⵜⵡⴰⵛⵓⵏⵉⵏ, ⵜⵔⴰⵔ ⵢⴰⵜ ⵙⴳ 5. ⵉⵎⴹⴰⵏⵏ ⴰⴷ ⵓⵔ ⵎⴷⵉⵏ.
place-within = ⴳ { $name }
place-aside = ⵉⵏⵖⵎⵉⵙⵏ
place-map = ⴰⴷⵖⴰⵔ
place-map-caption = ⵉⵡⵓⵜⵜⴰ ⵓⵔ ⴳⵉⵏ ⵓⵏⵚⵉⴱⵏ. ⴰⵖⴱⴰⵍⵓ: HCP.
place-code = ⵓⵟⵟⵓⵏ ⵏ ⵓⴷⵖⴰⵔ
place-code-why = ⵓⵟⵟⵓⵏ ⵏ ⵓⵙⵉⴹⵏ (HCP), ⴰⴼⴰⴷ ⴰⴷ ⵜⴰⴼⵎ ⴰⴷⵖⴰⵔ ⴰⴷ ⴳ ⵉⵙⴼⴽⴰ.
place-readers = ⵙⴳ 100 ⵏ ⵎⴷⴷⵏ: ⵡⵉⵏⵏⴰ ⵓⵔ ⵉⵙⵙⵉⵏⵏ ⵜⵉⵖⵔⵉ
place-spoken = ⵙⴳ 100 ⵏ ⵎⴷⴷⵏ: ⵡⵉⵏⵏⴰ ⵉⵙⵙⴰⵡⴰⵍⵏ
place-table-below = ⵓⵟⵟⵓⵏⵏ ⴷⴳ ⵜⴼⵍⵡⵉⵜ.
