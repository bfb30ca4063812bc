# What the command line says of an import (to the operator)

import-read = تقراو { $read }، مقادين { $good }، ما تقبلوش { $bad }
import-kept = خليناه كيما جا، وما كنبينوهش: { $field } ({ $count })
import-left-out = خليناه على برا كيما قال ملف المطابقة: { $field } ({ $count })
import-unplaced = مشاريع ما عرفناش بلاصتهم: { $count }. خلينا السمية كيما جات فالملف
import-more-problems = … ومشاكل خرين: { $count }؛ --rejects FICHIER كيكتبهم كاملين
import-nothing-written = ما تكتب والو. صلحو الملف، ولا خدو غير السطورا المقادين بـ --accept-valid.
import-dry-run = تجربة وصافي: ما تكتب والو.
import-saved = تزادو { $created }، تبدلو { $updated }، بقاو كيما هوما { $unchanged }
import-matches = جداد: { $new }، معروفين من قبل: { $known }
import-row-new = السطر { $row }: { $identifier } جديد
import-row-known = السطر { $row }: { $identifier } معروف وغادي يتبدل
import-row-unmatched = السطر { $row }: { $identifier } ما لقينا ليه حتى مشروع، وما غادي يتزاد والو
import-more-rows = … وخرين: { $count }
import-absent = مشاريع كنعرفوهم من نفس المصدر وما كاينينش فهاد الملف: { $count }. ما غادي يتبدل فيهم والو.
import-row-absent = ما كاينش فالملف: { $identifier }
import-can-be-undone = الاستيراد { $id }. باش ترجعو فيه: { "\u2066" }infitah import undo { $id }{ "\u2069" }
import-stayed = { $reference } تبدل من بعد: خليناه كيما هو
import-undone = رجعنا فالاستيراد { $id }. المشاريع اللي خليناهم حيت تبدلو من بعد: { $stayed }
import-drafted = كتبنا مسودة ديال ملف المطابقة ف { $file }: صلحوها، ومن بعد دخلو الملف بـ --mapping.
import-drafted-decision = كاين نموذج باش تعمروه ف { $file }: عطيوه مع --decision.
