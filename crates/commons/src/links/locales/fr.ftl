# Search

search-title = Chercher
search-hint = Exemple : route, eau, Zaouiat Ahansal
search-found = { $count ->
    [0] Rien trouvé
    [one] { $count } résultat
   *[other] { $count } résultats
}
search-nothing = Rien pour « { $query } »
search-nothing-why = Essayez un mot plus court, ou le nom d’une commune, en arabe ou en français.
search-all-projects = Voir tous les projets
