# What an import of a budget says (to the operator)
import-budget-row = ligne { $row } :
import-budget-nothing = rien
import-budget-not-a-table = Un budget s’importe d’un fichier CSV ou XLSX.
import-budget-too-long = Le fichier a plus de lignes qu’un budget (ligne { $value }).
import-budget-no-header = Aucune ligne de titres n’est comprise : il faut au moins un montant et une autre colonne. Nommez-les dans une correspondance ; connus : { $value }
import-budget-none = Aucune ligne n’est de { $value } ; voyez les colonnes de l’année et de la phase, --year et --phase.
import-budget-levels = Les lignes sont de plusieurs niveaux : les plus basses sont prises, les autres sont leurs totaux, vérifiés.
import-budget-year = « { $value } » n’est pas une année.
import-budget-phase = « { $value } » n’est pas une phase (voted, modified, executed).
import-budget-direction = « { $value } » n’est ni une recette ni une dépense (revenue, spending).
import-budget-no-direction = Recette ou dépense ? Nommez la colonne, ou écrivez direction dans la correspondance.
import-budget-part = « { $value } » n’est ni le fonctionnement ni l’équipement (running, equipment).
import-budget-account = « { $value } » n’est pas un compte ; écrivez main, annexed:CODE ou special:CODE.
import-budget-node = « { $value } » n’est pas un endroit du budget, comme spending/2/30.
import-budget-gap = Il manque un code entre deux niveaux.
import-budget-cofog = « { $value } » n’est pas un code COFOG, comme 04.5.1.
import-budget-purpose = « { $value } » n’est pas une finalité ; ses clés sont dans le guide.
import-budget-family = « { $value } » n’est pas une famille de la loi pour ce sens ; les clés sont dans le guide.
import-budget-mandatory = « { $value } » n’est pas une dépense obligatoire ; les clés sont dans le guide.
import-budget-yes = « { $value } » ne veut dire ni oui ni non.
import-budget-place = « { $value } » n’est pas un code de lieu connu.
import-budget-currency = « { $value } » n’est pas la monnaie du budget : il n’en a qu’une.
import-budget-amount = « { $value } » n’est pas un montant sûr ; dites la marque décimale dans la correspondance (decimal).
import-budget-no-code = La ligne « { $value } » n’a pas de code et n’est pas un total.
import-budget-above = { $value } est au-dessus d’autres lignes et a son propre montant : il serait compté deux fois. Écrivez rows = "levels" si c’est leur total.
import-budget-no-name = { $value } n’a pas de nom.
import-budget-twice = La ligne { $value } est déjà plus haut.
import-budget-total = { $node }, { $measure } : le document signé dit { $stated }, les lignes font { $computed } ; différence { $difference }
import-budget-two-paths = « { $line } » ({ $amount }) est à deux endroits : { $first } et { $again }. Écrivez repeated_lines = true s’il s’agit de deux lignes.
import-budget-surplus = Le fonctionnement laisse { $left }, l’équipement en reçoit { $carried } ; différence { $difference } (loi organique 111-14, article 167)
import-budget-others = { $count } lignes d’autres années ou phases, pas lues
import-budget-absent = ligne connue que ce fichier ne nomme pas : { $line }
import-budget-kept = { $count } lignes connues que ce fichier ne nomme pas restent ; --whole les retire
import-budget-dropped = { $count } lignes connues que ce fichier ne nomme pas sont retirées
import-budget-ignored = colonne pas lue : { $field } ({ $count })
import-budget-no-project = { $project } n’est pas encore dans le registre (lignes du fichier : { $rows })
import-budget-read = { $read } lignes lues, { $lines } prises, { $stated } totaux vérifiés, { $bad } problèmes
import-budget-same = Rien n’a changé : le budget { $edition } est déjà celui-là.
import-budget-saved = Budget { $edition } : { $created } lignes créées, { $updated } mises à jour, { $unchanged } inchangées
import-budget-refused = Rien n’a été écrit. Corrigez le fichier, puis importez-le de nouveau.
import-budget-undone = L’import { $id } est annulé : { $edition } est comme avant.
import-budget-words = { $count } explications changées

# Open fiscal data
budget-data-title = Budgets du { $council }
