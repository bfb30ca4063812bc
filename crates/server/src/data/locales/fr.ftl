# Open data

section-data = Données
section-words = Mots
data-title = Données ouvertes
data-lede = Tout ce que montrent les pages peut être emporté, sans inscription.
data-projects-what = Chaque changement du registre est dans les fichiers aussitôt.
data-places-what = Les lieux du Maroc (code, nom, population) et les chiffres du recensement de la région, en tableaux.
data-places-table = Lieux : code, niveau, nom, population
data-census = Chiffres du recensement, un par ligne
data-how = Comment les prendre
data-how-lists = Chaque liste du site donne exactement ce qu’elle montre : choisissez, puis emportez.
data-how-api = Pour les programmes :
data-licence = Licence :
data-csv = Tableau : un projet par ligne, pour les tableurs et les programmes
data-xlsx = Le même tableau pour Excel et LibreOffice, avec l’explication des colonnes
data-oc4ids = Tout ce qui est publié de chaque projet, dans le standard international OC4IDS 0.9.5
data-geojson = Les projets sur une carte
data-api = Page par page, pour les programmes
data-package = La description des tableaux, colonne par colonne
data-openapi = La description de toutes les adresses
data-budgets = Budgets
data-budgets-what = Une ligne du budget par ligne du tableau, une édition par fichier. Les montants ne s’additionnent pas d’une phase à l’autre.
data-budget-voted = budget voté de { $year }
data-budget-modified = budget modifié de { $year }
data-budget-executed = exécution de { $year }
data-budget-package = toutes les éditions, chaque colonne expliquée (données budgétaires ouvertes)
