# The component gallery of the demonstration

design-title = Les composants du site
design-lede = Chaque pièce des pages, avec des exemples. Cette page n’existe que dans la démonstration.
design-form-title = Un formulaire à essayer
design-form-amount = Un montant en dirhams
design-form-amount-hint = Exemple : 1 234,50
design-form-date = Une date
design-form-date-hint = Exemple : 2026-11-23
design-form-send = Envoyer
design-form-accepted = Le formulaire est bon. Rien n’a été gardé.
