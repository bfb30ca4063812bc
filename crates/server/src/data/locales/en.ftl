# Open data

section-data = Data
section-words = Words
data-title = Open data
data-lede = Everything the pages show can be downloaded, without signing up.
data-projects-what = Each change to the register is in the files at once.
data-places-what = The places of Morocco (code, name, population) and the census figures of the region, as tables.
data-places-table = Places: code, level, name, population
data-census = Census figures, one a row
data-how = How to get them
data-how-lists = Each list on the site gives exactly what it shows: choose, then download.
data-how-api = For programs:
data-licence = Licence:
data-csv = Table: one project a row, for spreadsheets and programs
data-xlsx = The same table for Excel and LibreOffice, with its columns explained
data-oc4ids = Everything published of each project, in the international standard OC4IDS 0.9.5
data-geojson = The projects on a map
data-api = Page by page, for programs
data-package = The description of the tables, column by column
data-openapi = The description of all addresses
data-budgets = Budgets
data-budgets-what = One line of the budget a row, one file a year and phase. Amounts of two phases do not add up.
data-budget-voted = budget of { $year } as voted
data-budget-modified = budget of { $year } as modified
data-budget-executed = execution of { $year }
data-budget-package = all budgets, with each column explained (open fiscal data)
