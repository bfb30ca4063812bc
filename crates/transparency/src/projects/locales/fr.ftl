# The register of projects

projects-title = Les projets de la région
projects-title-in = Les projets : { $place }
projects-lede = Ce que l’on construit, où, avec l’argent de qui, et où l’on en est.
projects-count = { $count ->
    [one] { $count } projet
   *[other] { $count } projets
}
projects-total = { $total } au total
projects-where = Où sont-ils ?
projects-map-caption = Nombre de projets par commune. Les mêmes chiffres sont dans la liste. Limites indicatives. Source des limites : HCP.
projects-map-list = La même carte en liste
projects-map-list-caption = Les communes, de la plus à la moins pourvue en projets
projects-list = La liste
projects-caption = Projets montrés : { $shown } sur { $count }
projects-none = Aucun projet ne correspond
projects-none-why = Essayez avec moins de choix, ou un autre lieu.
projects-clear = Tout effacer
map-none = aucun

filter-title = Choisir les projets
filter-words = Mots
filter-do = Afficher les projets
filter-place = Lieu
filter-place-all = Toute la région
filter-sector = Domaine
filter-sector-all = Tous
filter-stage = Étape
filter-stage-all = Toutes
filter-kind = Genre
filter-kind-all = Tous
filter-sort = Classer par
sort-cost = Coût, du plus cher
sort-news = Nouvelles récentes
sort-name = Nom

col-project = Projet
col-stage = Étape
col-cost = Coût
col-progress = Construit et payé

list-comma = {", "}
list-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
stage-closed = Fermé
stage-cancelled = Annulé
stage-unknown = Étape non publiée
kind-public-works = Travaux publics
kind-employment-programme = Programme d’emploi
kind-private-investment = Investissement privé
kind-service = Service

late-days = { $count ->
    [one] { $count } jour de retard
   *[other] { $count } jours de retard
}
late-months = { $count ->
    [one] { $count } mois de retard
   *[other] { $count } mois de retard
}
silent-days = { $count ->
    [one] Pas de nouvelles depuis { $count } jour
   *[other] Pas de nouvelles depuis { $count } jours
}

project-no-purpose = Le but de ce projet n’est pas encore publié.
project-how-far = Où en est-on ?
project-money = L’argent
project-approved = Décidé le { $date }
project-cost-label = Coût :
project-funders-label = Qui paie :
project-jobs = Les emplois
project-more = En savoir plus
project-history = Tout ce qui a changé
project-who = Qui fait quoi
project-programme = Programme
project-reference = Référence
project-updated = Dernières nouvelles : { $date }

date-planned-start = Début prévu
date-actual-start = Début des travaux
date-planned-end = Fin prévue
date-actual-end = Fin des travaux

jobs-caption = Emplois, par sexe
jobs-who = Qui
jobs-planned = Prévus
jobs-created = Créés
jobs-label = Emplois :
jobs-protected = Nous masquons les chiffres de 1 à 4 pour protéger les personnes.
jobs-total-hidden = masqué
fewer-than-five = moins de 5

party-owner = Maître d’ouvrage
party-procuring = Exécution
party-contractor = Entreprise titulaire

change-label = { $label } :
change-first = Le projet entre dans le registre.
change-stage = Étape
change-cost = Coût
change-planned-end = Fin prévue
change-other = Des précisions ont été ajoutées ou corrigées.
change-reason = Raison : { $reason }

place-no-projects = Aucun projet n’est enregistré : { $name }
place-no-projects-why = Cela ne veut pas dire qu’il n’y en a pas : le registre montre ce qui a été publié.
place-per-head = { $amount } par habitant
place-all-projects = { $count ->
    [one] Voir le projet
   *[other] Voir les { $count } projets
}

# Sectors (OC4IDS project sectors)
sector-education = Éducation
sector-health = Santé
sector-energy = Énergie
sector-energy-solar = Énergie solaire
sector-energy-wind = Énergie éolienne
sector-energy-hydropower = Énergie hydraulique
sector-energy-biomass = Énergie de la biomasse
sector-energy-geothermal = Géothermie
sector-communications = Télécommunications
sector-waterAndWaste = Eau et assainissement
sector-governance = Administration
sector-economy = Économie et emploi
sector-cultureSportsAndRecreation = Culture, sport et loisirs
sector-transport = Transport
sector-transport-air = Transport aérien
sector-transport-water = Transport par l’eau
sector-transport-rail = Chemin de fer
sector-transport-road = Routes
sector-transport-urban = Transport urbain
sector-transport-lowCarbon = Transport peu polluant
sector-socialHousing = Logement social
sector-naturalResources = Ressources naturelles
sector-naturalResources-floodProtection = Protection contre les inondations

# What an import says (to the operator)
import-problem = ligne { $row }, { $field } : { $what }
import-not-utf8 = Le fichier n’est pas en UTF-8. Enregistrez-le en « CSV UTF-8 ».
import-nul = Il y a ici un caractère nul ; enregistrez de nouveau le fichier comme texte.
import-empty = Le fichier est vide.
import-not-json = Le fichier n’est pas du JSON valable : { $value }
import-not-csv = Les titres des colonnes ne peuvent pas être lus : { $value }
import-no-projects = Le fichier n’a pas de liste « projects ».
import-not-an-object = Un projet doit être un objet JSON : { $value }
import-wrong-type = « { $value } » n’a pas la bonne forme : le standard veut ici une liste ou un objet.
import-no-such-column = Le fichier n’a pas de colonne « { $value } » ; corrigez la correspondance.
import-column-needed = Aucune colonne ne donne « { $value } » ; nommez-la dans une correspondance (--draft-mapping en écrit une).
import-two-columns = Deux colonnes donnent « { $value } » ; n’en nommez qu’une dans une correspondance.
import-no-currency-file = Aucune monnaie n’est indiquée ; dites-la avec --currency, par exemple MAD.
import-no-currency = La monnaie manque ; dites-la avec --currency, par exemple MAD.
import-currency = « { $value } » n’est pas un code de monnaie ISO 4217, comme MAD.
import-no-identifier = L’identifiant manque.
import-no-title = Le nom du projet manque.
import-twin = L’identifiant « { $value } » est déjà plus haut dans le fichier ; seule la première ligne est prise.
import-status = « { $value } » n’est pas un statut OC4IDS (identification, preparation, implementation, completion, maintenance, decommissioning, decommissioned, cancelled).
import-stage = « { $value } » n’est pas une étape (idea, prepared, works, finished, service, closed, cancelled).
import-type = « { $value } » n’est pas un type OC4IDS (construction, rehabilitation, replacement, expansion, decommissioning).
import-kind = « { $value } » n’est pas un genre (public_works, employment_programme, private_investment, service).
import-date = « { $value } » n’est pas une date sûre ; écrivez 2026-11-23, ou dites l’ordre dans la correspondance (dates).
import-year = « { $value } » est une année avant 1900 ou après 2200 ; écrivez quatre chiffres.
import-no-date = Un avancement de { $value } % n’a pas de date.
import-amount = « { $value } » n’est pas un montant sûr ; dites la marque décimale dans la correspondance (decimal).
import-percent = « { $value } » n’est pas un pourcentage de 0 à 100.
import-count = « { $value } » n’est pas un nombre entier.
import-degrees = « { $value } » n’est pas une latitude ou une longitude en degrés.
import-funding = « { $value } » n’est pas « qui : combien ».
import-row-broken = La ligne ne peut pas être lue : { $value }

file-source = Publié par
file-licence = Licence
file-date = À jour au
file-address = Adresse du fichier
