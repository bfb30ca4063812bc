# What the command line says of an import (to the operator)

import-read = ⵜⵜⵓⵖⵔⴰⵏ: { $read }, ⵎⴷⴰⵏ: { $good }, ⵓⴳⵢⵏ: { $bad }
import-kept = ⵏⵃⴹⴰ ⵜ, ⵓⵔ ⵜ ⵏⵙⴽⵉⵏ: { $field } ({ $count })
import-left-out = ⵏⴼⵍ ⵜ (« mapping »): { $field } ({ $count })
import-unplaced = ⵉⵙⵏⴼⴰⵔⵏ ⴱⵍⴰ ⴰⴷⵖⴰⵔ: { $count }. ⵏⵃⴹⴰ ⵉⵙⵎ ⵏⵏⴰ ⵉⵍⵍⴰⵏ ⴳ ⵓⴼⴰⵢⵍⵓ
import-more-problems = … ⵜⵉⵣⴳⴰⵍ ⵢⴰⴹⵏⵉⵏ: { $count } (--rejects FICHIER)
import-nothing-written = ⵓⵔ ⵏⵃⴹⵉ ⴽⵔⴰ. ⵙⵏⴼⵍⴰⵜ ⴰⴼⴰⵢⵍⵓ, ⵏⵖ ⵙⵙⵎⵔⵙⴰⵜ --accept-valid.
import-dry-run = ⴰⵔⵎ: ⵓⵔ ⵏⵃⴹⵉ ⴽⵔⴰ.
import-saved = ⵉⵎⴰⵢⵏⵓⵜⵏ: { $created }, ⵏⴼⵍⵏ: { $updated }, ⵓⵔ ⵏⴼⵉⵍⵏ: { $unchanged }
