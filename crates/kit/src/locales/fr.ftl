# The frame around every page, errors, forms and shared components.

site-name = Infitah
site-tagline = انفتاح · La région ouverte
council-of = Conseil de la région { $region }
demo-banner = Démonstration : les projets et les montants sont inventés. Les communes et les chiffres du recensement sont réels.
demo-word = démonstration
not-published = non publié

skip-to-content = Aller au contenu
languages-label = Langue de la page
sections-label = Rubriques du site
crumbs-label = Où vous êtes
search-site = Chercher dans le site
search-do = Chercher
search-what = Que cherchez-vous ?
place-label = Lieu :
place-choose-province = Choisir une province
place-or-commune = ou une commune
place-show = Afficher
section-projects = Projets
section-places = Lieux
home-link = Accueil

# Listening to a page
listen-title = Écouter cette page
listen-section = Écouter cette partie
listen-voices = { $count ->
    [one] { $count } voix
   *[other] { $count } voix
}
listen-person = lu par une personne
listen-machine = Écouter (voix de l’appareil)
listen-not-yet = pas encore d’enregistrement
listen-no-voice = pas encore d’enregistrement, et cet appareil n’a pas de voix pour cette langue
listen-stop = Arrêter
listen-elsewhere = Ouvrir la page en { $language }

# Footer
help-title = Besoin d’aide ?
help-phone = Vous pouvez appeler. On vous répond dans votre langue.
help-no-phone = Le numéro de téléphone n’est pas encore publié.
contact-title = Nous contacter
about-title = À propos
about-link = Ce site
accessibility-link = Accessibilité : ce qui marche, ce qui manque
privacy-link = Mentions légales et vie privée
data-link = Données ouvertes
words-link = Les mots expliqués
messages-link = Coût des messages
design-link = Les composants du site
outbox-link = Messages qui seraient partis

# Errors
error-not-found = Cette page n’existe pas
error-date = Cette date ne peut pas être lue ; écrivez 2026-11-23.
error-bad-request = L’adresse ou la demande n’est pas complète
error-method = Cette page ne peut pas être utilisée ainsi
error-too-large = Ce que vous envoyez est trop grand
error-forbidden = Cette demande n’a pas pu être vérifiée. Ouvrez la page et recommencez
error-busy = Trop de personnes en même temps. Réessayez dans quelques instants
error-timeout = La connexion a été trop lente. Réessayez
error-internal = Une erreur de notre part. Rien n’est perdu
error-ways-on = Vous pouvez chercher ce que vous vouliez, ou repartir de l’une de ces pages.
error-number = Erreur { $number }
form-error-prefix = Erreur :
form-errors-title = Il y a un problème
form-required = Écrivez quelque chose ici
form-too-long = Écrivez { $figure } lettres au plus
form-not-a-number = Écrivez un nombre, comme 1 234,50
form-not-a-date = Écrivez une date, comme 2026-11-23

# Money
money-units = { $amount } { $currency }
money-million = { $amount } million de { $currency }
money-millions = { $amount } millions de { $currency }
money-billion = { $amount } milliard de { $currency }
money-billions = { $amount } milliards de { $currency }
currency-MAD = dirhams
# For narrow columns
money-short-units = { $amount } { $currency }
money-short-millions = { $amount } M { $currency }
money-short-billions = { $amount } Md { $currency }
currency-short-MAD = DH

# Stages
stages-label = Les étapes du projet
stage-done = (fait)
stage-now = (maintenant)
stage-later = (plus tard)
stage-idea = Idée
stage-prepared = Préparé
stage-works = Travaux
stage-finished = Terminé
stage-service = En service

# Progress
progress-built = Travaux construits
progress-paid = Argent payé
progress-built-short = Construit
progress-paid-short = Payé
progress-measured = Mesuré le { $date }.
progress-source = Source :
progress-gap = On a payé plus vite qu’on n’a construit : { $points } points d’écart.

# Who pays
funding-caption = Qui paie combien
funding-who = Qui paie
funding-promised = Promis
funding-total = Total
funding-differs = Les parts ne font pas le total.
funding-differs-by = Les parts font { $sum } ; le coût publié est { $total }.

# Lists
pages-label = Pages de la liste
pages-page = Page
pages-next = Page suivante
downloads-list = Emporter cette liste

# The gallery of the demonstration
design-form-name = Votre nom
