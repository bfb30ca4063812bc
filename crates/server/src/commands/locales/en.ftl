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
import-matches = new: { $new }, known already: { $known }
import-row-new = row { $row }: { $identifier } is new
import-row-known = row { $row }: { $identifier } is known and will be updated
import-row-unmatched = row { $row }: { $identifier } matches no project, nothing is created
import-more-rows = … and { $count } more
import-absent = { $count ->
    [one] 1 project that we know from the same source is not in this file: nothing of it changes
   *[other] { $count } projects that we know from the same source are not in this file: nothing of them changes
}
import-row-absent = not in the file: { $identifier }
import-can-be-undone = Import { $id }. To take it back: infitah import undo { $id }
import-stayed = { $reference } has changed since: it stays as it is
import-undone = The import { $id } is taken back. Projects left because they have changed since: { $stayed }
import-drafted = A draft of the mapping is in { $file }: correct it, then import with --mapping.
import-drafted-decision = A form to fill in is in { $file }: give it with --decision.
