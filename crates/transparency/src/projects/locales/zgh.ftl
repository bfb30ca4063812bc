# The register of projects

projects-title = ⵉⵙⵏⴼⴰⵔⵏ ⵏ ⵜⵎⵏⴰⴹⵜ
projects-title-in = ⵉⵙⵏⴼⴰⵔⵏ: { $place }
projects-lede = ⵎⴰⵢⴷ ⵉⵜⵜⵓⵙⴽⴰⵔⵏ, ⵎⴰⵏⵉ, ⵎⴰⵏⵡⴰ ⵉⴼⵔⵔⵓⵏ, ⵎⴰⵏⵉ ⵢⵓⵡⴹ.
projects-count = ⵉⵙⵏⴼⴰⵔⵏ: { $count }
projects-total = ⵜⴰⵎⵓⵜⵜⵔⵜ: { $total }
projects-where = ⵎⴰⵏⵉ ⵍⵍⴰⵏ?
projects-map-caption = ⴰⵎⴹⴰⵏ ⵏ ⵉⵙⵏⴼⴰⵔⵏ ⴳ ⴽⵓ ⵜⴰⵖⵔⵎⵜ. ⵍⵍⴰⵏ ⵉⵎⴹⴰⵏⵏ ⴰⴷ ⴳ ⵜⵍⴳⴰⵎⵜ. ⵉⵡⵓⵜⵜⴰ ⵓⵔ ⴳⵉⵏ ⵓⵏⵚⵉⴱⵏ. ⴰⵖⴱⴰⵍⵓ ⵏ ⵉⵡⵓⵜⵜⴰ: HCP.
projects-map-list = ⵜⴰⴽⴰⵕⴹⴰ ⴰⴷ ⴳ ⵜⵍⴳⴰⵎⵜ
projects-map-list-caption = ⵜⵉⵖⵔⵎⵉⵏ, ⵣⵡⴰⵔⵏⵜ ⵜⵉⵏⵏⴰ ⴳ ⴳⴳⵓⵜⵏ ⵉⵙⵏⴼⴰⵔⵏ
projects-list = ⵜⴰⵍⴳⴰⵎⵜ
projects-caption = ⵉⵙⵏⴼⴰⵔⵏ: { $shown } ⵙⴳ { $count }
projects-none = ⵓⵔ ⵉⵍⵍⵉ ⵓⵙⵏⴼⴰⵔ
projects-none-why = ⴰⵔⵎⴰⵜ ⴰⴷⵖⴰⵔ ⵢⴰⴹⵏ, ⵏⵖ ⵉⵎⵉⴽ ⵏ ⵜⴳⵓⵔⵉⵡⵉⵏ.
projects-clear = ⴽⴽⵙ ⴰⴽⴽⵯ
map-none = ⵓⵍⴰ ⵢⴰⵏ

filter-title = ⵙⵜⵉ ⵉⵙⵏⴼⴰⵔⵏ
filter-words = ⵜⵉⴳⵓⵔⵉⵡⵉⵏ
filter-do = ⵥⵕ ⵉⵙⵏⴼⴰⵔⵏ
filter-place = ⴰⴷⵖⴰⵔ
filter-place-all = ⵜⴰⵎⵏⴰⴹⵜ ⴰⴽⴽⵯ
filter-sector = ⵉⴳⵔ
filter-sector-all = ⴰⴽⴽⵯ
filter-stage = ⵜⴰⵙⵓⵔⵉⴼⵜ
filter-stage-all = ⴰⴽⴽⵯ
filter-kind = ⴰⵏⴰⵡ
filter-kind-all = ⴰⴽⴽⵯ
filter-sort = ⴰⴼⵔⴰⵏ
sort-cost = ⴰⵜⵉⴳ, ⵙⴳ ⵓⵎⵇⵇⵔⴰⵏ
sort-news = ⵉⵏⵖⵎⵉⵙⵏ ⵉⵎⴰⵢⵏⵓⵜⵏ
sort-name = ⵉⵙⵎ

col-project = ⴰⵙⵏⴼⴰⵔ
col-stage = ⵜⴰⵙⵓⵔⵉⴼⵜ
col-cost = ⴰⵜⵉⴳ
col-progress = ⵉⵜⵜⵓⵙⴽⴰⵔ, ⵉⵜⵜⵓⴼⵔⴰ

list-comma = {", "}
list-more = (+ { $count })
stage-closed = ⵉⵔⴳⵍ
stage-cancelled = ⵉⴱⴷⴷ
stage-unknown = ⵜⴰⵙⵓⵔⵉⴼⵜ: ⵓⵔ ⵉⵜⵜⵓⴼⵙⴰⵔ
kind-public-works = ⵜⵉⵡⵓⵔⵉⵡⵉⵏ ⵜⵉⴳⴷⵓⴷⴰⵏⵉⵏ
kind-employment-programme = ⴰⵖⴰⵡⴰⵙ ⵏ ⵜⵡⵓⵔⵉ
kind-private-investment = ⵉⴷⵔⵉⵎⵏ ⵓⵙⵍⵉⴳⵏ
kind-service = ⵜⴰⵏⴰⴼⵓⵜ

late-days = ⴰⵎⴰⵟⵍ (ⵓⵙⵙⴰⵏ): { $count }
late-months = ⴰⵎⴰⵟⵍ (ⵉⵢⵢⵉⵔⵏ): { $count }
silent-days = ⵓⵔ ⵍⵍⵉⵏ ⵉⵏⵖⵎⵉⵙⵏ (ⵓⵙⵙⴰⵏ): { $count }

project-no-purpose = ⴰⵡⵜⵜⴰⵙ ⵏ ⵓⵙⵏⴼⴰⵔ ⴰⴷ ⵓⵔ ⵜⴰ ⵉⵜⵜⵓⴼⵙⴰⵔ.
project-how-far = ⵎⴰⵏⵉ ⵢⵓⵡⴹ?
project-money = ⵉⴷⵔⵉⵎⵏ
project-approved = ⵜⴰⵖⵜⴰⵙⵜ: { $date }
project-cost-label = ⴰⵜⵉⴳ:
project-funders-label = ⵎⴰⵏⵡⴰ ⵉⴼⵔⵔⵓⵏ:
project-jobs = ⵉⵎⵙⵡⵓⵔⵉⵏ
project-more = ⵓⴳⴳⴰⵔ
project-history = ⵎⴰⵢⴷ ⵉⵏⴼⵍⵏ
project-who = ⵎⴰⵏⵡⴰ ⵉⵙⴽⴰⵔⵏ ⵎⴰⵢⴷ
project-programme = ⴰⵖⴰⵡⴰⵙ
project-reference = ⴰⵙⴰⵖⵓⵍ
project-updated = ⵉⵏⵖⵎⵉⵙⵏ ⵉⵎⴳⴳⵓⵔⴰ: { $date }

date-planned-start = ⴰⵙⵙⵏⵜⵉ (ⴳ ⵓⵖⴰⵡⴰⵙ)
date-actual-start = ⴰⵙⵙⵏⵜⵉ ⵏ ⵜⵡⵓⵔⵉⵡⵉⵏ
date-planned-end = ⵜⵉⴳⵉⵔⴰ (ⴳ ⵓⵖⴰⵡⴰⵙ)
date-actual-end = ⵜⵉⴳⵉⵔⴰ ⵏ ⵜⵡⵓⵔⵉⵡⵉⵏ

jobs-caption = ⵉⵎⵙⵡⵓⵔⵉⵏ: ⵜⵉⵎⵖⴰⵔⵉⵏ ⴷ ⵉⵔⴳⴰⵣⵏ
jobs-who = ⵎⴰⵏⵡⴰ
jobs-planned = ⴳ ⵓⵖⴰⵡⴰⵙ
jobs-created = ⵙ ⵜⵉⴷⵜ
jobs-label = ⵉⵎⵙⵡⵓⵔⵉⵏ:
jobs-protected = ⵏⵙⵙⵏⵜⵍ ⵉⵎⴹⴰⵏⵏ ⵙⴳ 1 ⴰⵔ 4, ⴰⴼⴰⴷ ⴰⴷ ⵏⵃⴹⵓ ⵎⴷⴷⵏ.
jobs-total-hidden = ⵉⵏⵜⵍ
fewer-than-five = ⴷⴷⴰⵡ 5

party-owner = ⴱⴰⴱ ⵏ ⵓⵙⵏⴼⴰⵔ
party-procuring = ⵎⴰⵏⵡⴰ ⵉⵙⵙⵓⴷⴷⵓⵏ
party-contractor = ⵎⴰⵏⵡⴰ ⵉⴱⵏⵏⵓⵏ

change-label = { $label }:
change-first = ⵢⵓⴷⴼ ⵓⵙⵏⴼⴰⵔ ⵖⵔ ⵜⵍⴳⴰⵎⵜ.
change-stage = ⵜⴰⵙⵓⵔⵉⴼⵜ
change-cost = ⴰⵜⵉⴳ
change-planned-end = ⵜⵉⴳⵉⵔⴰ (ⴳ ⵓⵖⴰⵡⴰⵙ)
change-other = ⵏⴼⵍⵏ ⵉⵏⵖⵎⵉⵙⵏ ⵢⴰⴹⵏⵉⵏ.
change-reason = ⵜⴰⵎⵏⵜⵉⵍⵜ: { $reason }

place-no-projects = ⵓⵔ ⵉⵍⵍⵉ ⵓⵙⵏⴼⴰⵔ ⴳ ⵜⵍⴳⴰⵎⵜ: { $name }
place-no-projects-why = ⵣⵎⵔⵏ ⴰⴷ ⵉⵍⵉⵏ ⵉⵙⵏⴼⴰⵔⵏ. ⵜⴰⵍⴳⴰⵎⵜ ⴷⴰ ⵜⵙⴽⴰⵏ ⵖⴰⵙ ⵎⴰⵢⴷ ⵉⵜⵜⵓⴼⵙⴰⵔⵏ.
place-per-head = ⵉ ⴽⵓ ⴰⵎⵣⴷⴰⵖ: { $amount }
place-all-projects = ⵥⵕ ⵉⵙⵏⴼⴰⵔⵏ ⴰⴽⴽⵯ: { $count }

# Sectors (OC4IDS project sectors)
sector-education = ⴰⵙⴳⵎⵉ
sector-health = ⵜⴰⴷⵓⵙⵉ
sector-energy = ⴰⵙⵉⴷⴷ
sector-energy-solar = ⴰⵙⵉⴷⴷ ⵏ ⵜⴰⴼⵓⴽⵜ
sector-energy-wind = ⴰⵙⵉⴷⴷ ⵏ ⵡⴰⴹⵓ
sector-energy-hydropower = ⴰⵙⵉⴷⴷ ⵏ ⵡⴰⵎⴰⵏ
sector-energy-biomass = ⴰⵙⵉⴷⴷ ⵏ ⵉⵎⵖⴰⵢⵏ
sector-energy-geothermal = ⴰⵙⵉⴷⴷ ⵏ ⵡⴰⴽⴰⵍ
sector-communications = ⴰⵎⵢⴰⵡⴰⴹ
sector-waterAndWaste = ⴰⵎⴰⵏ ⴷ ⵜⵣⴷⴳⵉ
sector-governance = ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ
sector-economy = ⵜⴰⴷⴰⵎⵙⴰ ⴷ ⵜⵡⵓⵔⵉ
sector-cultureSportsAndRecreation = ⵜⴰⴷⵍⵙⴰ ⴷ ⵜⵓⵏⵏⵓⵏⵜ
sector-transport = ⴰⵙⵎⵓⵜⵜⵉ
sector-transport-air = ⴰⵙⵎⵓⵜⵜⵉ ⴳ ⵉⴳⵏⵏⴰ
sector-transport-water = ⴰⵙⵎⵓⵜⵜⵉ ⴳ ⵡⴰⵎⴰⵏ
sector-transport-rail = ⴰⴱⵔⵉⴷ ⵏ ⵡⵓⵣⵣⴰⵍ
sector-transport-road = ⵉⴱⵔⴷⴰⵏ
sector-transport-urban = ⴰⵙⵎⵓⵜⵜⵉ ⴳ ⵜⵎⴷⵉⵏⵜ
sector-transport-lowCarbon = ⴰⵙⵎⵓⵜⵜⵉ ⵉⵣⴷⵉⴳⵏ
sector-socialHousing = ⵜⵉⴳⵎⵎⴰ
sector-naturalResources = ⵉⵖⴱⵓⵍⴰ ⵏ ⵜⴳⴰⵎⴰ
sector-naturalResources-floodProtection = ⴰⴼⵔⴰⴳ ⵙⴳ ⵉⵏⴳⵉ

# What an import says (to the operator)
import-problem = ⴰⵣⵔⵉⴳ { $row }, { $field }: { $what }
import-not-utf8 = ⴰⴼⴰⵢⵍⵓ ⵓⵔ ⵉⴳⵉ UTF-8. ⵃⴹⵓⵢⴰⵜ ⵜ ⵙ « CSV UTF-8 ».
import-nul = ⵉⵍⵍⴰ « null » ⴳ ⵓⴼⴰⵢⵍⵓ. ⵃⴹⵓⵢⴰⵜ ⵜ ⴷⴰⵖ ⵙ « text ».
import-empty = ⵓⵔ ⵉⵍⵍⵉ ⴽⵔⴰ ⴳ ⵓⴼⴰⵢⵍⵓ.
import-not-json = ⴰⴼⴰⵢⵍⵓ ⵓⵔ ⵉⴳⵉ JSON ⵉⵙⵖⵣⵏ: { $value }
import-not-csv = ⵓⵔ ⵏⵣⵎⵉⵔ ⴰⴷ ⵏⵖⵔ ⵉⵣⵡⴰⵍ: { $value }
import-no-projects = ⵓⵔ ⵜⵍⵍⵉ ⵜⵍⴳⴰⵎⵜ « projects » ⴳ ⵓⴼⴰⵢⵍⵓ.
import-not-an-object = ⴰⵙⵏⴼⴰⵔ ⵓⵔ ⵉⴳⵉ « JSON object »: { $value }
import-wrong-type = « { $value } » ⵓⵔ ⵉⴳⵉ « list » ⵏⵖ « object » (OC4IDS).
import-no-such-column = ⵓⵔ ⵉⵍⵍⵉ « { $value } » ⴳ ⵓⴼⴰⵢⵍⵓ. ⵙⵏⴼⵍⴰⵜ « mapping ».
import-column-needed = ⵓⵔ ⵏⵓⴼⵉ « { $value } ». ⵙⵙⴽⵛⵎⴰⵜ ⵜ ⴳ « mapping » (--draft-mapping).
import-two-columns = ⵙⵉⵏ ⵉⵣⵡⴰⵍ ⴷⴰ ⴰⴽⴽⴰⵏ « { $value } ». ⵙⵙⴽⵛⵎⴰⵜ ⵖⴰⵙ ⵢⴰⵏ ⴳ « mapping ».
import-no-currency-file = ⵓⵔ ⵏⵙⵙⵉⵏ ⵎⴰⵏ ⵉⴷⵔⵉⵎⵏ: --currency, ⵣⵓⵏⴷ MAD.
import-no-currency = ⵓⵔ ⵏⵙⵙⵉⵏ ⵎⴰⵏ ⵉⴷⵔⵉⵎⵏ: --currency, ⵣⵓⵏⴷ MAD.
import-currency = « { $value } » ⵓⵔ ⵉⴳⵉ ⵙⴳ ISO 4217, ⵣⵓⵏⴷ MAD.
import-no-identifier = ⵓⵔ ⵉⵍⵍⵉ ⵓⵎⵙⵎⴰⴳⵉ.
import-no-title = ⵓⵔ ⵉⵍⵍⵉ ⵢⵉⵙⵎ ⵏ ⵓⵙⵏⴼⴰⵔ.
import-twin = ⴰⵎⵙⵎⴰⴳⵉ « { $value } » ⵉⵍⵍⴰ ⵢⴰⴷ ⴳ ⵓⴼⴰⵢⵍⵓ. ⵏⵓⵙⵢ ⵖⴰⵙ ⴰⵣⵔⵉⴳ ⴰⵎⵣⵡⴰⵔⵓ.
import-status = « { $value } » ⵓⵔ ⵉⴳⵉ ⵙⴳ OC4IDS (identification, preparation, implementation, completion, maintenance, decommissioning, decommissioned, cancelled).
import-stage = « { $value } » ⵓⵔ ⵜⴳⵉ ⵜⴰⵙⵓⵔⵉⴼⵜ (idea, prepared, works, finished, service, closed, cancelled).
import-type = « { $value } » ⵓⵔ ⵉⴳⵉ ⴰⵏⴰⵡ ⵏ OC4IDS (construction, rehabilitation, replacement, expansion, decommissioning).
import-kind = « { $value } » ⵓⵔ ⵉⴳⵉ ⴰⵏⴰⵡ (public_works, employment_programme, private_investment, service).
import-date = ⵓⵔ ⵏⵙⵙⵉⵏ ⴰⵙⴰⴽⵓⴷ « { $value } »: ⵙⵙⴽⵛⵎⴰⵜ 2026-11-23, ⵏⵖ « dates » ⴳ « mapping ».
import-year = « { $value } »: ⴰⵙⴳⴳⵯⴰⵙ ⴷⴷⴰⵡ 1900 ⵏⵖ ⵏⵏⵉⴳ 2200. ⵙⵙⴽⵛⵎⴰⵜ ⵜ ⵣⵓⵏⴷ 2026.
import-no-date = ⵓⵔ ⵉⵍⵍⵉ ⵓⵙⴰⴽⵓⴷ ⵉ { $value } %.
import-amount = ⵓⵔ ⵏⵙⵙⵉⵏ ⴰⵎⴹⴰⵏ « { $value } »: ⵙⵙⴽⵛⵎⴰⵜ « decimal » ⴳ « mapping ».
import-percent = « { $value } » ⵓⵔ ⵉⴳⵉ ⴰⵎⴹⴰⵏ ⵙⴳ 0 ⴰⵔ 100.
import-count = « { $value } » ⵓⵔ ⵉⴳⵉ ⴰⵎⴹⴰⵏ ⵉⵎⴷⴰⵏ.
import-degrees = « { $value } » ⵓⵔ ⵉⴳⵉ latitude ⵏⵖ longitude.
import-funding = « { $value } » ⵓⵔ ⵉⴳⵉ « ⵎⴰⵏⵡⴰ: ⵎⵏⵛⴽ ».
import-row-broken = ⵓⵔ ⵏⵣⵎⵉⵔ ⴰⴷ ⵏⵖⵔ ⴰⵣⵔⵉⴳ: { $value }

file-source = ⵉⴼⵙⵔ ⵜ
file-licence = ⵜⵓⵔⴰⴳⵜ
file-date = ⴰⵔ
file-address = ⴰⵏⵙⴰ ⵏ ⵓⴼⴰⵢⵍⵓ
