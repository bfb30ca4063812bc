# What this site is, legal and privacy notice, accessibility statement, contact

about-page-title = Ce site
about-lede = Infitah veut dire « ouverture ». Ici, chacun peut voir ce que fait la région { $region }, et avec quel argent.
about-what = Ce que vous y trouvez
about-what-1 = Les projets : où ils sont, qui paie, ce qui est construit, ce qui est payé.
about-what-2 = Les lieux : les provinces et les communes, avec leurs habitants et leurs projets.
about-data = D’où viennent les chiffres
about-data-1 = Les noms des lieux, les habitants et les chiffres du recensement viennent du Haut-Commissariat au Plan (RGPH 2024 et 2014). Les codes ont été filtrés et les limites simplifiées.
about-data-2 = Les limites sur les cartes sont indicatives.
about-data-3 = Un chiffre que nous n’avons pas est marqué « non publié ». Il n’est jamais remplacé par zéro.
about-free = Un logiciel libre
about-free-1 = Infitah est un logiciel libre, sous licence AGPL-3.0 ou plus récente. Une autre région peut l’installer avec ses propres données.
about-source = Le code source du programme :

privacy-page-title = Mentions légales et vie privée
privacy-lede = Lire ce site ne laisse aucune trace de vous.
privacy-lede-log = Ce site garde une courte trace technique de chaque visite, sans votre adresse complète.
privacy-who = Qui publie
privacy-who-1 = Ce site est publié pour la région { $region }. Les coordonnées sont sur la page « Nous contacter ».
privacy-what = Ce que nous gardons de vous
privacy-what-1 = Rien pour lire : pas de compte, pas de cookie, pas de mesure d’audience.
privacy-what-log-1 = Pas de compte, pas de cookie, pas de mesure d’audience.
privacy-what-log-2 = Le serveur écrit une ligne par page : l’heure, la page et une adresse réseau raccourcie. Ce que vous cherchez n’est pas écrit.
privacy-what-2 = Aucune page n’appelle un autre site. Personne d’autre ne sait que vous êtes venu.
privacy-what-3 = La voix que vous choisissez pour écouter reste dans votre téléphone. Elle ne nous est pas envoyée.
privacy-what-4 = Si vous répondez au bas de la page du budget, votre réponse est gardée, sans nom et sans adresse réseau.
privacy-messages = Vos messages
privacy-messages-1 = Quand vous nous envoyez un SMS, nous gardons votre numéro et votre texte. Quand nous vous écrivons, nous gardons votre adresse et notre texte. Après trois mois, tout cela est oublié. Un code est effacé dès qu’il est parti. Répondez STOP, ou suivez le lien du courriel : les nouvelles s’arrêtent.
privacy-rights = Vos droits
privacy-rights-1 = Si une page parle de vous et se trompe, écrivez-nous : nous corrigeons, et la correction reste visible.
privacy-reuse = Réutiliser les données
privacy-reuse-1 = Les données publiées peuvent être reprises librement, en citant la source.

accessibility-page-title = Accessibilité
accessibility-lede = Ce site est fait pour être lu et écouté par tous. Voici ce qui marche et ce qui manque encore.
accessibility-works = Ce qui marche
accessibility-works-1 = Toutes les pages marchent sans JavaScript, sur un petit écran et avec une connexion lente.
accessibility-works-2 = Toutes les pages se parcourent au clavier. Chaque carte et chaque dessin a sa liste ou son tableau.
accessibility-works-3 = Les couleurs gardent un contraste suffisant, en clair comme en sombre. Rien n’est dit par la couleur seule.
accessibility-works-4 = Le texte peut être agrandi deux fois sans rien perdre.
accessibility-missing = Ce qui manque encore
accessibility-missing-1 = Les pages ne sont pas encore lues par une personne en darija, en tamazight et en tachelhit.
accessibility-missing-2 = Les textes en tifinagh et en darija n’ont pas encore été relus par des lecteurs qualifiés.
accessibility-missing-3 = Il n’y a pas encore de vidéos en langue des signes ni de version en braille.
accessibility-missing-4 = Le site n’a pas encore été essayé par des personnes aveugles avec leur propre téléphone.
accessibility-tested = Comment nous vérifions
accessibility-tested-1 = Nous visons WCAG 2.2, niveau AA. Un programme vérifie les pages principales à chaque changement, en arabe et en français, en clair et en sombre. Un essai plus long vérifie toutes les pages, dans toutes les langues. Un programme ne voit pas tout.
accessibility-tell = Quelque chose ne marche pas pour vous ?
accessibility-tell-1 = Dites-le-nous par la page « Nous contacter ». Nous répondons et nous corrigeons.

contact-lede = Une question, une erreur, une page difficile : dites-le-nous.
contact-reach = Nous joindre
contact-phone = Téléphone
contact-days = { $count ->
    [one] Nous répondons en { $count } jour ouvré au plus.
   *[other] Nous répondons en { $count } jours ouvrés au plus.
}
contact-email = Courriel
contact-mistake = Vous voyez une erreur ?
contact-mistake-1 = Dites-nous la page et ce qui ne va pas. Une correction est faite au grand jour : l’ancienne valeur, la nouvelle et la raison restent visibles.
