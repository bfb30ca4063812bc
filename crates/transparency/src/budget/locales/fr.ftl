# The pages of the budget

section-budget = Budget
budget-title = L’argent de la région : d’où il vient, où il va
budget-title-of = Budget { $year } : d’où vient l’argent, où il va
budget-title-in = Budget { $year } : { $place }
budget-citizen = Budget citoyen { $year }
budget-years = Autres années
budget-none = Aucun budget n’est encore publié
budget-none-why = Quand la région publiera son budget, il sera ici, ligne par ligne. Vous pouvez le demander.
budget-back = Tout le budget { $year }
budget-minute = En une minute
budget-minute-is = En { $year }, la région prévoit de recevoir { $in } et de dépenser { $out }.
budget-minute-was = En { $year }, la région a reçu { $in } et payé { $out }.
budget-minute-first = Sur 100 { $currency } dépensés, { $count } vont d’abord ici : { $name }.
budget-minute-left = Le fonctionnement laisse { $amount } pour construire et équiper.
budget-fig-all = toutes les dépenses de l’année
budget-fig-equipment = pour construire et équiper ({ $percent } %)
budget-fig-running = pour faire fonctionner la région ({ $percent } %)
budget-divided = Par habitant : les montants sont divisés par { $people } habitants. Source : { $source } ({ $year }).
budget-less-than = moins de { $amount }
budget-from = D’où vient l’argent ?
budget-from-caption = D’où vient l’argent : { $what }
budget-source = Source
budget-where = Où va l’argent ?
budget-where-caption = Où va l’argent : { $what }
budget-for-what = Pour quoi
budget-amount = Montant
budget-each = par habitant
budget-each-year = Par habitant et par an
budget-against = Par rapport à { $year }
budget-total = Total
budget-same = pareil
budget-no-change-known = inconnu
budget-unsorted = Pas encore classé
budget-rest = Tout le reste
budget-by-nodes = Personne n’a encore dit à quoi sert chaque ligne. Voici les plus grands titres de ce budget, tels qu’il les nomme.
budget-rug = Le tapis des 100 { $currency }
budget-rug-lede = Chaque nœud de ce tapis vaut 1 sur 100 { $currency } que la région dépense.
budget-rug-label = Sur 100 { $currency } : { $parts }
budget-as-voted = Les mêmes dépenses dans l’ordre de la loi
budget-chapters-caption = Les parties et les chapitres des dépenses
budget-chapter-word = Chapitre
budget-all-lines = { $count ->
    [one] Voir la ligne
   *[other] Voir les { $count } lignes, comme elles ont été votées
}
budget-others = À côté du budget : comptes qui ne sont dans aucun des totaux de cette page
budget-others-folded = { $count ->
    [one] { $count } autre compte
   *[other] { $count } autres comptes
}
budget-projects = Les projets de l’année
budget-projects-found = { $count ->
    [one] Les lignes de ce budget nomment { $count } projet du registre.
   *[other] Les lignes de ce budget nomment { $count } projets du registre.
}
budget-projects-missing = { $count ->
    [one] Un autre projet est nommé, qui n’est pas dans le registre.
   *[other] { $count } autres projets sont nommés, qui ne sont pas dans le registre.
}
budget-projects-none = Les lignes de ce budget ne disent pas à quels projets elles servent.
budget-projects-all = Voir tout le registre
budget-jobs = Les emplois et les femmes
budget-jobs-lede = Ce sont les emplois des projets que ce budget nomme, femmes et hommes à part.
budget-jobs-none = Les emplois de ces projets ne sont pas publiés.
budget-words = Les mots expliqués
budget-files-title = Emporter les chiffres
budget-files = Tout le budget
budget-kilobytes = { $count } Ko
budget-signed = Le document signé (PDF)
budget-not-signed = Le document signé n’est pas publié.
budget-version = Version { $number }, du { $date }

phases-label = À quel moment
phase-voted = Voté
phase-modified = Modifié
phase-executed = Exécuté
measure-commitment = peut être promis
measure-payment = prévu pour l’année
measure-committed = promis
measure-paid = payé ou reçu
direction-revenue = Recettes
direction-spending = Dépenses
part-running = Fonctionnement
part-equipment = Équipement
account-main = Budget de la région
account-annexed = budget annexe
account-special = compte spécial

balance-title = Le budget tient-il ?
balance-yes = Oui.
balance-no = Non.
balance-running = Le fonctionnement reçoit
balance-spends = et dépense
balance-left = Il reste { $amount }.
balance-lacks = Il manque { $amount }.
balance-carried = L’équipement en reçoit
balance-not-carried = Rien n’est porté à l’équipement.
balance-unknown = Les deux parties du budget ne sont pas publiées.
law-tally = Règles de la loi : { $kept } respectées, { $broken } non respectées, { $unknown } qu’on ne peut pas vérifier.
law-see-all = Voir chaque règle

changed-title = Qu’est-ce qui change ?
changed-total = En { $before }, les dépenses étaient de { $was }. En { $now }, elles sont de { $is }.
changed-caption = Les chapitres qui changent le plus
changed-change = Changement
changed-nothing = Aucun montant n’a changé.
changed-none = L’année précédente n’est pas publiée : on ne peut pas comparer.
changed-all = Comparer avec { $year }, ligne par ligne
compare-title = Comparer deux années
compare-title-of = { $year } à côté de { $other }
compare-lede = Chaque année dans sa colonne. Rien n’est additionné d’une année à l’autre.
compare-with = Comparer avec l’année
compare-do = Comparer
compare-none = Une seule année est publiée : on ne peut pas encore comparer.
compare-caption = Les deux années, au même moment : { $phase }
compare-chapters = Chapitre par chapitre
compare-lines = Les lignes qui changent le plus

placed-title = Votre province, votre commune
placed-of = Le budget { $year } de la région, ici
placed-choose = Une province ou une commune
placed-all = Toutes les provinces
placed-caption = Ce que l’on peut dire du lieu des dépenses
placed-each = Par habitant du lieu
placed-nothing = rien d’attribué
placed-apart = Ce que l’on ne peut pas dire de ce lieu
placed-reason = Pourquoi
placed-several = Pour plusieurs provinces ou toute la région
placed-outside = En partie hors de la région
placed-shared = En partie ici : la part n’est pas publiée
placed-elsewhere = Pour d’autres lieux
placed-nowhere = Le lieu n’est pas publié
placed-share = Sur 100 dépensés, { $percent } sont attribués ici.
placed-why = Rien n’est partagé au hasard : une dépense qui sert plusieurs lieux n’est donnée à aucun.

decided-title = Comment cela a été décidé
decided-documents = Les documents arrivent à la commission.
decided-adopted = Le conseil vote le budget.
decided-visa-asked = Le visa est demandé.
decided-visa-given = Le visa est donné.
decided-deposited = Le budget est ouvert au public, au siège.
decided-published = Le budget est publié pour tous.
decided-statement = L’état d’exécution dit ce qui a vraiment été dépensé.
decided-before = avant le { $date }
decided-unknown = La date n’est pas publiée.
decided-late = En retard : la loi dit le { $date } au plus tard.
decided-votes = Votes :
decided-votes-title = { $count ->
    [one] { $count } vote
   *[other] { $count } votes, chapitre par chapitre
}
decided-on = Sur quoi
decided-yes = Pour
decided-no = Contre
decided-abstained = Abstentions
decided-docs = Documents qui accompagnent le projet : { $known } sur { $all }.
decided-audit = Contrôle :

budget-spent = L’argent a-t-il été dépensé ?
spent-title-of = { $year } : l’argent a-t-il été dépensé ?
spent-lede = Voter, modifier, promettre, payer : chaque moment est dit à part.
spent-steps = Un moment après l’autre
spent-voted = Voté
spent-modified = Modifié
spent-committed = Promis
spent-paid = Payé
came-voted = Prévu
came-modified = Prévu après modification
came-paid = Reçu
spent-of-hundred = { $percent } pour 100 votés
spent-hundred = Pour 100 votés
spent-apart = Ces montants ne s’additionnent pas : c’est le même argent, à des moments différents.
spent-caption = Dépenses : { $what }
spent-beside = Ce qui a été voté, et ce qu’il en est
spent-none = Ce moment n’est pas publié.
spent-more = Voir pour quoi, moment par moment

law-title-of = Le budget { $year } respecte-t-il la loi ?
law-lede = Chaque règle de la loi, lue dans les chiffres et les dates publiés. Ce qui n’a pas été dit ne respecte ni n’enfreint rien.
law-kept = Respectée
law-broken = Non respectée
law-cannot-tell = On ne peut pas le dire
law-kept-title = Règles respectées
law-broken-title = Règles non respectées
law-unknown-title = Règles qu’on ne peut pas vérifier
law-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
law-more = { $count ->
    [one] et { $count } autre endroit
   *[other] et { $count } autres endroits
}

say-title = Votre avis sur cette page
say-understood = Avez-vous compris cette page ?
say-yes = Oui
say-not-all = Pas tout
say-explain = Que devons-nous mieux expliquer ?
say-private = Sans compte et sans nom. N’écrivez rien de personnel.
say-send = Envoyer
say-choose = Choisissez oui ou pas tout
say-later = Beaucoup d’avis arrivent en ce moment. Réessayez dans quelques minutes
say-thanks-title = Merci
say-thanks = Votre avis est noté.
say-thanks-next = La région lit ce que vous écrivez et corrige ses explications.
say-counted = { $count } personnes ont répondu, { $understood } ont tout compris.

lines-title = Les lignes du budget
lines-title-of = Les lignes du budget { $year }
lines-lede = Chaque ligne est un montant que le conseil a voté. Cherchez un mot, ou choisissez.
lines-filter = Choisir les lignes
lines-do = Afficher les lignes
lines-clear = Tout effacer
lines-count = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
lines-caption = Lignes montrées : { $shown } sur { $count }
lines-line = Ligne
lines-direction = Sens
lines-part = Partie
lines-node = Chapitre
lines-purpose = Pour quoi
lines-account = Compte
lines-any-direction = Recettes et dépenses
lines-any-part = Les deux
lines-any-node = Tous
lines-any-purpose = Tout
lines-any-place = Partout
lines-any-account = Tous
lines-no-place = Lieu non publié
lines-by-path = Ordre du budget
lines-by-amount = Montant, du plus grand
lines-none = Aucune ligne ne correspond
lines-none-why = Essayez avec moins de choix, ou un autre mot.
lines-sums = Ce que font ces lignes
lines-never-added = Recettes et dépenses ne sont jamais additionnées.
lines-accounts-meet = Le budget de la région et les comptes à côté sont ensemble ici. Choisissez un compte pour les séparer.
lines-carried = L’excédent porté à l’équipement ({ $amount }) n’est pas compté : le même argent serait compté deux fois.
lines-surplus = excédent

node-title = { $name } — budget { $year }
node-no-words = Cette partie du budget n’est pas encore expliquée en mots simples.
node-lines = lignes
node-within = Ce qu’il y a dedans
node-below = Ce qu’il y a dedans : { $what }
node-objectives = Objectifs
node-indicators = Comment on les mesure
node-indicator = Mesure
node-baseline = Départ
node-target = But
node-measured = Mesuré
node-by-sex = femmes et hommes à part
node-years = D’une année à l’autre
node-years-caption = Chaque année et chaque moment à part
node-year = Année
line-path = Où cela se trouve dans le budget
line-about = Ce que dit cette ligne
line-code = Codes
line-id = Identifiant
line-nature = Nature économique
line-cofog = Fonction (COFOG)
line-family = Famille de la loi
line-mandatory = Dépense obligatoire
line-pdr = Sert le programme de développement régional
line-basis = Base de la prévision
line-places = Lieu
line-project = Projet
line-project-missing = Ce projet n’est pas encore dans le registre.
line-history = Ce qui était écrit avant
line-ask-history = Chercher ce qui était écrit avant
line-never-changed = Cette ligne n’a pas changé.
line-was = Les versions où cette ligne disait autre chose
line-version = Version
line-was-not = n’y était pas
