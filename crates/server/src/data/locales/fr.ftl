# Open data

section-data = Données
section-words = Mots
data-title = Données ouvertes
data-lede = Tout ce que montrent les pages peut être emporté, sans inscription.
data-projects-what = Chaque changement du registre est dans les fichiers aussitôt.
data-places-what = Les lieux du Maroc, avec leur code du recensement, leur nom et leur population.
data-how = Comment les prendre
data-how-lists = Chaque liste du site donne exactement ce qu’elle montre : choisissez, puis emportez.
data-how-api = Pour les programmes :
data-licence = Licence :
