# What the command line says of an import (to the operator)

import-read = { $read } lues, { $good } bonnes, { $bad } refusées
import-kept = gardé tel quel, pas montré : { $field } ({ $count })
import-left-out = laissé de côté, comme le dit la correspondance : { $field } ({ $count })
import-unplaced = { $count } projets sans lieu connu : le nom donné par le fichier est gardé
import-more-problems = … et { $count } autres problèmes ; --rejects FICHIER les écrit tous
import-nothing-written = Rien n’a été écrit. Corrigez le fichier, ou prenez les bonnes lignes avec --accept-valid.
import-dry-run = Essai seulement : rien n’a été écrit.
import-saved = { $created } créés, { $updated } mis à jour, { $unchanged } inchangés
import-matches = nouveaux : { $new }, déjà connus : { $known }
import-row-new = ligne { $row } : { $identifier } est nouveau
import-row-known = ligne { $row } : { $identifier } est connu et sera mis à jour
import-row-unmatched = ligne { $row } : { $identifier } ne correspond à aucun projet, rien n’est créé
import-more-rows = … et { $count } autres
import-absent = projets connus de la même source, absents de ce fichier : { $count }. Rien n’y change.
import-row-absent = absent du fichier : { $identifier }
import-can-be-undone = Import { $id }. Pour revenir en arrière : infitah import undo { $id }
import-stayed = { $reference } a changé depuis : il reste comme il est
import-undone = L’import { $id } est annulé. Projets laissés parce qu’ils ont changé depuis : { $stayed }
import-drafted = Un brouillon de la correspondance est dans { $file } : corrigez-le, puis importez avec --mapping.
import-drafted-decision = Un modèle à remplir est dans { $file } : donnez-le avec --decision.
