# Signing in, one's own space

sign-in-link = Mon espace
sign-in-title = Se connecter
sign-in-lede = Pas de mot de passe : nous vous envoyons un code.
sign-in-address = Votre téléphone ou votre courriel
sign-in-address-hint = Par exemple 0612345678. Un téléphone partagé en famille convient aussi.
sign-in-send = M’envoyer un code
sign-in-privacy = Votre numéro ne sert qu’à vous écrire. Personne ne le voit sur ce site.
sign-in-no-address = Ce n’est ni un numéro de téléphone ni une adresse de courriel. Écrivez par exemple 0612345678.
sign-in-later = Trop de codes ont été demandés. Attendez dix minutes, puis essayez encore.
sign-in-code-title = Écrivez le code
sign-in-code-lede = Nous venons de vous envoyer six chiffres. Ils sont bons dix minutes.
sign-in-code = Le code de six chiffres
sign-in-code-hint = Ne le donnez à personne : nous ne le demandons jamais au téléphone.
sign-in-enter = Entrer
sign-in-anew = Je n’ai pas reçu de code : recommencer
sign-in-demo = Dans la démonstration, rien ne part. Le code est dans :
sign-in-six = Le code a six chiffres. Regardez votre message.
sign-in-wrong = Ce n’est pas le bon code. { $figure ->
    [one] Il reste { $figure } essai.
   *[other] Il reste { $figure } essais.
}
sign-in-over = Ce code n’est plus bon : il a servi, il est trop vieux ou il a été essayé trop souvent. Demandez-en un autre.
sign-in-who-title = Qui êtes-vous ?
sign-in-who-lede = Plusieurs personnes peuvent partager cette adresse. Choisissez-vous.
sign-in-new-lede = Bienvenue. Comment devons-nous vous appeler ?
sign-in-who = Je suis
sign-in-waits = (compte ouvert pour vous : il devient le vôtre)
sign-in-someone-new = Quelqu’un d’autre
sign-in-has-paper = J’ai un papier avec un code
sign-in-paper = Le code du papier
sign-in-paper-hint = Dix lettres et chiffres, donnés au guichet ou à l’atelier.
sign-in-paper-wrong = Ce code n’est pas bon. Regardez votre papier, ou demandez-en un autre au guichet.
sign-in-name = Votre nom
sign-in-name-hint = Comme vous voulez qu’on vous appelle.
sign-in-no-name = Écrivez le nom par lequel vous voulez être appelé.
sign-in-go-on = Continuer
sign-in-subject = Votre code
sign-in-message = { $code } est votre code pour { $site }, bon { $minutes } minutes. Ne le donnez à personne.
sign-out = Me déconnecter
my-title = Mon espace
my-only-you = Vous seul voyez cette page
my-roles = Ce que vous pouvez faire
my-role-until = jusqu’au { $date }
my-devices = Vos appareils
my-devices-why = Si vous n’en reconnaissez pas un, déconnectez-le.
my-device = Appareil
my-device-since = Connecté depuis
my-device-seen = Vu le
my-device-unknown = Un appareil
my-device-this = Celui-ci
my-device-end = Déconnecter
my-devices-end = Déconnecter tous les autres appareils
demo-sign-in-title = Entrer dans la démonstration
demo-sign-in-as = Vous allez agir comme { $name }. Tout est inventé.
error-no-role = Votre compte n’a pas ce droit ici. Demandez-le à l’administration du site.

role-representative = Représentant d’une association
role-facilitator = Animateur
role-agent = Agent
role-information-officer = Chargé de l’information
role-moderator = Modérateur
role-secretariat = Secrétariat du conseil
role-communications = Communication
role-auditor = Auditeur
role-administrator = Administrateur
