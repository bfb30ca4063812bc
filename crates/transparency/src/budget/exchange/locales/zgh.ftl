# What an import of a budget says (to the operator)
import-budget-row = ⵉⵣⵔⵉⵔⵉⴳ { $row }:
import-budget-nothing = ⵡⴰⵍⵓ
import-budget-not-a-table = ⵉⴷⵔⵉⵎⵏ ⴰⴷ ⴽⵛⵎⵏ ⵙⴳ ⵓⴼⴰⵢⵍⵓ CSV ⵏⵖ XLSX.
import-budget-too-long = ⴳ ⵓⴼⴰⵢⵍⵓ ⴰⴷ ⴳⴳⵓⵜⵏ ⵉⵣⵔⵉⵔⵉⴳⵏ ({ $value }).
import-budget-no-header = ⵓⵔ ⵜⵜⵓⵔⵎⵙⵏⵜ ⵜⵉⵙⵎⵉⵜⵉⵏ ⵏ ⵉⴳⵉⵊⴷⴰ. ⵙⵎⵎⴰⵜ ⵜⵏⵜ: { $value }
import-budget-none = ⵓⵔ ⵉⵍⵍⵉ ⵓⵣⵔⵉⵔⵉⴳ ⵏ { $value }; ⵥⵔⴰⵜ --year ⴷ --phase.
import-budget-levels = ⴳⴳⵓⵜⵏ ⵉⵙⵡⵉⵔⵏ: ⴰⵔ ⵏⵜⵜⴰⵎⵥ ⵉⴷⴷⴰ, ⵡⵉⵢⵢⴰⴹ ⵎⵓⵏⵏ ⵜⵏ.
import-budget-year = « { $value } » ⵓⵔ ⵜⴳⵉ ⴰⵙⴳⴳⵯⴰⵙ.
import-budget-phase = « { $value } » ⵓⵔ ⵉⴳⵉ ⴰⵎⵓⵔ (voted, modified, executed).
import-budget-direction = « { $value } » ⵓⵔ ⵉⴳⵉ ⴰⴽⵛⵛⵓⵎ ⵓⵍⴰ ⵓⴼⵓⵖ (revenue, spending).
import-budget-no-direction = ⴰⴽⵛⵛⵓⵎ ⵏⵖ ⵓⴼⵓⵖ? ⴰⵔⴰⵜ direction.
import-budget-part = « { $value } » ⵓⵔ ⵉⴳⵉ running ⵓⵍⴰ equipment.
import-budget-account = « { $value } » ⵓⵔ ⵉⴳⵉ ⴰⵎⵉⴹⴰⵏ; ⴰⵔⴰⵜ main, annexed:CODE ⵏⵖ special:CODE.
import-budget-node = « { $value } » ⵓⵔ ⵉⴳⵉ ⴰⴷⵖⴰⵔ ⴳ ⵉⴷⵔⵉⵎⵏ, ⵣⵓⵏⴷ spending/2/30.
import-budget-gap = ⵉⵡⵔⵉ ⵢⴰⵏ ⵓⵏⴳⴰⵍ ⵉⵏⴳⵔ ⵙⵉⵏ ⵉⵙⵡⵉⵔⵏ.
import-budget-cofog = « { $value } » ⵓⵔ ⵉⴳⵉ ⴰⵏⴳⴰⵍ COFOG, ⵣⵓⵏⴷ 04.5.1.
import-budget-purpose = « { $value } » ⵓⵔ ⵉⵜⵜⵢⴰⵙⵏ; ⵥⵔⴰⵜ ⴰⵎⵏⵀⴰⵢ.
import-budget-family = « { $value } » ⵓⵔ ⵜⴳⵉ ⵜⴰⵡⵊⴰ ⵏ ⵓⵙⵍⴳⵏ; ⵥⵔⴰⵜ ⴰⵎⵏⵀⴰⵢ.
import-budget-mandatory = « { $value } » ⵓⵔ ⵉⵜⵜⵢⴰⵙⵏ; ⵥⵔⴰⵜ ⴰⵎⵏⵀⴰⵢ.
import-budget-yes = « { $value } » ⵓⵔ ⵉⴳⵉ ⵢⴰⵀ ⵓⵍⴰ ⵓⵀⵓ.
import-budget-place = « { $value } » ⵓⵔ ⵉⴳⵉ ⴰⵏⴳⴰⵍ ⵏ ⵓⴷⵖⴰⵔ ⵉⵜⵜⵢⴰⵙⵙⵏⵏ.
import-budget-currency = « { $value } » ⵓⵔ ⵜⴳⵉ ⵜⴰⵙⵏⵜ ⵏ ⵉⴷⵔⵉⵎⵏ.
import-budget-amount = « { $value } » ⵓⵔ ⵉⴳⵉ ⴰⵜⵉⴳ ⵉⴱⴰⵏⵏ; ⴰⵔⴰⵜ decimal.
import-budget-no-code = ⴰⵣⵔⵉⵔⵉⴳ « { $value } » ⵓⵔ ⴷⴰⵔⵙ ⴰⵏⴳⴰⵍ.
import-budget-above = { $value } ⵉⵍⵍⴰ ⵏⵏⵉⴳ ⵉⵣⵔⵉⵔⵉⴳⵏ ⵢⴰⴹⵏ; ⴰⵔⴰⵜ rows = "levels" ⵎⴽ ⵉⴳⴰ ⴰⵎⵓⵏ ⵏⵏⵙⵏ.
import-budget-no-name = { $value } ⵓⵔ ⴷⴰⵔⵙ ⵉⵙⵎ.
import-budget-twice = ⴰⵣⵔⵉⵔⵉⴳ { $value } ⵉⵍⵍⴰ ⵢⴰⴷⵍⵍⵉ.
import-budget-total = { $node }, { $measure }: ⴰⵔⵔⴰ ⵉⵏⵏⴰ { $stated }, ⵉⵣⵔⵉⵔⵉⴳⵏ { $computed }; ⴰⵎⵣⴰⵔⴰⵢ { $difference }
import-budget-two-paths = « { $line } » ({ $amount }) ⵉⵍⵍⴰ ⴳ ⵙⵉⵏ ⵉⴷⵖⴰⵔⵏ: { $first } ⴷ { $again }. repeated_lines = true
import-budget-surplus = ⵓⴽⴰⵏ { $left }, ⵢⵓⵎⵥ { $carried }; ⴰⵎⵣⴰⵔⴰⵢ { $difference } (111-14, 167)
import-budget-others = ⵉⵣⵔⵉⵔⵉⴳⵏ ⵏ ⵉⵙⴳⴳⵯⴰⵙⵏ ⵢⴰⴹⵏ: { $count }
import-budget-absent = ⴰⵣⵔⵉⵔⵉⴳ ⵓⵔ ⵉⵍⵍⵉⵏ ⴳ ⵓⴼⴰⵢⵍⵓ: { $line }
import-budget-kept = ⵇⵇⵉⵎⵏ ⵉⵣⵔⵉⵔⵉⴳⵏ: { $count } (--whole)
import-budget-dropped = ⵜⵜⵡⴰⴽⴽⵙⵏ ⵉⵣⵔⵉⵔⵉⴳⵏ: { $count }
import-budget-ignored = ⴰⴳⵉⵊⴷⵉ ⵓⵔ ⵉⵜⵜⵡⴰⵖⵔⵉ: { $field } ({ $count })
import-budget-no-project = { $project } ⵓⵔ ⵜⴰ ⵉⵍⵍⵉ ⴳ ⵓⵣⵎⵎⴻⵎ ({ $rows })
import-budget-read = ⵜⵜⵡⴰⵖⵔⴰⵏ { $read }, ⵜⵜⵡⴰⵎⵥⵏ { $lines }, ⵉⵎⵓⵏⵏ { $stated }, ⵉⵎⵓⴽⵔⵉⵙⵏ { $bad }
import-budget-same = ⵓⵔ ⵉⵙⵏⴼⵍ ⵡⴰⵍⵓ: { $edition }
import-budget-saved = { $edition }: ⵉⵎⴰⵢⵏⵓⵜⵏ { $created }, ⵙⵏⴼⵍⵏ { $updated }, ⵇⵇⵉⵎⵏ { $unchanged }
import-budget-refused = ⵓⵔ ⵉⵜⵜⵡⴰⵔⵉ ⵡⴰⵍⵓ. ⵙⵎⵔⴰⵙⴰⵜ ⴰⴼⴰⵢⵍⵓ.
import-budget-undone = { $id } ⵉⵜⵜⵡⴰⴽⴽⵙ: { $edition }
import-budget-words = ⵉⵙⵏⴼⵍⵏ: { $count }

# Open fiscal data
budget-data-title = ⵉⴷⵔⵉⵎⵏ ⵏ { $council }
