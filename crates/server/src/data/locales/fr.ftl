# Open data

section-data = Données
section-words = Mots
data-title = Données ouvertes
data-lede = Tout ce que montrent les pages peut être emporté, sans inscription.
data-projects-what = Chaque changement du registre est dans les fichiers aussitôt.
data-places-what = Les lieux du Maroc (code, nom, population) et les chiffres du recensement de la région, en tableaux.
data-places-table = Lieux, CSV
data-census-table = Chiffres du recensement, CSV
data-how = Comment les prendre
data-how-lists = Chaque liste du site donne exactement ce qu’elle montre : choisissez, puis emportez.
data-how-api = Pour les programmes :
data-licence = Licence :
