# Messages that leave: how to stop them, what they cost, the outbox of a demonstration

stop-title = Ne plus recevoir de messages
stop-what = Vous ne recevrez plus de nouvelles ni de résumés à cette adresse.
stop-what-stays = Les codes que vous demandez, les avis que la loi impose et ce qui protège votre compte arriveront toujours.
stop-do = Ne plus m’envoyer de messages
stop-done = C’est fait. Vous ne recevrez plus de nouvelles ni de résumés.
stop-again = Recevoir de nouveau les messages
stop-again-done = C’est fait. Vous recevrez de nouveau les messages.
stop-wrong-link = Ce lien n’est pas entier ou n’est plus valable. Ouvrez-le de nouveau depuis votre message.

messages-title = Ce que coûtent les messages
messages-lede = Les messages partis chaque mois, par courriel et par SMS, et ce que les SMS ont coûté.
messages-by-month = Messages partis, mois par mois
messages-month = Mois
messages-codes = Codes
messages-legal = Avis légaux
messages-security = Protection des comptes
messages-answers = Réponses aux SMS
messages-notices = Nouvelles
messages-digests = Résumés
messages-parts = SMS payés
messages-cost = Coût
messages-none = Aucun message
messages-none-yet = Aucun message n’est encore parti.
messages-none-sent = Ce site n’envoie pas de messages.
messages-limit-title = La limite de dépense
messages-price = Une partie de SMS coûte { $price }. Un long SMS a plusieurs parties.
messages-limit = Les SMS d’un mois peuvent coûter { $limit }. À 80 % les résumés s’arrêtent, à la limite les nouvelles et les réponses aussi. Les codes, les avis légaux et ce qui protège les comptes partent toujours.
messages-no-limit = Aucune limite de dépense n’est fixée.
messages-source = Source : les envois de ce site, comptés au moment où ils partent.

outbox-title = Messages de la démonstration
outbox-lede = Une démonstration n’envoie rien. Voici ce qui serait parti, le plus récent d’abord.
outbox-none = Rien n’est parti
outbox-none-why = Quand la démonstration a quelque chose à dire, le message se lit ici.
outbox-to = À :
outbox-mail = Courriel
outbox-sms = { $parts ->
    [one] SMS en { $parts } partie
   *[other] SMS en { $parts } parties
}
outbox-example-code = Votre code : 482 913. Ne le donnez à personne.
outbox-example-notice = Le projet { $reference } a changé. Répondez STOP pour ne plus recevoir de messages.
outbox-example-subject = Les projets que vous suivez
outbox-example-question = Quand l’eau potable arrive-t-elle dans notre douar ?
outbox-example-digest = Cette semaine, le projet { $reference } a changé. Lisez la suite sur { $site }.

# What is answered to an SMS

sms-taken = Message reçu : { $reference }. Pour savoir où il en est, envoyez STATUS.
sms-waits = { $reference } : reçu le { $date }, pas encore lu.
sms-read = { $reference } : lu le { $date }.
sms-unknown = Nous n’avons de ce numéro aucun message { $reference }.
sms-nothing = Nous n’avons aucun message de ce numéro.
