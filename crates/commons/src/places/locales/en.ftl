# Places

places-title = The places of the region
places-lede = { $count ->
    [one] One commune: its inhabitants and its projects.
   *[other] { $count } communes: their inhabitants and their projects.
}
places-map = The map
places-map-caption = Number of inhabitants per commune. The same figures are in the list. Boundaries are indicative. Source: HCP, 2024 census.
places-provinces = Provinces and communes
places-name = Place
places-kind = Kind
places-communes = Communes
places-people = Inhabitants
places-of = The communes: { $name }
places-data = The data
places-table = The list as a table

place-description = { $name } ({ $kind }): inhabitants, census figures, projects.
place-people = { $count ->
    [one] 1 inhabitant
   *[other] { $count } inhabitants
}
place-population = inhabitants (legal population, 2024 census)
place-households = households
place-census = What the census says
place-census-none = We do not have the census figures for this place.
place-census-by-sex = Women and men
place-census-all = All inhabitants
place-what = What it is about
place-women = Women
place-men = Men
place-all = Everyone
place-explained = What do these figures mean?
place-source = Source:
place-source-estimates = In communes of more than 2 000 households, one household in five answered: these figures are estimates.
place-within = In { $name }
place-aside = Practical information
place-map = The place
place-map-caption = Boundaries are indicative. Source: HCP.
place-code = Code of the place
place-code-why = Census code (HCP), to find this place again in the data.
place-readers = Out of 100 people aged 10 and over, how many cannot read or write
place-spoken = Out of 100 inhabitants, how many speak
place-table-below = The same figures are in the table.
places-find = Find a commune
