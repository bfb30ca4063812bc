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
jobs-of-projects = Les emplois prévus sont connus pour { $planned } projets, les emplois créés pour { $created }.
jobs-of-both = { $count ->
    [one] { $count } projet ne dit que l’ensemble, sans les femmes et les hommes.
   *[other] { $count } projets ne disent que l’ensemble, sans les femmes et les hommes.
}
jobs-left-out = { $count ->
    [one] Les chiffres de { $count } projet sont trop petits pour être dits : ils ne sont pas dans ces sommes.
   *[other] Les chiffres de { $count } projets sont trop petits pour être dits : ils ne sont pas dans ces sommes.
}
fewer-than-five = moins de 5

party-owner = Maître d’ouvrage
party-procuring = Exécution
party-contractor = Entreprise titulaire

change-label = { $label } :
change-first = Le projet entre dans le registre.
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
import-not-utf8 = Le fichier n’est pas en UTF-8, il semble en { $value }. Enregistrez-le en « CSV UTF-8 », ou ajoutez --encoding { $value }.
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

# An older version of a page
past-title = Cette page montre le projet tel qu’il était publié le { $date }.
past-version = Version { $version }.
past-now = Voir le projet aujourd’hui

# How far: course, milestones, steps
course-title = Tous les relevés d’avancement
course-date = Date
course-source = Source
milestones-title = Les jalons
milestone-due = Prévu le { $date }
milestone-reached = Atteint le { $date }.
milestone-scheduled = À venir
milestone-met = Atteint
milestone-notMet = Manqué
milestone-partiallyMet = Atteint en partie
phases-title = Les étapes avant et après les travaux
phases-step = Étape
phases-planned = Prévu
phases-actual = Réalisé
phase-identification = Identification
phase-preparation = Préparation
phase-implementation = Travaux
phase-completion = Réception
phase-maintenance = Entretien
phase-decommissioning = Fermeture
span = du { $start } au { $end }
span-from = à partir du { $start }
span-to = jusqu’au { $end }

# Money: cost by step, commitments and payments
costs-title = Le coût, d’une étape à l’autre
costs-caption = Le coût à chaque étape, et la raison de chaque changement
costs-step = Étape
costs-change = Écart
costs-reason = Raison
costs-no-reason = La raison n’est pas publiée.
cost-at-approval = À l’approbation
cost-at-award = À l’attribution des marchés
cost-at-now = Aujourd’hui
cost-at-final = À la fin
spent-title = Engagé et payé
spent-share = { $share } % du coût
money-committed = Engagé
money-paid = Payé
transfers-title = Tous les engagements et paiements
transfers-what = Nature
transfers-amount = Montant
transfers-who = De qui à qui
transfers-to = à

# A private investment
investment-title = Promesses et résultats
investment-lede = « Approuvé » ne veut pas dire « construit » : voici ce qui a été dit à chaque étape.
investment-caption = Montant et emplois, étape par étape
investment-declared = Déclaré
investment-approved = Approuvé
investment-started = Commencé
investment-operating = En activité
investment-abandoned = Abandonné

# Contracts and agreements
contracts-title = Les marchés
contract-method = Comment l’entreprise a été choisie
contract-bidders = Entreprises candidates
contract-nature = Nature
contract-estimate = Estimation
contract-value = Montant du marché
contract-final = Montant final
contract-signed = Signé le
contract-start = Début
contract-end = Fin prévue
contract-pre-award = Pas encore attribué
contract-active = En cours
contract-closed = Terminé
method-open = Appel d’offres ouvert
method-selective = Appel d’offres avec présélection
method-limited = Appel d’offres restreint
method-direct = Marché négocié
nature-design = Études
nature-construction = Travaux
nature-supervision = Suivi
modifications-title = Les changements du marché
modified-duration = Délai
modified-value = Prix
modified-scope = Travaux
agreements-title = Les conventions et les votes
agreement-number = Convention n° { $number }
vote-on = Votée le { $date }.
vote-none = Le vote n’est pas publié.
vote-counts = Pour : { $ayes } · contre : { $noes } · abstentions : { $abstained }

# People, land, nature
jobs-groups = Par âge et par durée
jobs-method = Comment on a compté :
job-age = { $age } ans
job-temporary = emploi temporaire
job-permanent = emploi permanent
job-local = habitants du lieu
job-not-local = venus d’ailleurs
sex-female = femmes
sex-male = hommes
served-title = Pour qui, et avec quel effet
served-people = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
around-impact = Effet sur la nature étudié
around-protected = Dans une zone protégée
around-compensation = Indemnités pour les terrains
around-accessible = Accessible aux personnes handicapées
around-access = Accessibilité :
around-land = Terrains :
around-nature = Nature :
yes = oui
no = non
final-title = Ce qui a été construit

# Documents and photos, what is published
photos-title = Photos
photo-missing = La photo n’est pas ici.
documents-title = Documents
document-no-link = pas en ligne ; demandez-le à l’administration
document-environmentalImpact = Étude d’impact sur l’environnement
document-landAndSettlementImpact = Étude sur les terrains
document-projectScope = Description des travaux
document-projectPlan = Plan du projet
document-feasibilityStudy = Étude de faisabilité
document-budgetApproval = Approbation du budget
document-financialAgreement = Convention de financement
document-biddingDocuments = Dossier d’appel d’offres
document-tenderNotice = Avis d’appel d’offres
document-awardNotice = Avis d’attribution
document-evaluationReports = Rapport d’évaluation des offres
document-contractSigned = Marché signé
document-contractAmendment = Avenant
document-physicalProgressReport = Rapport d’avancement des travaux
document-financialProgressReport = Rapport d’avancement des paiements
document-completionCertificate = Procès-verbal de réception
document-technicalAuditReport = Audit technique
document-financialAuditReport = Audit financier
document-projectEvaluation = Évaluation
document-minutes = Procès-verbal
document-illustration = Image
document-maintenancePlan = Plan d’entretien
withheld-title = Ce qui n’est pas publié, et pourquoi
disclosed-title = Ce qui est publié
disclosed-count = { $count } des { $all } informations que demande le standard CoST sont publiées.
disclosed-source = Source : éléments proactifs du standard CoST IDS, selon leur correspondance avec OC4IDS 0.9.5.
disclosed-missing = Ce qui manque
cost-owner = Maître d’ouvrage
cost-sector = Domaine
cost-subsector = Sous-domaine
cost-name = Nom
cost-location = Lieu
cost-purpose = But
cost-description = Description
cost-scope = Description des travaux (document)
cost-environment = Effet sur l’environnement
cost-land = Effet sur les terrains et l’habitat
cost-owner-contact = Comment joindre le maître d’ouvrage
cost-funding = Qui paie
cost-budget = Budget
cost-approved = Date d’approbation du budget
cost-status = Étape
cost-final-cost = Coût final
cost-final-date = Date d’achèvement
cost-final-scope = Ce qui a été construit
cost-final-reasons = Raisons des changements du projet
cost-audit = Audits et évaluations
cost-procuring = Qui a passé le marché
cost-procuring-contact = Comment joindre celui qui a passé le marché
cost-administrator = Qui suit le marché
cost-contract-status = État du marché
cost-method = Mode de passation
cost-nature = Nature du marché
cost-bidders = Nombre d’entreprises candidates
cost-estimate = Estimation du marché
cost-contract-title = Titre du marché
cost-suppliers = Entreprises titulaires
cost-contract-price = Prix du marché
cost-contract-scope = Travaux du marché
cost-contract-period = Début et durée du marché
cost-price-change = Changements du prix
cost-escalation = Prix avant et après chaque changement
cost-duration-change = Changements du délai
cost-scope-change = Changements des travaux
cost-price-reasons = Raisons des changements du prix
cost-other-reasons = Raisons des changements de délai et de travaux

# Who, beside the project
party-administrator = Suivi du marché
party-monitor = Contrôle indépendant
project-marked = Le losange et le trait montrent ce qui est construit.
project-wrong = Signaler une erreur
project-wrong-subject = Erreur dans { $reference }

# History
history-follow = Suivre ce projet (fil Atom)
history-version = Version { $version }, du { $date }
history-older = Voir les changements plus anciens
history-on = Voir le projet tel qu’il était le
history-show = Afficher
change-more = { $count ->
    [one] et { $count } autre changement
   *[other] et { $count } autres changements
}
actor-import = Import par l’administration
actor-undo = Annulation d’un import
actor-demo = Données de démonstration
actor-operator = L’administration

# Fields, in a history
field-identifier = Identifiant
field-title = Nom
field-purpose = But
field-description = Description
field-kind = Genre
field-status = Étape
field-work = Nature des travaux
field-sectors = Domaines
field-classifications = Programme
field-places = Lieu
field-budget = Coût
field-funding = Qui paie
field-costs = Coût par étape
field-commitments = Engagements
field-payments = Paiements
field-agreements = Conventions
field-contracts = Marchés
field-dates = Dates
field-phases = Étapes
field-milestones = Jalons
field-physical = Construit
field-financial = Payé
field-jobs = Emplois
field-beneficiaries = Pour qui
field-surroundings = Effets et accès
field-documents = Documents
field-photos = Photos
field-investment = Promesses et résultats
field-withheld = Non publié
field-final-scope = Ce qui a été construit
field-final-reason = Raison de l’écart final
field-parties = Qui fait quoi
field-updated = Dernière mise à jour
field-kept = Autres colonnes du fichier
field-carried = Le fichier d’origine a été reçu de nouveau.
part-amount = montant
part-approved = date d’approbation
part-party = qui
part-at = étape
part-date = date
part-reason = raison
part-id = numéro
part-payer = qui paie
part-payee = qui reçoit
part-source = source
part-address = adresse
part-email = courriel
part-telephone = téléphone
part-scheme = registre
part-legal-name = nom légal
part-name = nom
part-roles = rôles
part-registered = immatriculation
part-contact = contact
part-number = numéro
part-title = titre
part-vote = vote
part-body = conseil
part-decision = décision
part-ayes = pour
part-noes = contre
part-abstained = abstentions
part-scope = travaux
part-nature = nature
part-status = état
part-method = mode de passation
part-method-words = mode de passation
part-bidders = candidats
part-estimate = estimation
part-value = montant
part-final-value = montant final
part-signed = signé
part-start = début
part-end = fin
part-buyer = acheteur
part-administrator = suivi
part-suppliers = titulaires
part-modifications = changements
part-what = objet
part-description = description
part-old-value = ancien montant
part-new-value = nouveau montant
part-old-end = ancienne fin
part-new-end = nouvelle fin
part-planned-start = début prévu
part-planned-end = fin prévue
part-actual-start = début
part-actual-end = fin
part-kind = genre
part-due = échéance
part-met = atteint le
part-percent = part
part-women = femmes
part-men = hommes
part-total = total
part-planned = prévus
part-created = créés
part-planned-groups = prévus, par groupe
part-created-groups = créés, par groupe
part-sex = sexe
part-age = âge
part-duration = durée
part-local = du lieu
part-count = nombre
part-who = qui
part-people = personnes
part-impact-assessed = effet sur la nature étudié
part-protected-area = zone protégée
part-environment = nature
part-land-compensation = indemnités
part-land = terrains
part-accessible = accessible
part-accessibility = accessibilité
part-url = adresse
part-published = publié le
part-format = format
part-language = langue
part-file = fichier
part-alt = ce qu’on voit
part-taken = prise le
part-point = position
part-credit = auteur
part-size = taille
part-jobs = emplois
part-ground = motif
part-code = code
part-given = tel que donné
part-shape = tracé
part-type = genre de tracé
part-coordinates = tracé
part-label = libellé

# More filters of the list, and what a place adds up
filter-organisation = Qui paie ou construit
filter-organisation-all = Tous
filter-organisation-pays = Qui paie
filter-organisation-builds = Qui construit
filter-state = À surveiller
filter-state-all = Tous les projets
state-late = En retard
state-silent = Sans nouvelles depuis plus de 90 jours
state-ahead = Payés plus vite que construits
place-stages = Où en sont-ils ?
place-late = { $count ->
    [one] { $count } projet est en retard
   *[other] { $count } projets sont en retard
}
place-silent = { $count ->
    [one] { $count } projet est sans nouvelles depuis plus de 90 jours
   *[other] { $count } projets sont sans nouvelles depuis plus de 90 jours
}

# Who pays and who builds
organisations-title = Qui paie, qui construit
organisations-lede = Les administrations, les bailleurs et les entreprises que nomment les projets.
organisations-words = Nom
organisations-role = Rôle
organisations-all = Tous
organisations-funder = Ceux qui paient
organisations-supplier = Ceux qui construisent
organisations-owner = Ceux qui décident
organisations-do = Chercher
organisations-count = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
organisations-none = Aucune organisation ne correspond
organisations-none-why = Essayez avec un autre mot, ou sans rôle.
organisations-caption = Organisations montrées : { $shown } sur { $count }
organisation-name = Organisation
organisation-projects = Projets
organisation-promised = Promis
organisation-won = Marchés
organisation-number = Immatriculation
organisation-funds = Ce qu’elle paie
organisation-builds = Ce qu’elle construit
organisation-owns = Ce dont elle est maître d’ouvrage
organisation-other = Ses autres rôles
organisation-total = { $total } en tout
organisation-share = Sa part
organisation-same-name = Cette page réunit les projets qui écrivent ce nom de la même façon : le fichier ne donne pas d’immatriculation.
organisation-list = Tous ses projets dans la liste

# What changed lately
changes-title = Ce qui a changé
changes-lede = Chaque changement du registre : quoi, quand, par qui et pourquoi.
changes-none = Rien n’a changé
changes-none-why = Aucun changement n’est enregistré ici.
changes-new = Entre dans le registre
changes-feed = Suivre les changements (fil Atom)
changes-older = Changements plus anciens
import-contract-status = « { $value } » n’est pas un état de marché OC4IDS (pre-award, active, closed).
import-method = « { $value } » n’est pas un mode de passation (open, selective, limited, direct).
import-yes-or-no = « { $value } » n’est ni oui ni non.
import-contracts = « { $value } » n’est pas « numéro : montant ».
import-jobs-group = « { $value } » n’est pas un groupe d’emplois, comme « female, 18-35: 9 » ou « local: 12 ».
import-beneficiaries = Les groupes et les nombres de bénéficiaires, séparés par « | », ne sont pas aussi nombreux : « { $value } ».
import-modification = « { $value } » n’est pas un genre de changement (duration, value, scope).
import-milestone = « { $value } » n’est pas un état de jalon (scheduled, met, notMet, partiallyMet).
import-no-such-encoding = « { $value } » n’est pas un encodage connu, comme windows-1256 ou utf-16le.
import-password = Le classeur est protégé par un mot de passe. Enregistrez-le sans mot de passe.
import-old-workbook = C’est un ancien classeur (.xls). Enregistrez-le en .xlsx ou en « CSV UTF-8 ».
import-not-workbook = Le classeur ne peut pas être lu : { $value }
import-too-large = Le classeur est trop grand une fois ouvert (plus de { $value } Mo). Partagez-le en plusieurs fichiers.
import-no-such-sheet = Le classeur n’a pas cette feuille. Choisissez avec --sheet : { $value }
import-hidden-sheet = feuille cachée, pas lue : { $value }
import-other-sheet = autre feuille, pas lue : { $value } (--sheet la choisit)
import-hidden-rows = lignes cachées, lues comme les autres : { $value }
import-rows-above = lignes au-dessus des titres, pas lues : { $value }
import-row-length = La ligne n’a pas autant de cases que les titres ({ $value }).
import-open-quote = Un guillemet est ouvert et jamais fermé dans la ligne « { $value } » ; les lignes suivantes s’y perdent.
import-cell-yes-or-no = « { $value } » est une case vrai/faux, pas une valeur.
import-cell-error = La formule a échoué ({ $value }). Corrigez-la dans le tableur.
import-fraction = « { $value } » peut vouloir dire deux pourcentages ; écrivez 46 pour 46 %, ou ajoutez %.
import-no-rows = Le fichier a des titres et aucune ligne.
import-json-needs-no-mapping = Un fichier JSON n’a pas besoin de correspondance : ses champs ont leurs propres noms.

# A project that was taken back (410)
project-gone = Ce projet a été retiré du registre
file-source = Publié par
file-licence = Licence
file-date = À jour au
file-address = Adresse du fichier

# The head of a page, and long lists
past-head = { $name } — publié le { $date }
ahead-tag = Payé plus vite que construit
transfers-more = Les 20 derniers mouvements sur { $count }. Tous sont dans les fichiers à télécharger.

# Écrire les projets au bureau

edit-lede = Écrivez ici ce que la région sait de ses projets. Rien ne paraît avant d’être publié.
edit-new = Nouveau projet
edit-new-lede = Trois choses suffisent pour commencer. Le reste s’ajoute page par page.
edit-begin = Commencer
edit-identifier = Numéro du projet dans vos dossiers
edit-identifier-taken = Un autre projet porte déjà ce numéro. Vérifiez-le, ou cherchez ce projet dans le registre.
edit-mine = Mes brouillons
edit-waiting = À publier par vous
edit-saved = Enregistré le { $date }
edit-waits = Attend une autre personne
edit-register = Dans le registre
edit-search = Chercher un projet
edit-count = { $count ->
    [one] { $count } projet
   *[other] { $count } projets
}
edit-do = Modifier
edit-add = Ajouter
edit-add-lede = Une ligne de plus
edit-save = Enregistrer
edit-remove = Retirer
edit-up = Revenir sans enregistrer
edit-back = Tous les projets
edit-all-pages = Toutes les pages du brouillon
edit-said = { $count ->
    [0] rien encore
    [one] { $count } donnée
   *[other] { $count } données
}
edit-what = Quoi
edit-where = Où
edit-when = Quand et où en est-on
edit-who = Qui
edit-money = Argent
edit-contracts = Conventions et marchés
edit-people = Emplois, habitants et nature
edit-files = Documents, photos et le reste
edit-at-the-end = À la fin
edit-jobs-planned = Emplois prévus
edit-jobs-created = Emplois créés
edit-twice = Une autre ligne dit déjà cela. Changez celle-ci ou modifiez l’autre.
edit-entry-changed = Cette ligne a changé dans une autre fenêtre. Revenez à la liste et ouvrez-la de nouveau.
edit-amount = Montant
edit-date = Date
edit-payer = Qui paie
edit-payee = Qui reçoit
edit-source = D’où on le sait
edit-number = Numéro
edit-percent = Part, en pour cent
edit-sex = Femmes ou hommes
edit-age = Âge
edit-duration = Durée
edit-local = Habitants du lieu
edit-count-people = Nombre
edit-scheme = Registre ou nomenclature
edit-code = Code
edit-words = En mots
edit-place = Province ou commune
edit-given = Lieu, tel qu’on le nomme
edit-point = Position (latitude, longitude)
edit-shape = Tracé (GeoJSON)
edit-planned-start = Début prévu
edit-planned-end = Fin prévue
edit-actual-start = Début réel
edit-actual-end = Fin réelle
edit-title = Titre
edit-kind = Genre
edit-due = Pour quand
edit-met = Atteint le
edit-state = État
edit-name = Nom
edit-roles = Ce qu’il fait
edit-registered = Numéro dans ce registre
edit-legal-name = Nom légal
edit-address = Adresse
edit-email = Courriel du service
edit-telephone = Téléphone du service
edit-budget = Coût prévu
edit-approved = Approuvé le
edit-party = Qui
edit-at = Étape
edit-reason = Pourquoi
edit-signed = Signée le
edit-vote-date = Vote : date
edit-vote-body = Vote : conseil et session
edit-vote-decision = Vote : numéro de la décision
edit-ayes = Votes pour
edit-noes = Votes contre
edit-abstained = Abstentions
edit-scope = Ce qu’il couvre
edit-nature = Nature
edit-method-words = Mode de passation, dans les mots de la loi
edit-buyer = Acheteur
edit-administrator = Qui suit le marché
edit-suppliers = Titulaires
edit-modifications = Avenants
edit-modified = Ce qui change
edit-old-value = Montant avant
edit-new-value = Montant après
edit-old-end = Fin avant
edit-new-end = Fin après
edit-women = Femmes
edit-men = Hommes
edit-total = En tout
edit-jobs-method = Comment on a compté
edit-impact-assessed = L’effet sur la nature a été étudié
edit-protected-area = Dans une zone protégée
edit-environment = Ce qui est fait pour la nature
edit-land-compensation = Indemnités pour les terrains
edit-land = Les terrains
edit-accessible = Utilisable par les personnes handicapées
edit-accessibility = Comment
edit-for-whom = Pour qui
edit-how-many = Combien de personnes
edit-planned-groups = Emplois prévus, par groupe
edit-created-groups = Emplois créés, par groupe
edit-url = Adresse sur internet
edit-published = Publié le
edit-format = Format (application/pdf)
edit-language = Langue (ar, fr…)
edit-alt = Ce qu’on voit sur la photo
edit-taken = Prise le
edit-credit = Auteur
edit-file = Fichier
edit-withheld-what = Ce qui n’est pas publié
edit-ground = Motif de la loi
edit-status-identification = Idée
edit-status-preparation = Préparation
edit-status-implementation = Travaux
edit-status-completion = Achèvement
edit-status-maintenance = En service
edit-status-decommissioning = En cours de fermeture
edit-status-decommissioned = Fermé
edit-status-cancelled = Abandonné
edit-work-construction = Construction
edit-work-rehabilitation = Réhabilitation
edit-work-replacement = Remplacement
edit-work-expansion = Extension
edit-work-decommissioning = Démolition
edit-role-publicAuthority = Maître d’ouvrage
edit-role-funder = Financeur
edit-role-procuringEntity = Service qui passe le marché
edit-role-administrativeEntity = Suit le marché
edit-role-buyer = Acheteur
edit-role-tenderer = Candidat
edit-role-supplier = Titulaire
edit-role-payer = Paie
edit-role-payee = Reçoit
edit-role-reviewBody = Traite les recours
edit-role-interestedParty = Partie concernée
edit-role-independentMonitor = Contrôleur indépendant
edit-preview = Voir la page comme elle sera
edit-is-preview = Aperçu : ceci n’est pas publié.
edit-publish = Comparer et publier
edit-publish-do = Publier
edit-send = Demander à une autre personne de publier
edit-second = Ici, une autre personne que l’auteur publie. Envoyez-lui ce brouillon.
edit-why = Raison du changement
edit-why-hint = Elle reste dans l’historique public du projet.
edit-changes = Ce que ce brouillon change
edit-is-new = C’est un nouveau projet.
edit-no-change = Rien ne change encore.
edit-behind = Ce projet a été publié par quelqu’un d’autre pendant que vous écriviez.
edit-see-changes = Voir ce qui a changé
edit-theirs = Ce qui a été publié entre-temps
edit-both = Vous avez tous deux changé ceci : choisissez
edit-no-clash = Vous n’avez pas changé les mêmes choses : les deux se mettent ensemble.
edit-side-mine = Ce que j’ai écrit :
edit-side-theirs = Ce qui est publié :
edit-choose = Choisissez ce qui doit rester.
edit-put-together = Mettre ensemble
edit-changed-meanwhile = Quelque chose a changé entre-temps. Relisez, puis recommencez.
edit-needs-another = Une autre personne doit publier ce brouillon.
edit-unfinished = Il manque le nom ou le numéro du projet.
edit-give-up = Abandonner ce brouillon
edit-give-up-hint = Ce qui est publié reste comme il est.
edit-give-up-do = Abandonner
edit-is-published = C’est publié.
edit-see-page = Voir la page
edit-is-given-up = Ce brouillon a été abandonné. Ce qui est publié reste comme il est.
edit-is-sent = Ce brouillon attend une autre personne. Si vous le modifiez, il vous revient.
edit-which = De quel genre et à quelle étape
