# Courriel à l’exploitant quand les sauvegardes échouent

alarm-backup-subject = { $site } : pas de bonne sauvegarde
alarm-backup-body =
    L’instance { $site } n’a pas de bonne sauvegarde récente.
    Dernière bonne sauvegarde : { $last }
    Raison du dernier échec : { $reason }
    Dossier : { $directory }
    Sur la machine, lancez « infitah doctor » : il dit ce qui ne va pas.
