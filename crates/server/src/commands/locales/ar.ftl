# What the command line says of an import (to the operator)

import-read = السطور المقروءة: { $read }، المقبولة: { $good }، المرفوضة: { $bad }
import-kept = محفوظ كما هو، غير معروض: { $field } ({ $count })
import-left-out = متروك، كما يقول جدول المطابقة: { $field } ({ $count })
import-unplaced = { $count ->
    [zero] لكل المشاريع مكان معروف
    [one] مشروع واحد بلا مكان معروف: احتُفظ بالاسم الوارد في الملف
    [two] مشروعان بلا مكان معروف: احتُفظ بالاسم الوارد في الملف
    [few] { $count } مشاريع بلا مكان معروف: احتُفظ بالاسم الوارد في الملف
    [many] { $count } مشروعا بلا مكان معروف: احتُفظ بالاسم الوارد في الملف
   *[other] { $count } مشروع بلا مكان معروف: احتُفظ بالاسم الوارد في الملف
}
import-more-problems = { $count ->
    [zero] لا مشاكل أخرى؛ الخيار { "\u2066" }--rejects FILE{ "\u2069" } يكتبها كلها
    [one] … ومشكل آخر؛ الخيار { "\u2066" }--rejects FILE{ "\u2069" } يكتبها كلها
    [two] … ومشكلان آخران؛ الخيار { "\u2066" }--rejects FILE{ "\u2069" } يكتبها كلها
    [few] … و{ $count } مشاكل أخرى؛ الخيار { "\u2066" }--rejects FILE{ "\u2069" } يكتبها كلها
    [many] … و{ $count } مشكلا آخر؛ الخيار { "\u2066" }--rejects FILE{ "\u2069" } يكتبها كلها
   *[other] … و{ $count } مشكل آخر؛ الخيار { "\u2066" }--rejects FILE{ "\u2069" } يكتبها كلها
}
import-nothing-written = لم يُكتب أي شيء. صححوا الملف، أو خذوا السطور المقبولة بالخيار { "\u2066" }--accept-valid{ "\u2069" }.
import-dry-run = تجربة فقط: لم يُكتب أي شيء.
import-saved = الجديدة: { $created }، المحيّنة: { $updated }، غير المتغيرة: { $unchanged }
import-matches = الجديدة: { $new }، المعروفة من قبل: { $known }
import-row-new = السطر { $row }: { $identifier } جديد
import-row-known = السطر { $row }: { $identifier } معروف وسيُحيَّن
import-row-unmatched = السطر { $row }: { $identifier } لا يطابق أي مشروع، ولن يُنشأ شيء
import-more-rows = … وغيرها: { $count }
import-absent = { $count ->
    [zero] كل مشاريع المصدر نفسه واردة في هذا الملف
    [one] مشروع واحد نعرفه من المصدر نفسه غير وارد في هذا الملف: لن يتغير فيه شيء
    [two] مشروعان نعرفهما من المصدر نفسه غير واردين في هذا الملف: لن يتغير فيهما شيء
    [few] { $count } مشاريع نعرفها من المصدر نفسه غير واردة في هذا الملف: لن يتغير فيها شيء
    [many] { $count } مشروعا نعرفها من المصدر نفسه غير واردة في هذا الملف: لن يتغير فيها شيء
   *[other] { $count } مشروع نعرفها من المصدر نفسه غير واردة في هذا الملف: لن يتغير فيها شيء
}
import-row-absent = غير وارد في الملف: { $identifier }
import-can-be-undone = الاستيراد { $id }. للتراجع عنه: { "\u2066" }infitah import undo { $id }{ "\u2069" }
import-stayed = { $reference } تغيّر منذ ذلك الحين: يبقى كما هو
import-undone = تم التراجع عن الاستيراد { $id }. المشاريع المتروكة لأنها تغيرت منذ ذلك الحين: { $stayed }
import-drafted = مسودة جدول المطابقة في { $file }: صححوها، ثم استوردوا بالخيار { "\u2066" }--mapping{ "\u2069" }.
import-drafted-decision = نموذج للملء في { $file }: أعطوه مع --decision.
