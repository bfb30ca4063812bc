# Second factors: what one has, adding one, proving by one, the way back in

my-proofs = Clés et applications de codes
proofs-title = Ce qui prouve que c’est vous
proofs-lede = En plus du code que nous vous envoyons.
proofs-staff = Pour travailler ici, ajoutez d’abord une clé d’accès ou une application de codes.
proofs-none = Vous n’avez encore rien ajouté.
proofs-passkey = Clé d’accès
proofs-totp = Application de codes
proofs-since = Ajoutée le { $date }
proofs-used = utilisée le { $date }
proofs-unused = jamais utilisée
proofs-name = Son nom
proofs-name-hint = Par exemple : mon téléphone. Vous pouvez ne rien écrire.
proofs-rename = Changer
proofs-remove = Retirer
proofs-last = C’est la dernière preuve que vous avez. Ajoutez-en une autre avant de la retirer.
proofs-full = Vous en avez autant qu’il est permis. Retirez-en une d’abord.
proofs-add = Ajouter
proofs-add-passkey-what = Votre appareil vous reconnaît : empreinte, visage ou code de l’appareil. C’est le plus sûr.
proofs-add-totp-what = Une application de votre téléphone affiche six chiffres. Elle marche sans réseau.
proofs-codes = Codes de secours
proofs-codes-what = Dix codes à garder sur papier, pour le jour où vous avez perdu le reste. Chacun sert une fois.
proofs-codes-left = { $count ->
    [one] Il vous reste { $count } code.
   *[other] Il vous reste { $count } codes.
}
proofs-codes-make = Faire dix nouveaux codes
proofs-codes-title = Vos codes de secours
proofs-codes-keep = Écrivez-les ou imprimez-les maintenant : nous ne les montrerons plus. Les anciens ne valent plus rien.
proofs-back = Revenir à la liste
proofs-wrong = Ce n’est pas le bon code, ou il a déjà servi. Essayez le suivant.
proofs-too-many = Trop de mauvais codes. Attendez dix minutes, puis essayez encore.
proofs-over = C’était trop long, ou c’est déjà fait. Recommencez.
totp-title = Ajouter une application de codes
totp-share = 1. Donnez-lui le secret
totp-scan = Lisez ce carré avec l’application.
totp-qr = Carré à lire avec l’application
totp-type = Ou écrivez-y ces lettres. Ne les montrez à personne.
totp-link = Ouvrir l’application sur cet appareil
totp-then = 2. Écrivez ce qu’elle affiche
totp-code = Les six chiffres
totp-confirm = Ajouter cette application
passkey-title = Ajouter une clé d’accès
passkey-lede = Votre appareil va demander votre empreinte, votre visage ou son code. Rien de cela ne nous parvient.
passkey-make = Continuer avec cet appareil
passkey-needs-script = Votre navigateur ne permet pas cela ici. Prenez plutôt une application de codes.
passkey-failed = L’appareil n’a pas répondu. Essayez encore, ou prenez un code.
passkey-wrong = Cette clé d’accès ne prouve rien ici. Essayez encore, ou prenez un code.
prove-title = Prouvez que c’est vous
prove-lede = Ce que vous allez faire compte pour d’autres. La preuve vaut dix minutes.
prove-passkey = Utiliser ma clé d’accès
prove-unlock-title = Déverrouillez votre appareil
prove-other = Prouver autrement
prove-code = Le code que votre application affiche
prove-code-hint = Six chiffres. Attendez le suivant s’il va changer.
prove-enter = Continuer
prove-lost = Vous n’avez rien de cela sous la main
prove-ask-operator = Écrivez un code de secours. Si vous n’en avez plus, demandez-en un à qui tient la machine du site : il vaut quinze minutes.
prove-kept = Un code de secours
prove-kept-hint = Seize lettres et chiffres, avec ou sans traits.
recover-title = Entrer avec un code de secours
recover-lede = Qui tient la machine du site vous a donné un code. Il vaut quinze minutes et sert une fois.
recover-code = Le code
recover-enter = Entrer
recover-wrong = Ce code n’est pas bon : il a servi, il est trop vieux, ou il est mal écrit.

# What is sent when something changes in what protects an account
security-subject = La sécurité de votre compte
security-totp-added = Une application à codes vient d’être ajoutée au compte de { $name }.
security-passkey-added = Une clé d’accès vient d’être ajoutée au compte de { $name }.
security-removed = Une preuve vient d’être retirée du compte de { $name }.
security-codes-made = De nouveaux codes de secours viennent d’être créés pour le compte de { $name }.
security-code-used = Un code de secours vient de servir pour le compte de { $name }.
security-recovered = Un code donné par l’administration vient de rouvrir le compte de { $name }.
security-closed = Le compte de { $name } vient d’être fermé.
security-not-you = Si ce n’est pas vous, regardez vite : { $link }
