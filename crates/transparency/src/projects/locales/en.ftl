# The register of projects

projects-title = The projects of the region
projects-title-in = Projects: { $place }
projects-lede = What is being built, where, with whose money, and how far it has come.
projects-count = { $count ->
    [one] 1 project
   *[other] { $count } projects
}
projects-total = { $total } in total
projects-where = Where are they?
projects-map-caption = Number of projects per commune. The same figures are in the list. Boundaries are indicative. Source of the boundaries: HCP.
projects-map-list = The same map as a list
projects-map-list-caption = The communes, from most projects to fewest
projects-list = The list
projects-caption = Projects shown: { $shown } of { $count }
projects-none = No project matches
projects-none-why = Try fewer choices, or another place.
projects-clear = Clear all
map-none = none

filter-title = Choose projects
filter-words = Words
filter-do = Show projects
filter-place = Place
filter-place-all = The whole region
filter-sector = Sector
filter-sector-all = All
filter-stage = Stage
filter-stage-all = All
filter-kind = Kind
filter-kind-all = All
filter-sort = Sort by
sort-cost = Cost, highest first
sort-news = Latest news
sort-name = Name

col-project = Project
col-stage = Stage
col-cost = Cost
col-progress = Built and paid

list-comma = {", "}
list-more = { $count ->
    [one] and { $count } other
   *[other] and { $count } others
}
stage-closed = Closed
stage-cancelled = Cancelled
stage-unknown = Stage not published
kind-public-works = Public works
kind-employment-programme = Employment programme
kind-private-investment = Private investment
kind-service = Service

late-days = { $count ->
    [one] 1 day late
   *[other] { $count } days late
}
late-months = { $count ->
    [one] 1 month late
   *[other] { $count } months late
}
silent-days = { $count ->
    [one] No news for 1 day
   *[other] No news for { $count } days
}

project-no-purpose = The purpose of this project is not published yet.
project-how-far = How far has it come?
project-money = The money
project-approved = Decided on { $date }
project-cost-label = Cost:
project-funders-label = Who pays:
project-jobs = Jobs
project-more = Find out more
project-history = Everything that has changed
project-who = Who does what
project-programme = Programme
project-reference = Reference
project-updated = Latest news: { $date }

date-planned-start = Planned start
date-actual-start = Start of works
date-planned-end = Planned end
date-actual-end = End of works

jobs-caption = Jobs, by sex
jobs-who = Who
jobs-planned = Planned
jobs-created = Created
jobs-label = Jobs:
jobs-protected = We hide figures from 1 to 4 to protect people.
jobs-total-hidden = hidden
jobs-of-projects = Planned jobs are known for { $planned } projects, created jobs for { $created }.
jobs-of-both = { $count ->
    [one] { $count } project tells the whole only, without women and men.
   *[other] { $count } projects tell the whole only, without women and men.
}
jobs-left-out = { $count ->
    [one] The figures of { $count } project are too small to be told: they are not in these sums.
   *[other] The figures of { $count } projects are too small to be told: they are not in these sums.
}
fewer-than-five = fewer than 5

party-owner = Project owner
party-procuring = Carried out by
party-contractor = Contractor

change-label = { $label }:
change-first = The project enters the register.
change-reason = Reason: { $reason }

place-no-projects = No project is registered in { $name }
place-no-projects-why = This does not mean that there are none: the register shows what has been published.
place-per-head = { $amount } per inhabitant
place-all-projects = { $count ->
    [one] See the project
   *[other] See all { $count } projects
}

# Sectors (OC4IDS project sectors)
sector-education = Education
sector-health = Health
sector-energy = Energy
sector-energy-solar = Solar energy
sector-energy-wind = Wind energy
sector-energy-hydropower = Hydropower
sector-energy-biomass = Biomass energy
sector-energy-geothermal = Geothermal energy
sector-communications = Telecommunications
sector-waterAndWaste = Water and sanitation
sector-governance = Administration
sector-economy = Economy and jobs
sector-cultureSportsAndRecreation = Culture, sport and leisure
sector-transport = Transport
sector-transport-air = Air transport
sector-transport-water = Water transport
sector-transport-rail = Railways
sector-transport-road = Roads
sector-transport-urban = Urban transport
sector-transport-lowCarbon = Low-pollution transport
sector-socialHousing = Social housing
sector-naturalResources = Natural resources
sector-naturalResources-floodProtection = Flood protection

# What an import says (to the operator)
import-problem = row { $row }, { $field }: { $what }
import-not-utf8 = The file is not in UTF-8, it looks like { $value }. Save it as “CSV UTF-8”, or add --encoding { $value }.
import-nul = There is a null character here; save the file again as text.
import-empty = The file is empty.
import-not-json = The file is not valid JSON: { $value }
import-not-csv = The column headings cannot be read: { $value }
import-no-projects = The file has no “projects” list.
import-not-an-object = A project must be a JSON object: { $value }
import-wrong-type = “{ $value }” is not of the right kind: the standard wants a list or an object here.
import-no-such-column = The file has no column “{ $value }”; correct the mapping.
import-column-needed = No column gives “{ $value }”; name it in a mapping (--draft-mapping writes one).
import-two-columns = Two columns give “{ $value }”; name only one of them in a mapping.
import-no-currency-file = No currency is given; name it with --currency, for example MAD.
import-no-currency = The currency is missing; name it with --currency, for example MAD.
import-currency = “{ $value }” is not an ISO 4217 currency code, like MAD.
import-no-identifier = The identifier is missing.
import-no-title = The name of the project is missing.
import-twin = The identifier “{ $value }” is already higher up in the file; only the first row is taken.
import-status = “{ $value }” is not an OC4IDS status (identification, preparation, implementation, completion, maintenance, decommissioning, decommissioned, cancelled).
import-stage = “{ $value }” is not a stage (idea, prepared, works, finished, service, closed, cancelled).
import-type = “{ $value }” is not an OC4IDS type (construction, rehabilitation, replacement, expansion, decommissioning).
import-kind = “{ $value }” is not a kind (public_works, employment_programme, private_investment, service).
import-date = “{ $value }” is not a certain date; write 2026-11-23, or give the order in the mapping (dates).
import-year = “{ $value }” is a year before 1900 or after 2200; write four digits.
import-no-date = Progress of { $value }% has no date.
import-amount = “{ $value }” is not a certain amount; give the decimal mark in the mapping (decimal).
import-percent = “{ $value }” is not a percentage from 0 to 100.
import-count = “{ $value }” is not a whole number.
import-degrees = “{ $value }” is not a latitude or a longitude in degrees.
import-funding = “{ $value }” is not “who: how much”.
import-row-broken = The row cannot be read: { $value }
import-no-such-encoding = “{ $value }” is not a known encoding, like windows-1256 or utf-16le.
import-password = The workbook is protected by a password. Save it without one.
import-old-workbook = This is an old workbook (.xls). Save it as .xlsx or as “CSV UTF-8”.
import-not-workbook = The workbook cannot be read: { $value }
import-too-large = The workbook is too large when it is unpacked (over { $value } MB). Divide it into several files.
import-no-such-sheet = The workbook has no such sheet. Choose with --sheet: { $value }
import-hidden-sheet = hidden sheet, not read: { $value }
import-other-sheet = other sheet, not read: { $value } (--sheet chooses it)
import-hidden-rows = hidden rows, read like the others: { $value }
import-rows-above = rows above the headings, not read: { $value }
import-row-length = The row does not have as many cells as the headings ({ $value }).
import-open-quote = A quotation mark is opened and never closed in the row “{ $value }”; the rows after it are lost in it.
import-cell-yes-or-no = “{ $value }” is a true/false cell, not a value.
import-cell-error = The formula has failed ({ $value }). Correct it in the spreadsheet.
import-fraction = “{ $value }” could mean two percentages; write 46 for 46%, or add %.
import-no-rows = The file has headings and no rows.
import-json-needs-no-mapping = A JSON file needs no mapping: its fields have names of their own.

# A project that was taken back (410)
project-gone = This project has been taken out of the register

file-source = Published by
file-licence = Licence
file-date = As of
file-address = Address of the file

# An older version of a page
past-title = This page shows the project as it was published on { $date }.
past-version = Version { $version }.
past-now = See the project today

# How far: course, milestones, steps
course-title = All progress measurements
course-date = Date
course-source = Source
milestones-title = Milestones
milestone-due = Planned for { $date }
milestone-reached = Reached on { $date }.
milestone-scheduled = To come
milestone-met = Reached
milestone-notMet = Missed
milestone-partiallyMet = Partly reached
phases-title = The stages before and after the works
phases-step = Stage
phases-planned = Planned
phases-actual = Actual
phase-identification = Identification
phase-preparation = Preparation
phase-implementation = Works
phase-completion = Handover
phase-maintenance = Maintenance
phase-decommissioning = Closing down
span = from { $start } to { $end }
span-from = from { $start }
span-to = until { $end }

# Money: cost by step, commitments and payments
costs-title = The cost, from one stage to the next
costs-caption = The cost at each stage, and the reason for each change
costs-step = Stage
costs-change = Change
costs-reason = Reason
costs-no-reason = The reason is not published.
cost-at-approval = At approval
cost-at-award = When the contracts were awarded
cost-at-now = Today
cost-at-final = At the end
spent-title = Committed and paid
spent-share = { $share }% of the cost
money-committed = Committed
money-paid = Paid
transfers-title = All commitments and payments
transfers-what = Kind
transfers-amount = Amount
transfers-who = From whom to whom
transfers-to = to

# A private investment
investment-title = Promises and results
investment-lede = “Approved” does not mean “built”: here is what was said at each stage.
investment-caption = Amount and jobs, stage by stage
investment-declared = Declared
investment-approved = Approved
investment-started = Started
investment-operating = Operating
investment-abandoned = Abandoned

# Contracts and agreements
contracts-title = Contracts
contract-method = How the contractor was chosen
contract-bidders = Companies that bid
contract-nature = Nature
contract-estimate = Estimate
contract-value = Value of the contract
contract-final = Final value
contract-signed = Signed on
contract-start = Start
contract-end = Planned end
contract-pre-award = Not awarded yet
contract-active = Under way
contract-closed = Finished
method-open = Open tender
method-selective = Tender with preselection
method-limited = Restricted tender
method-direct = Negotiated contract
nature-design = Studies
nature-construction = Works
nature-supervision = Supervision
modifications-title = Changes to the contract
modified-duration = Time
modified-value = Price
modified-scope = Works
agreements-title = Agreements and votes
agreement-number = Agreement no. { $number }
vote-on = Voted on { $date }.
vote-none = The vote is not published.
vote-counts = For: { $ayes } · against: { $noes } · abstentions: { $abstained }

# People, land, nature
jobs-groups = By age and duration
jobs-method = How they were counted:
job-age = { $age } years old
job-temporary = temporary job
job-permanent = permanent job
job-local = people from the place
job-not-local = people from elsewhere
sex-female = women
sex-male = men
served-title = For whom, and with what effect
served-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
around-impact = Effect on nature studied
around-protected = In a protected area
around-compensation = Compensation for land
around-accessible = Accessible to people with disabilities
around-access = Accessibility:
around-land = Land:
around-nature = Nature:
yes = yes
no = no
final-title = What was built

# Documents and photos, what is published
photos-title = Photos
photo-missing = The photo is not here.
documents-title = Documents
document-no-link = not online; ask the administration for it
document-environmentalImpact = Environmental impact study
document-landAndSettlementImpact = Land study
document-projectScope = Description of the works
document-projectPlan = Project plan
document-feasibilityStudy = Feasibility study
document-budgetApproval = Budget approval
document-financialAgreement = Funding agreement
document-biddingDocuments = Tender documents
document-tenderNotice = Tender notice
document-awardNotice = Award notice
document-evaluationReports = Bid evaluation report
document-contractSigned = Signed contract
document-contractAmendment = Contract amendment
document-physicalProgressReport = Progress report on the works
document-financialProgressReport = Progress report on payments
document-completionCertificate = Handover certificate
document-technicalAuditReport = Technical audit
document-financialAuditReport = Financial audit
document-projectEvaluation = Evaluation
document-minutes = Minutes
document-illustration = Picture
document-maintenancePlan = Maintenance plan
withheld-title = What is not published, and why
disclosed-title = What is published
disclosed-count = { $count } of the { $all } pieces of information that the CoST standard asks for are published.
disclosed-source = Source: proactive elements of the CoST IDS standard, as mapped to OC4IDS 0.9.5.
disclosed-missing = What is missing
cost-owner = Project owner
cost-sector = Sector
cost-subsector = Subsector
cost-name = Name
cost-location = Place
cost-purpose = Purpose
cost-description = Description
cost-scope = Description of the works (document)
cost-environment = Effect on the environment
cost-land = Effect on land and housing
cost-owner-contact = How to reach the project owner
cost-funding = Who pays
cost-budget = Budget
cost-approved = Date the budget was approved
cost-status = Stage
cost-final-cost = Final cost
cost-final-date = Completion date
cost-final-scope = What was built
cost-final-reasons = Reasons for changes to the project
cost-audit = Audits and evaluations
cost-procuring = Who let the contract
cost-procuring-contact = How to reach whoever let the contract
cost-administrator = Who follows the contract
cost-contract-status = Status of the contract
cost-method = Procurement method
cost-nature = Nature of the contract
cost-bidders = Number of companies that bid
cost-estimate = Estimate of the contract
cost-contract-title = Title of the contract
cost-suppliers = Contractors
cost-contract-price = Price of the contract
cost-contract-scope = Works of the contract
cost-contract-period = Start and duration of the contract
cost-price-change = Changes of price
cost-escalation = Price before and after each change
cost-duration-change = Changes of time
cost-scope-change = Changes of the works
cost-price-reasons = Reasons for changes of price
cost-other-reasons = Reasons for changes of time and works

# Who, beside the project
party-administrator = Contract supervision
party-monitor = Independent monitoring
project-marked = The diamond and the line show what is being built.
project-wrong = Report a mistake
project-wrong-subject = Mistake in { $reference }

# History
history-follow = Follow this project (Atom feed)
history-version = Version { $version }, of { $date }
history-older = See older changes
history-on = See the project as it was on
history-show = Show
change-more = { $count ->
    [one] and 1 other change
   *[other] and { $count } other changes
}
actor-import = Import by the administration
actor-undo = An import was undone
actor-demo = Demonstration data
actor-operator = The administration

# Fields, in a history
field-identifier = Identifier
field-title = Name
field-purpose = Purpose
field-description = Description
field-kind = Kind
field-status = Stage
field-work = Nature of the works
field-sectors = Sectors
field-classifications = Programme
field-places = Place
field-budget = Cost
field-funding = Who pays
field-costs = Cost by stage
field-commitments = Commitments
field-payments = Payments
field-agreements = Agreements
field-contracts = Contracts
field-dates = Dates
field-phases = Stages
field-milestones = Milestones
field-physical = Built
field-financial = Paid
field-jobs = Jobs
field-beneficiaries = For whom
field-surroundings = Effects and access
field-documents = Documents
field-photos = Photos
field-investment = Promises and results
field-withheld = Not published
field-final-scope = What was built
field-final-reason = Reason for the final difference
field-parties = Who does what
field-updated = Last update
field-kept = Other columns of the file
field-carried = The original file was received again.
part-amount = amount
part-approved = approval date
part-party = who
part-at = stage
part-date = date
part-reason = reason
part-id = number
part-payer = who pays
part-payee = who receives
part-source = source
part-address = address
part-email = email
part-telephone = telephone
part-scheme = register
part-legal-name = legal name
part-name = name
part-roles = roles
part-registered = registration number
part-contact = contact
part-number = number
part-title = title
part-vote = vote
part-body = council
part-decision = decision
part-ayes = for
part-noes = against
part-abstained = abstentions
part-scope = works
part-nature = nature
part-status = status
part-method = procurement method
part-method-words = procurement method
part-bidders = bidders
part-estimate = estimate
part-value = value
part-final-value = final value
part-signed = signed
part-start = start
part-end = end
part-buyer = buyer
part-administrator = supervision
part-suppliers = contractors
part-modifications = changes
part-what = subject
part-description = description
part-old-value = old value
part-new-value = new value
part-old-end = old end
part-new-end = new end
part-planned-start = planned start
part-planned-end = planned end
part-actual-start = start
part-actual-end = end
part-kind = kind
part-due = due date
part-met = reached on
part-percent = share
part-women = women
part-men = men
part-total = total
part-planned = planned
part-created = created
part-planned-groups = planned, by group
part-created-groups = created, by group
part-sex = sex
part-age = age
part-duration = duration
part-local = from the place
part-count = number
part-who = who
part-people = people
part-impact-assessed = effect on nature studied
part-protected-area = protected area
part-environment = nature
part-land-compensation = compensation
part-land = land
part-accessible = accessible
part-accessibility = accessibility
part-url = address
part-published = published on
part-format = format
part-language = language
part-file = file
part-alt = what is seen
part-taken = taken on
part-point = position
part-credit = author
part-size = size
part-jobs = jobs
part-ground = ground
part-code = code
part-given = as given
part-shape = shape
part-type = kind of shape
part-coordinates = shape
part-label = label

# More filters of the list, and what a place adds up
filter-organisation = Who pays or builds
filter-organisation-all = All
filter-organisation-pays = Who pays
filter-organisation-builds = Who builds
filter-state = To watch
filter-state-all = All projects
state-late = Late
state-silent = No news for more than 90 days
state-ahead = Paid faster than built
place-stages = How far have they come?
place-late = { $count ->
    [one] 1 project is late
   *[other] { $count } projects are late
}
place-silent = { $count ->
    [one] 1 project has had no news for more than 90 days
   *[other] { $count } projects have had no news for more than 90 days
}

# Who pays and who builds
organisations-title = Who pays, who builds
organisations-lede = The administrations, funders and companies that the projects name.
organisations-words = Name
organisations-role = Role
organisations-all = All
organisations-funder = Those who pay
organisations-supplier = Those who build
organisations-owner = Those who decide
organisations-do = Search
organisations-count = { $count ->
    [one] 1 organisation
   *[other] { $count } organisations
}
organisations-none = No organisation matches
organisations-none-why = Try another word, or no role.
organisations-caption = Organisations shown: { $shown } of { $count }
organisation-name = Organisation
organisation-projects = Projects
organisation-promised = Promised
organisation-won = Contracts
organisation-number = Registration number
organisation-funds = What it pays
organisation-builds = What it builds
organisation-owns = Projects it is the owner of
organisation-other = Its other roles
organisation-total = { $total } in all
organisation-share = Its share
organisation-same-name = This page brings together the projects that write this name in the same way: the file gives no registration number.
organisation-list = All its projects in the list

# What changed lately
changes-title = What has changed
changes-lede = Every change of the register: what, when, by whom and why.
changes-none = Nothing has changed
changes-none-why = No change is recorded here.
changes-new = Enters the register
changes-feed = Follow the changes (Atom feed)
changes-older = Older changes
import-contract-status = “{ $value }” is not an OC4IDS contract status (pre-award, active, closed).
import-method = “{ $value }” is not a procurement method (open, selective, limited, direct).
import-yes-or-no = “{ $value }” is neither yes nor no.
import-contracts = “{ $value }” is not “number: amount”.
import-jobs-group = “{ $value }” is not a group of jobs, like “female, 18-35: 9” or “local: 12”.
import-beneficiaries = The groups and the numbers of beneficiaries, separated by “|”, are not equally many: “{ $value }”.
import-modification = “{ $value }” is not a kind of change (duration, value, scope).
import-milestone = “{ $value }” is not a milestone status (scheduled, met, notMet, partiallyMet).

# The head of a page, and long lists
past-head = { $name } — as published on { $date }
ahead-tag = Paid faster than built
transfers-more = The latest 20 of { $count } movements. All are in the files to download.

# Projects are written at the desk

edit-lede = Write here what the region knows of its projects. Nothing appears before it is published.
edit-new = New project
edit-new-lede = Three things are enough to begin. The rest is added page by page.
edit-begin = Begin
edit-identifier = Number of the project in your files
edit-identifier-taken = Another project has this number. Check it, or look for that project in the register.
edit-mine = My drafts
edit-waiting = For you to publish
edit-saved = Saved on { $date }
edit-waits = Waits for somebody else
edit-register = In the register
edit-search = Look for a project
edit-count = { $count ->
    [one] { $count } project
   *[other] { $count } projects
}
edit-do = Edit
edit-add = Add
edit-add-lede = One more line
edit-save = Save
edit-remove = Remove
edit-up = Back without saving
edit-back = All projects
edit-all-pages = All pages of the draft
edit-said = { $count ->
    [0] nothing yet
    [one] { $count } thing said
   *[other] { $count } things said
}
edit-what = What
edit-where = Where
edit-when = When, and how far it is
edit-who = Who
edit-money = Money
edit-contracts = Agreements and contracts
edit-people = Jobs, people and nature
edit-files = Documents, photos and the rest
edit-at-the-end = At the end
edit-jobs-planned = Jobs planned
edit-jobs-created = Jobs created
edit-twice = Another line says this already. Change this one or edit the other.
edit-entry-changed = This line changed in another window. Go back to the list and open it again.
edit-amount = Amount
edit-date = Date
edit-payer = Who pays
edit-payee = Who is paid
edit-source = How it is known
edit-number = Number
edit-percent = Share, in percent
edit-sex = Women or men
edit-age = Age
edit-duration = Duration
edit-local = People of the place
edit-count-people = How many
edit-scheme = Register or classification
edit-code = Code
edit-words = In words
edit-place = Province or commune
edit-given = The place as it is called
edit-point = Position (latitude, longitude)
edit-shape = Shape (GeoJSON)
edit-planned-start = Planned start
edit-planned-end = Planned end
edit-actual-start = Actual start
edit-actual-end = Actual end
edit-title = Title
edit-kind = Kind
edit-due = Due
edit-met = Reached on
edit-state = State
edit-name = Name
edit-roles = What it does
edit-registered = Number in this register
edit-legal-name = Legal name
edit-address = Address
edit-email = E-mail of the office
edit-telephone = Telephone of the office
edit-budget = Planned cost
edit-approved = Approved on
edit-party = Who
edit-at = Step
edit-reason = Why
edit-signed = Signed on
edit-vote-date = Vote: date
edit-vote-body = Vote: council and session
edit-vote-decision = Vote: number of the decision
edit-ayes = Votes for
edit-noes = Votes against
edit-abstained = Abstentions
edit-scope = What it covers
edit-nature = Nature
edit-method-words = How it was awarded, in the law’s words
edit-buyer = Buyer
edit-administrator = Who follows the contract
edit-suppliers = Contractors
edit-modifications = Modifications
edit-modified = What changes
edit-old-value = Amount before
edit-new-value = Amount after
edit-old-end = End before
edit-new-end = End after
edit-women = Women
edit-men = Men
edit-total = In all
edit-jobs-method = How they were counted
edit-impact-assessed = The effect on nature was studied
edit-protected-area = In a protected area
edit-environment = What is done for nature
edit-land-compensation = Compensation for land
edit-land = The land
edit-accessible = Usable by people with disabilities
edit-accessibility = How
edit-for-whom = For whom
edit-how-many = How many people
edit-planned-groups = Jobs planned, by group
edit-created-groups = Jobs created, by group
edit-url = Address on the internet
edit-published = Published on
edit-format = Format (application/pdf)
edit-language = Language (ar, fr…)
edit-alt = What is to be seen on the photo
edit-taken = Taken on
edit-credit = Author
edit-file = File
edit-withheld-what = What is not published
edit-ground = Ground in the law
edit-status-identification = Idea
edit-status-preparation = Preparation
edit-status-implementation = Works
edit-status-completion = Completion
edit-status-maintenance = In service
edit-status-decommissioning = Being closed
edit-status-decommissioned = Closed
edit-status-cancelled = Given up
edit-work-construction = Construction
edit-work-rehabilitation = Rehabilitation
edit-work-replacement = Replacement
edit-work-expansion = Expansion
edit-work-decommissioning = Taking down
edit-role-publicAuthority = Owner
edit-role-funder = Funder
edit-role-procuringEntity = Procuring office
edit-role-administrativeEntity = Follows the contract
edit-role-buyer = Buyer
edit-role-tenderer = Bidder
edit-role-supplier = Contractor
edit-role-payer = Pays
edit-role-payee = Is paid
edit-role-reviewBody = Reviews complaints
edit-role-interestedParty = Interested party
edit-role-independentMonitor = Independent monitor
edit-preview = See the page as it will be
edit-is-preview = Preview: this is not published.
edit-publish = Compare and publish
edit-publish-do = Publish
edit-send = Ask somebody else to publish
edit-second = Here somebody else than the author publishes. Send them this draft.
edit-why = Reason for the change
edit-why-hint = It stays in the public history of the project.
edit-changes = What this draft changes
edit-is-new = This is a new project.
edit-no-change = Nothing changes yet.
edit-behind = Somebody else published this project while you were writing.
edit-see-changes = See what changed
edit-theirs = What was published meanwhile
edit-both = You both changed this: choose
edit-no-clash = You did not change the same things: both go together.
edit-side-mine = What I wrote:
edit-side-theirs = What is published:
edit-choose = Choose what is to stay.
edit-put-together = Put together
edit-changed-meanwhile = Something changed meanwhile. Read again, then try again.
edit-needs-another = Somebody else has to publish this draft.
edit-unfinished = The project’s name or number is missing.
edit-give-up = Give up this draft
edit-give-up-hint = What is published stays as it is.
edit-give-up-do = Give up
edit-is-published = It is published.
edit-see-page = See the page
edit-is-given-up = This draft was given up. What is published stays as it is.
edit-is-sent = This draft waits for somebody else. If you change it, it comes back to you.
edit-which = Which kind and which stage
