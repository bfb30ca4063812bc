# What an import of a budget says (to the operator)
import-budget-row = row { $row }:
import-budget-nothing = nothing
import-budget-not-a-table = A budget comes in as CSV or XLSX.
import-budget-too-long = The file has more rows than a budget (row { $value }).
import-budget-no-header = No row of headers is understood: at least an amount and another column are needed. Name them in a mapping; known are { $value }
import-budget-none = No row is of { $value }; look at the columns of year and phase, --year and --phase.
import-budget-levels = Rows are of several levels: the lowest are taken, the others are their totals and are checked.
import-budget-year = “{ $value }” is not a year.
import-budget-phase = “{ $value }” is not a phase (voted, modified, executed).
import-budget-direction = “{ $value }” is neither revenue nor spending.
import-budget-no-direction = Revenue or spending? Name the column, or write direction in the mapping.
import-budget-part = “{ $value }” is neither running nor equipment.
import-budget-account = “{ $value }” is not an account; write main, annexed:CODE or special:CODE.
import-budget-node = “{ $value }” is not a node of a budget, as spending/2/30.
import-budget-gap = A code is missing between two levels.
import-budget-cofog = “{ $value }” is not a COFOG code, as 04.5.1.
import-budget-purpose = “{ $value }” is not a purpose; the guide has the keys.
import-budget-family = “{ $value }” is not a family of the law for this direction; the guide has the keys.
import-budget-mandatory = “{ $value }” is not a kind of mandatory spending; the guide has the keys.
import-budget-yes = “{ $value }” means neither yes nor no.
import-budget-place = “{ $value }” is not the code of a known place.
import-budget-currency = “{ $value }” is not the currency of the budget: it has only one.
import-budget-amount = “{ $value }” is not an amount beyond doubt; say the decimal mark in the mapping (decimal).
import-budget-no-code = The row “{ $value }” has no code and is not a total.
import-budget-above = { $value } stands above other rows and has an amount of its own: it would be counted twice. Write rows = "levels" if it is their total.
import-budget-no-name = { $value } has no name.
import-budget-twice = The line { $value } is further up already.
import-budget-total = { $node }, { $measure }: the signed document says { $stated }, the lines sum to { $computed }; difference { $difference }
import-budget-two-paths = “{ $line }” ({ $amount }) stands at two places: { $first } and { $again }. Write repeated_lines = true if they are two lines.
import-budget-surplus = Running leaves { $left }, equipment receives { $carried } of it; difference { $difference } (organic law 111-14, article 167)
import-budget-others = { $count } rows of other years or phases, not read
import-budget-absent = known line that this file does not name: { $line }
import-budget-kept = { $count } known lines that this file does not name stay; --whole takes them out
import-budget-dropped = { $count } known lines that this file does not name are taken out
import-budget-ignored = column not read: { $field } ({ $count })
import-budget-no-project = { $project } is not in the register yet (rows of the file: { $rows })
import-budget-read = { $read } rows read, { $lines } taken, { $stated } totals checked, { $bad } problems
import-budget-same = Nothing changed: the budget { $edition } is this one already.
import-budget-saved = Budget { $edition }: { $created } lines created, { $updated } updated, { $unchanged } unchanged
import-budget-refused = Nothing was written. Correct the file, then import it again.
import-budget-undone = The import { $id } is taken back: { $edition } is as before.
import-budget-words = { $count } explanations changed

# Open fiscal data
budget-data-title = Budgets of { $council }
