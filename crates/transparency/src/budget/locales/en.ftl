# The pages of the budget

section-budget = Budget
budget-title = The region’s money: where it comes from, where it goes
budget-title-of = Budget { $year }: where the money comes from, where it goes
budget-title-in = Budget { $year }: { $place }
budget-citizen = Citizens’ budget { $year }
budget-years = Other years
budget-none = No budget is published yet
budget-none-why = When the region publishes its budget, it will be here, line by line. You can ask for it.
budget-back = The whole budget { $year }
budget-minute = In one minute
budget-minute-is = In { $year }, the region expects to receive { $in } and to spend { $out }.
budget-minute-was = In { $year }, the region received { $in } and paid { $out }.
budget-minute-first = Of every 100 { $currency } spent, { $count } go here first: { $name }.
budget-minute-left = Running the region leaves { $amount } to build and equip.
budget-fig-all = all spending of the year
budget-fig-equipment = to build and equip ({ $percent }%)
budget-fig-running = to run the region ({ $percent }%)
budget-divided = Per inhabitant: amounts are divided by { $people } inhabitants. Source: { $source } ({ $year }).
budget-less-than = less than { $amount }
budget-from = Where does the money come from?
budget-from-caption = Where the money comes from: { $what }
budget-source = Source
budget-where = Where does the money go?
budget-where-caption = Where the money goes: { $what }
budget-for-what = For what
budget-amount = Amount
budget-each = per inhabitant
budget-each-year = Per inhabitant and year
budget-against = Against { $year }
budget-total = Total
budget-same = the same
budget-no-change-known = unknown
budget-unsorted = Not sorted yet
budget-rest = All the rest
budget-by-nodes = Nobody has said yet what each line is for. Here are the largest headings of this budget, as it names them.
budget-rug = The carpet of 100 { $currency }
budget-rug-lede = Each knot of this carpet is 1 of 100 { $currency } that the region spends.
budget-rug-label = Of 100 { $currency }: { $parts }
budget-as-voted = The same spending in the order of the law
budget-chapters-caption = The parts and chapters of spending
budget-chapter-word = Chapter
budget-all-lines = { $count ->
    [one] See the line
   *[other] See the { $count } lines, as they were voted
}
budget-others = Beside the budget: accounts that are in none of the totals of this page
budget-others-folded = { $count ->
    [one] { $count } other account
   *[other] { $count } other accounts
}
budget-projects = The projects of the year
budget-projects-found = { $count ->
    [one] The lines of this budget name { $count } project of the register.
   *[other] The lines of this budget name { $count } projects of the register.
}
budget-projects-missing = { $count ->
    [one] One more project is named that is not in the register.
   *[other] { $count } more projects are named that are not in the register.
}
budget-projects-none = The lines of this budget do not say which projects they serve.
budget-projects-all = See the whole register
budget-jobs = Jobs and women
budget-jobs-lede = These are the jobs of the projects that this budget names, women and men apart.
budget-jobs-none = The jobs of these projects are not published.
budget-words = The words explained
budget-files-title = Take the figures with you
budget-files = The whole budget
budget-kilobytes = { $count } KB
budget-signed = The signed document (PDF)
budget-not-signed = The signed document is not published.
budget-version = Version { $number }, of { $date }

phases-label = At which moment
phase-voted = Voted
phase-modified = Modified
phase-executed = Executed
measure-commitment = may be promised
measure-payment = planned for the year
measure-committed = promised
measure-paid = paid or received
direction-revenue = Revenue
direction-spending = Spending
part-running = Running
part-equipment = Equipment
account-main = Budget of the region
account-annexed = annexed budget
account-special = special account

balance-title = Does the budget hold?
balance-yes = Yes.
balance-no = No.
balance-running = Running receives
balance-spends = and spends
balance-left = { $amount } is left.
balance-lacks = { $amount } is lacking.
balance-carried = Of it, equipment receives
balance-not-carried = Nothing is carried to equipment.
balance-unknown = The two parts of the budget are not published.
law-tally = Rules of the law: { $kept } kept, { $broken } broken, { $unknown } that cannot be checked.
law-see-all = See each rule

changed-title = What changes?
changed-total = In { $before }, spending was { $was }. In { $now }, it is { $is }.
changed-caption = The chapters that change most
changed-change = Change
changed-nothing = No amount has changed.
changed-none = The year before is not published: nothing can be compared.
changed-all = Compare with { $year }, line by line
compare-title = Compare two years
compare-title-of = { $year } beside { $other }
compare-lede = Each year in its column. Nothing is added across years.
compare-with = Compare with the year
compare-do = Compare
compare-none = Only one year is published: nothing can be compared yet.
compare-caption = Both years, at the same moment: { $phase }
compare-chapters = Chapter by chapter
compare-lines = The lines that change most

placed-title = Your province, your commune
placed-of = The region’s budget { $year }, here
placed-choose = A province or a commune
placed-all = All provinces
placed-caption = What can be said of where money is spent
placed-each = Per inhabitant of the place
placed-nothing = nothing attributed
placed-apart = What cannot be said of this place
placed-reason = Why
placed-several = For several provinces or the whole region
placed-outside = Partly outside the region
placed-shared = Partly here: the share is not published
placed-elsewhere = For other places
placed-nowhere = The place is not published
placed-share = Of 100 spent, { $percent } are attributed here.
placed-why = Nothing is divided by guess: spending that serves several places is given to none.

decided-title = How it was decided
decided-documents = The documents reach the committee.
decided-adopted = The council votes the budget.
decided-visa-asked = The visa is asked for.
decided-visa-given = The visa is given.
decided-deposited = The budget is open to the public, at the seat.
decided-published = The budget is published for all.
decided-statement = The statement of execution says what was really spent.
decided-before = before { $date }
decided-unknown = The date is not published.
decided-late = Late: the law says { $date } at the latest.
decided-votes = Votes:
decided-votes-title = { $count ->
    [one] { $count } vote
   *[other] { $count } votes, chapter by chapter
}
decided-on = On what
decided-yes = For
decided-no = Against
decided-abstained = Abstained
decided-docs = Documents that go with the draft: { $known } of { $all }.
decided-audit = Audit:

budget-spent = Was the money spent?
spent-title-of = { $year }: was the money spent?
spent-lede = Voting, modifying, promising, paying: each moment is told apart.
spent-steps = One moment after the other
spent-voted = Voted
spent-modified = Modified
spent-committed = Promised
spent-paid = Paid
came-voted = Expected
came-modified = Expected after modification
came-paid = Received
spent-of-hundred = { $percent } for 100 voted
spent-hundred = For 100 voted
spent-apart = These amounts do not add up: it is the same money at different moments.
spent-caption = Spending: { $what }
spent-beside = What was voted, and what became of it
spent-none = This moment is not published.
spent-more = See for what, moment by moment

law-title-of = Does the budget { $year } keep the law?
law-lede = Each rule of the law, read in the figures and dates that are published. What was not said keeps nothing and breaks nothing.
law-kept = Kept
law-broken = Broken
law-cannot-tell = It cannot be told
law-kept-title = Rules that are kept
law-broken-title = Rules that are broken
law-unknown-title = Rules that cannot be checked
law-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
law-more = { $count ->
    [one] and { $count } other place
   *[other] and { $count } other places
}

say-title = What you say about this page
say-understood = Did you understand this page?
say-yes = Yes
say-not-all = Not all
say-explain = What should we explain better?
say-private = No account, no name. Write nothing personal.
say-send = Send
say-choose = Choose yes or not all
say-later = Many are writing at this moment. Try again in a few minutes
say-thanks-title = Thank you
say-thanks = What you said is noted.
say-thanks-next = The region reads what you write and mends its explanations.
say-counted = { $count } people answered, { $understood } understood all of it.

lines-title = The lines of the budget
lines-title-of = The lines of the budget { $year }
lines-lede = Each line is an amount that the council voted. Look for a word, or choose.
lines-filter = Choose the lines
lines-do = Show the lines
lines-clear = Clear all
lines-count = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
lines-caption = Lines shown: { $shown } of { $count }
lines-line = Line
lines-direction = Direction
lines-part = Part
lines-node = Chapter
lines-purpose = For what
lines-account = Account
lines-any-direction = Revenue and spending
lines-any-part = Both
lines-any-node = All
lines-any-purpose = Everything
lines-any-place = Everywhere
lines-any-account = All
lines-no-place = Place not published
lines-by-path = Order of the budget
lines-by-amount = Amount, the largest first
lines-none = No line matches
lines-none-why = Try with fewer choices, or another word.
lines-sums = What these lines sum to
lines-never-added = Revenue and spending are never added up.
lines-accounts-meet = The budget of the region and the accounts beside it are together here. Choose an account to tell them apart.
lines-carried = The surplus carried to equipment ({ $amount }) is not counted: the same money would be counted twice.
lines-surplus = surplus

node-title = { $name } — budget { $year }
node-no-words = This part of the budget is not explained in plain words yet.
node-lines = lines
node-within = What is in it
node-below = What is in it: { $what }
node-objectives = Objectives
node-indicators = How they are measured
node-indicator = Measure
node-baseline = Start
node-target = Goal
node-measured = Measured
node-by-sex = women and men apart
node-years = From year to year
node-years-caption = Each year and each moment apart
node-year = Year
line-path = Where it stands in the budget
line-about = What this line says
line-code = Codes
line-id = Identifier
line-nature = Economic nature
line-cofog = Function (COFOG)
line-family = Family of the law
line-mandatory = Mandatory spending
line-pdr = Serves the regional development programme
line-basis = Basis of the forecast
line-places = Place
line-project = Project
line-project-missing = This project is not in the register yet.
line-history = What was written before
line-ask-history = Look for what was written before
line-never-changed = This line has not changed.
line-was = The versions in which this line said something else
line-version = Version
line-was-not = was not in it
