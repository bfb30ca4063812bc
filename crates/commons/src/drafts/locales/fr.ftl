# Des formulaires qui remplissent un document

edit-needed = (nécessaire)
edit-not-said = non précisé
edit-no-choices = Rien à choisir encore : ajoutez d’abord les acteurs sur la page « Qui ».
edit-pairs-hint = Une ligne par valeur : nom, deux-points, valeur.
edit-must = Cette réponse est nécessaire.
edit-must-with = Répondez ici aussi, ou videz les réponses qui vont avec.
edit-too-long = C’est trop long : { $figure } lettres au plus.
edit-wrong-number = Écrivez un nombre entier, par exemple 12.
edit-wrong-percent = Écrivez un nombre de 0 à 100.
edit-wrong-amount = Écrivez un montant, par exemple 1250000 ou 1250000,50.
edit-wrong-currency = Écrivez le code de la monnaie en trois lettres, par exemple MAD.
edit-wrong-day = Écrivez une date : année, mois, jour, par exemple 2026-01-31.
edit-wrong-choice = Choisissez une des réponses proposées.
edit-wrong-position = Écrivez la latitude et la longitude en degrés, par exemple 32,33 et -6,35.
edit-wrong-geometry = Ce n’est pas un tracé GeoJSON (Point, LineString, Polygon…).
edit-wrong-pairs = Chaque ligne doit avoir un nom, deux-points et une valeur.
edit-currency = Monnaie
edit-latitude = Latitude
edit-longitude = Longitude
edit-other-languages = Autres langues
