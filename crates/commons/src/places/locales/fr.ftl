# Places

places-title = Les lieux de la région
places-lede = { $count ->
    [one] { $count } commune : ses habitants et ses projets.
   *[other] { $count } communes : leurs habitants et leurs projets.
}
places-map = La carte
places-map-caption = Nombre d’habitants par commune. Les mêmes chiffres sont dans la liste. Limites indicatives. Source : HCP, recensement 2024.
places-provinces = Provinces et communes
places-name = Lieu
places-kind = Genre
places-communes = Communes
places-people = Habitants
places-of = Les communes : { $name }
places-data = Les données
places-table = La liste en tableau

place-description = { $kind } { $name } : habitants, chiffres du recensement, projets.
place-people = { $count ->
    [one] { $count } habitant
   *[other] { $count } habitants
}
place-population = habitants (population légale, recensement 2024)
place-households = ménages
place-census = Ce que dit le recensement
place-census-none = Ce programme n’a pas les chiffres du recensement pour ce lieu.
place-census-by-sex = Femmes et hommes
place-census-all = Tous les habitants
place-what = De quoi s’agit-il
place-women = Femmes
place-men = Hommes
place-all = Ensemble
place-explained = Que veulent dire ces chiffres ?
place-source = Source :
place-source-estimates = Dans les communes de plus de 2 000 ménages, un ménage sur cinq a répondu : ces chiffres sont des estimations.
place-within = Dans { $name }
place-aside = En pratique
place-map = Le lieu
place-map-caption = Limites indicatives. Source : HCP.
place-code = Code du lieu
place-code-why = Code du recensement (HCP), pour retrouver ce lieu dans les données.
place-readers = Sur 100 personnes de 10 ans et plus, combien ne savent ni lire ni écrire
place-spoken = Sur 100 habitants, combien parlent
place-table-below = Les mêmes chiffres sont dans le tableau.
places-find = Chercher une commune
