# What the command line says of an import (to the operator)

import-read = تقراو { $read }، مقادين { $good }، ما تقبلوش { $bad }
import-kept = خليناه كيما جا، وما كنبينوهش: { $field } ({ $count })
import-left-out = خليناه على برا كيما قال ملف المطابقة: { $field } ({ $count })
import-unplaced = مشاريع ما عرفناش بلاصتهم: { $count }. خلينا السمية كيما جات فالملف
import-more-problems = … ومشاكل خرين: { $count }؛ --rejects FICHIER كيكتبهم كاملين
import-nothing-written = ما تكتب والو. صلحو الملف، ولا خدو غير السطورا المقادين بـ --accept-valid.
import-dry-run = تجربة وصافي: ما تكتب والو.
import-saved = تزادو { $created }، تبدلو { $updated }، بقاو كيما هوما { $unchanged }
