# What the command line says of an import (to the operator)

import-read = { $read } lues, { $good } bonnes, { $bad } refusées
import-kept = gardé tel quel, pas montré : { $field } ({ $count })
import-left-out = laissé de côté, comme le dit la correspondance : { $field } ({ $count })
import-unplaced = { $count } projets sans lieu connu : le nom donné par le fichier est gardé
import-more-problems = … et { $count } autres problèmes ; --rejects FICHIER les écrit tous
import-nothing-written = Rien n’a été écrit. Corrigez le fichier, ou prenez les bonnes lignes avec --accept-valid.
import-dry-run = Essai seulement : rien n’a été écrit.
import-saved = { $created } créés, { $updated } mis à jour, { $unchanged } inchangés
