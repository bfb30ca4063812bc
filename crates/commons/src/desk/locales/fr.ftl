# The desk of those who keep what is here

desk-title = Espace des agents
desk-lede = Ce que vous pouvez faire ici.
desk-recorded = Chaque action est inscrite au journal, avec votre compte.
desk-people = Comptes et rôles
desk-journal = Journal
desk-jobs = Tâches
desk-health = Santé du programme
desk-settings = Réglages
desk-sections = Rubriques
desk-guide = Guide
desk-guide-lede = Comment faire, page par page.
desk-guide-all = Tout le guide
desk-history = Ce que le journal en dit

people-search = Chercher une personne par son nom
people-nobody = Personne ne porte ce nom ici.
people-count = { $count ->
    [one] { $count } compte
   *[other] { $count } comptes
}
people-name = Nom
people-roles = Rôles
people-since = Compte ouvert le
people-closed = Compte fermé
people-citizen = Citoyen
people-no-role = Aucun rôle.
people-give = Donner un rôle
people-give-do = Donner ce rôle
people-take = Retirer
people-role = Quel rôle ?
people-place = Où ?
people-place-hint = Le rôle vaut dans ce lieu et dans tous ceux qui en font partie.
people-domain = Pour quoi ?
people-domain-all = Tout ce que ce rôle permet
people-until = Jusqu’à quand ?
people-until-hint = Laissez vide si le rôle vaut jusqu’à ce qu’il soit retiré.
people-until-wrong = Choisissez un jour à venir.
people-place-wrong = Choisissez un lieu de la liste.

domain-projects = Projets
domain-budget = Budget
domain-words = Mots expliqués
domain-messages = Messages
domain-people = Comptes
domain-program = Programme

journal-lede = Tout ce qui a été fait ici, le plus récent d’abord. Les lignes sont liées l’une à l’autre : qui en change une se trahit.
journal-filter = Filtrer
journal-object = Objet
journal-object-hint = Par exemple project/PRJ-2026-0042, ou project/ pour tous.
journal-actor = Qui
journal-actor-hint = Le début suffit : account: ou operator:
journal-action = Quoi
journal-action-hint = Le début suffit : role. ou project.
journal-from = Du
journal-until = Au
journal-show = Montrer
journal-nothing = Rien ne correspond.
journal-caption = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
journal-number = Ligne
journal-at = Quand
journal-what = Pourquoi, et ce qui a changé
journal-values = Voir les valeurs
journal-old = Avant
journal-new = Après
journal-hash = Empreinte
journal-older = Plus ancien

jobs-lede = Ce que le programme fait de lui-même : sauvegardes, messages, rangement.
jobs-waiting = en attente
jobs-running = en cours
jobs-failed = abandonnées
jobs-title-failed = Abandonnées : à décider
jobs-title-open = En attente et en cours
jobs-title-done = Faites récemment
jobs-none = Aucune.
jobs-kind = Tâche
jobs-at = Quand
jobs-attempts = Essais
jobs-error = Ce qui s’est passé
jobs-no-error = Sans erreur
jobs-again = Recommencer
jobs-forget = Oublier
jobs-refused = La tâche a changé entre-temps. Voici où elle en est.

desk-open = Ouvrir un compte pour quelqu’un
open-lede = Pour une personne qui ne peut pas le faire seule. Elle le reprendra quand elle voudra, par son téléphone ou par le papier que vous lui donnez.
open-name = Son nom
open-name-hint = Comme elle veut qu’on l’appelle.
open-address = Son téléphone ou son courriel, si elle en a
open-place = Sa commune
open-lang = Dans quelle langue lui écrire ?
open-how = Où l’aidez-vous ?
open-desk = Au guichet
open-workshop = À un atelier
open-telephone = Au téléphone
open-do = Ouvrir le compte
open-done = Le compte est ouvert
open-give = Imprimez cette page et donnez-la-lui. Le code n’est montré qu’une fois.
open-for = Pour
open-code = Code
open-claim = Pour reprendre ce compte : ouvrez le site, « Mon espace », demandez un code, puis choisissez « J’ai un papier avec un code ».
open-good = Bon un an, une seule fois.
open-again = Ouvrir un autre compte
open-taken = Ce compte est déjà dans les mains de sa personne.
open-place-wrong = Choisissez une commune où vous travaillez.

desk-sms = SMS reçus
desk-sms-lede = Ce que des gens ont écrit par SMS. Qui demande où en est son message apprend s’il a été lu.
desk-sms-none = Aucun SMS n’est à lire.
desk-sms-count = { $count ->
    [one] { $count } SMS, les non lus d’abord
   *[other] { $count } SMS, les non lus d’abord
}
desk-sms-name = Référence
desk-sms-at = Reçu
desk-sms-from = De
desk-sms-text = Texte
desk-sms-read = Lu
desk-sms-mark = Marquer comme lu
