# What the command line says of an import (to the operator)

import-read = ⵜⵜⵓⵖⵔⴰⵏ: { $read }, ⵎⴷⴰⵏ: { $good }, ⵓⴳⵢⵏ: { $bad }
import-kept = ⵏⵃⴹⴰ ⵜ, ⵓⵔ ⵜ ⵏⵙⴽⵉⵏ: { $field } ({ $count })
import-left-out = ⵏⴼⵍ ⵜ (« mapping »): { $field } ({ $count })
import-unplaced = ⵉⵙⵏⴼⴰⵔⵏ ⴱⵍⴰ ⴰⴷⵖⴰⵔ: { $count }. ⵏⵃⴹⴰ ⵉⵙⵎ ⵏⵏⴰ ⵉⵍⵍⴰⵏ ⴳ ⵓⴼⴰⵢⵍⵓ
import-more-problems = … ⵜⵉⵣⴳⴰⵍ ⵢⴰⴹⵏⵉⵏ: { $count } (--rejects FICHIER)
import-nothing-written = ⵓⵔ ⵏⵃⴹⵉ ⴽⵔⴰ. ⵙⵏⴼⵍⴰⵜ ⴰⴼⴰⵢⵍⵓ, ⵏⵖ ⵙⵙⵎⵔⵙⴰⵜ --accept-valid.
import-dry-run = ⴰⵔⵎ: ⵓⵔ ⵏⵃⴹⵉ ⴽⵔⴰ.
import-saved = ⵉⵎⴰⵢⵏⵓⵜⵏ: { $created }, ⵏⴼⵍⵏ: { $updated }, ⵓⵔ ⵏⴼⵉⵍⵏ: { $unchanged }
import-matches = ⵉⵎⴰⵢⵏⵓⵜⵏ: { $new }, ⵏⵙⵙⵏ ⵜⵏ ⵢⴰⴷ: { $known }
import-row-new = ⴰⵣⵔⵉⴳ { $row }: { $identifier } ⴷ ⴰⵎⴰⵢⵏⵓ
import-row-known = ⴰⵣⵔⵉⴳ { $row }: ⵏⵙⵙⵏ { $identifier }, ⴰⴷ ⵉⵏⴼⵍ
import-row-unmatched = ⴰⵣⵔⵉⴳ { $row }: ⵓⵔ ⵏⵓⴼⵉ ⴰⵙⵏⴼⴰⵔ { $identifier }
import-more-rows = … ⵢⴰⴹⵏⵉⵏ: { $count }
import-absent = ⵉⵙⵏⴼⴰⵔⵏ ⵏⵏⴰ ⵏⵙⵙⵏ ⵣⵖ ⵢⴰⵏ ⵓⵖⴱⴰⵍⵓ ⵓⵔ ⵍⵍⵉⵏ ⴳ ⵓⴼⴰⵢⵍⵓ ⴰⴷ: { $count }. ⵓⵔ ⵏⴼⵉⵍⵏ.
import-row-absent = ⵓⵔ ⵉⵍⵍⵉ ⴳ ⵓⴼⴰⵢⵍⵓ: { $identifier }
import-can-be-undone = ⴰⵙⵙⴽⵛⵎ { $id }. ⴰⴼⴰⴷ ⴰⴷ ⵜⵓⵖⵓⵍⴰⵎ: infitah import undo { $id }
import-stayed = ⵉⵏⴼⵍ { $reference }: ⵏⴼⵍ ⵜ ⵎⴽⵏⵏⴰ ⵉⴳⴰ
import-undone = ⵏⵓⵖⵓⵍ ⵙⴳ ⵓⵙⵙⴽⵛⵎ { $id }. ⵉⵙⵏⴼⴰⵔⵏ ⵏⵏⴰ ⵏⴼⵍⵏ: { $stayed }
import-drafted = ⵉⵍⵍⴰ « mapping » ⴳ { $file }: ⵙⵏⴼⵍⴰⵜ ⵜ, ⴷⴼⴼⵉⵔ ⵙⵙⵎⵔⵙⴰⵜ --mapping.
import-drafted-decision = ⵜⵍⵍⴰ ⵜⴰⵍⵖⴰ ⴳ { $file }: --decision.
