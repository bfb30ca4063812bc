# What the command line says of an import (to the operator)

import-read = { $read } read, { $good } good, { $bad } refused
import-kept = kept as it is, not shown: { $field } ({ $count })
import-left-out = left out, as the mapping says: { $field } ({ $count })
import-unplaced = { $count ->
    [one] 1 project without a known place: the name given by the file is kept
   *[other] { $count } projects without a known place: the name given by the file is kept
}
import-more-problems = { $count ->
    [one] … and 1 other problem; --rejects FILE writes them all
   *[other] … and { $count } other problems; --rejects FILE writes them all
}
import-nothing-written = Nothing has been written. Correct the file, or take the good rows with --accept-valid.
import-dry-run = Trial only: nothing has been written.
import-saved = { $created } created, { $updated } updated, { $unchanged } unchanged
