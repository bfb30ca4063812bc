# Open data

section-data = Data
section-words = Words
data-title = Open data
data-lede = Everything the pages show can be downloaded, without signing up.
data-projects-what = Each change to the register is in the files at once.
data-places-what = The places of Morocco (code, name, population) and the census figures of the region, as tables.
data-places-table = Places, CSV
data-census-table = Census figures, CSV
data-how = How to get them
data-how-lists = Each list on the site gives exactly what it shows: choose, then download.
data-how-api = For programs:
data-licence = Licence:
