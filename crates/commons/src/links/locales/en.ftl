# Search

search-title = Search
search-hint = Example: road, water, Zaouiat Ahansal
search-found = { $count ->
    [0] Nothing found
    [one] 1 result
   *[other] { $count } results
}
search-nothing = Nothing for “{ $query }”
search-nothing-why = Try a shorter word, or the name of a commune, in Arabic or in French.
search-all-projects = See all projects
