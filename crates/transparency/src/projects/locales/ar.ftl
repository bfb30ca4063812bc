# The register of projects

projects-title = مشاريع الجهة
projects-title-in = المشاريع: { $place }
projects-lede = ماذا يُبنى، وأين، وبمال من، وإلى أين وصل.
projects-count = { $count ->
    [zero] لا مشاريع
    [one] مشروع واحد
    [two] مشروعان
    [few] { $count } مشاريع
    [many] { $count } مشروعا
   *[other] { $count } مشروع
}
projects-total = المجموع: { $total }
projects-where = أين توجد؟
projects-map-caption = عدد المشاريع في كل جماعة. الأرقام نفسها في القائمة. الحدود تقريبية. مصدر الحدود: المندوبية السامية للتخطيط.
projects-map-list = الخريطة نفسها في قائمة
projects-map-list-caption = الجماعات، من الأكثر مشاريع إلى الأقل
projects-list = القائمة
projects-caption = المشاريع المعروضة: { $shown } من { $count }
projects-none = لا يوجد مشروع مطابق
projects-none-why = جربوا اختيارات أقل، أو مكانا آخر.
projects-clear = امسحوا كل الاختيارات
map-none = لا مشروع

filter-title = اختاروا المشاريع
filter-words = كلمات
filter-do = عرض المشاريع
filter-place = المكان
filter-place-all = كل الجهة
filter-sector = القطاع
filter-sector-all = كل القطاعات
filter-stage = المرحلة
filter-stage-all = كل المراحل
filter-kind = النوع
filter-kind-all = كل الأنواع
filter-sort = رتبوا حسب
sort-cost = الكلفة، من الأعلى
sort-news = آخر الأخبار
sort-name = الاسم

col-project = المشروع
col-stage = المرحلة
col-cost = الكلفة
col-progress = أُنجز وصُرف

list-comma = {"، "}
list-more = { $count ->
    [zero] { "" }
    [one] ومكان آخر
    [two] ومكانان آخران
    [few] و{ $count } أماكن أخرى
    [many] و{ $count } مكانا آخر
   *[other] و{ $count } مكان آخر
}
stage-closed = إغلاق
stage-cancelled = مُلغى
stage-unknown = المرحلة غير منشورة
kind-public-works = أشغال عمومية
kind-employment-programme = برنامج تشغيل
kind-private-investment = استثمار خاص
kind-service = خدمة

late-days = { $count ->
    [zero] غير متأخر
    [one] متأخر يوما واحدا
    [two] متأخر يومين
    [few] متأخر { $count } أيام
    [many] متأخر { $count } يوما
   *[other] متأخر { $count } يوم
}
late-months = { $count ->
    [zero] متأخر أقل من شهر
    [one] متأخر شهرا واحدا
    [two] متأخر شهرين
    [few] متأخر { $count } أشهر
    [many] متأخر { $count } شهرا
   *[other] متأخر { $count } شهر
}
silent-days = { $count ->
    [zero] أخباره من اليوم
    [one] لا أخبار منذ يوم واحد
    [two] لا أخبار منذ يومين
    [few] لا أخبار منذ { $count } أيام
    [many] لا أخبار منذ { $count } يوما
   *[other] لا أخبار منذ { $count } يوم
}

project-no-purpose = لم يُنشر بعد هدف هذا المشروع.
project-how-far = أين وصل المشروع؟
project-money = المال
project-approved = تقرر يوم { $date }
project-cost-label = الكلفة:
project-funders-label = من يدفع:
project-jobs = مناصب الشغل
project-more = لمعرفة المزيد
project-history = كل ما تغيّر
project-who = من يفعل ماذا
project-programme = البرنامج
project-reference = المرجع
project-updated = آخر الأخبار: { $date }

date-planned-start = البداية المقررة
date-actual-start = بداية الأشغال
date-planned-end = النهاية المقررة
date-actual-end = نهاية الأشغال

jobs-caption = مناصب الشغل حسب الجنس
jobs-who = من
jobs-planned = الموعودة
jobs-created = المحدثة
jobs-label = مناصب الشغل:
jobs-protected = نحجب الأرقام من 1 إلى 4 لحماية الأشخاص.
jobs-total-hidden = محجوب
fewer-than-five = أقل من 5

party-owner = صاحب المشروع
party-procuring = المكلف بالتنفيذ
party-contractor = المقاول

change-label = { $label }:
change-first = دخل المشروع إلى السجل.
change-stage = المرحلة
change-cost = الكلفة
change-planned-end = النهاية المقررة
change-other = أُضيفت تفاصيل أو صُححت.
change-reason = السبب: { $reason }

place-no-projects = لا يوجد أي مشروع مسجل في { $name }
place-no-projects-why = هذا لا يعني أنه لا توجد مشاريع: يعرض السجل ما نُشر.
place-per-head = { $amount } لكل ساكن
place-all-projects = شاهدوا كل المشاريع ({ $count })

# Sectors (OC4IDS project sectors)
sector-education = التعليم
sector-health = الصحة
sector-energy = الطاقة
sector-energy-solar = الطاقة الشمسية
sector-energy-wind = الطاقة الريحية
sector-energy-hydropower = الطاقة المائية
sector-energy-biomass = طاقة الكتلة الحيوية
sector-energy-geothermal = الطاقة الحرارية الأرضية
sector-communications = الاتصالات
sector-waterAndWaste = الماء والتطهير
sector-governance = الإدارة
sector-economy = الاقتصاد والشغل
sector-cultureSportsAndRecreation = الثقافة والرياضة والترفيه
sector-transport = النقل
sector-transport-air = النقل الجوي
sector-transport-water = النقل المائي
sector-transport-rail = السكك الحديدية
sector-transport-road = الطرق
sector-transport-urban = النقل الحضري
sector-transport-lowCarbon = نقل قليل التلوث
sector-socialHousing = السكن الاجتماعي
sector-naturalResources = الموارد الطبيعية
sector-naturalResources-floodProtection = الحماية من الفيضانات

# What an import says (to the operator)
import-problem = السطر { $row }، { $field }: { $what }
import-not-utf8 = الملف ليس بترميز UTF-8. احفظوه بصيغة «CSV UTF-8».
import-nul = يوجد هنا محرف فارغ (null)؛ احفظوا الملف من جديد كنص.
import-empty = الملف فارغ.
import-not-json = الملف ليس JSON صالحا: { $value }
import-not-csv = لا يمكن قراءة عناوين الأعمدة: { $value }
import-no-projects = ليست في الملف قائمة «projects».
import-not-an-object = يجب أن يكون المشروع عنصر JSON من نوع object: { $value }
import-wrong-type = «{ $value }» ليس من النوع المطلوب: يتطلب المعيار هنا قائمة أو عنصرا من نوع object.
import-no-such-column = ليس في الملف عمود «{ $value }»؛ صححوا جدول المطابقة.
import-column-needed = لا عمود يعطي «{ $value }»؛ سمّوه في جدول مطابقة ({ "\u2066" }--draft-mapping{ "\u2069" } يكتب واحدا).
import-two-columns = عمودان يعطيان «{ $value }»؛ سمّوا واحدا منهما فقط في جدول مطابقة.
import-no-currency-file = لم تُذكر أي عملة؛ اذكروها بالخيار { "\u2066" }--currency{ "\u2069" }، مثل MAD.
import-no-currency = تنقص العملة؛ اذكروها بالخيار { "\u2066" }--currency{ "\u2069" }، مثل MAD.
import-currency = «{ $value }» ليس رمز عملة من ISO 4217، مثل MAD.
import-no-identifier = ينقص المعرّف.
import-no-title = ينقص اسم المشروع.
import-twin = المعرّف «{ $value }» موجود من قبل في الملف؛ يؤخذ السطر الأول وحده.
import-status = «{ $value }» ليس حالة من حالات OC4IDS (identification, preparation, implementation, completion, maintenance, decommissioning, decommissioned, cancelled).
import-stage = «{ $value }» ليس مرحلة (idea, prepared, works, finished, service, closed, cancelled).
import-type = «{ $value }» ليس نوعا من أنواع OC4IDS (construction, rehabilitation, replacement, expansion, decommissioning).
import-kind = «{ $value }» ليس نوعا معروفا (public_works, employment_programme, private_investment, service).
import-date = «{ $value }» ليس تاريخا مؤكدا؛ اكتبوا { "\u2066" }2026-11-23{ "\u2069" }، أو حددوا الترتيب في جدول المطابقة (dates).
import-year = «{ $value }» سنة قبل 1900 أو بعد 2200؛ اكتبوها بأربعة أرقام.
import-no-date = تقدم بنسبة { "\u2066" }{ $value }%{ "\u2069" } بلا تاريخ.
import-amount = «{ $value }» ليس مبلغا مؤكدا؛ حددوا الفاصلة العشرية في جدول المطابقة (decimal).
import-percent = «{ $value }» ليس نسبة مئوية من 0 إلى 100.
import-count = «{ $value }» ليس عددا صحيحا.
import-degrees = «{ $value }» ليس خط عرض أو خط طول بالدرجات.
import-funding = «{ $value }» ليس على شكل «من: كم».
import-row-broken = لا يمكن قراءة السطر: { $value }

file-source = الناشر
file-licence = الرخصة
file-date = إلى غاية
file-address = عنوان الملف
