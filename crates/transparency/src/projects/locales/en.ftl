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
fewer-than-five = fewer than 5

party-owner = Project owner
party-procuring = Carried out by
party-contractor = Contractor

change-label = { $label }:
change-first = The project enters the register.
change-stage = Stage
change-cost = Cost
change-planned-end = Planned end
change-other = Details have been added or corrected.
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
import-not-utf8 = The file is not in UTF-8. Save it as “CSV UTF-8”.
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

file-source = Published by
file-licence = Licence
file-date = As of
file-address = Address of the file
