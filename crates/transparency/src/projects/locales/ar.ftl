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
jobs-of-projects = مناصب الشغل المقررة معروفة في مشاريع عددها { $planned }، والمحدثة في مشاريع عددها { $created }.
jobs-of-both = { $count ->
    [zero] كل المشاريع تميز بين النساء والرجال.
    [one] مشروع واحد لا يقول إلا المجموع، دون تمييز بين النساء والرجال.
    [two] مشروعان لا يقولان إلا المجموع، دون تمييز بين النساء والرجال.
    [few] { $count } مشاريع لا تقول إلا المجموع، دون تمييز بين النساء والرجال.
    [many] { $count } مشروعا لا تقول إلا المجموع، دون تمييز بين النساء والرجال.
   *[other] { $count } مشروع لا تقول إلا المجموع، دون تمييز بين النساء والرجال.
}
jobs-left-out = { $count ->
    [zero] لا أرقام محجوبة.
    [one] أرقام مشروع واحد أصغر من أن تُقال: ليست في هذه المجاميع.
    [two] أرقام مشروعين أصغر من أن تُقال: ليست في هذه المجاميع.
    [few] أرقام { $count } مشاريع أصغر من أن تُقال: ليست في هذه المجاميع.
    [many] أرقام { $count } مشروعا أصغر من أن تُقال: ليست في هذه المجاميع.
   *[other] أرقام { $count } مشروع أصغر من أن تُقال: ليست في هذه المجاميع.
}
fewer-than-five = أقل من 5

party-owner = صاحب المشروع
party-procuring = المكلف بالتنفيذ
party-contractor = المقاول

change-label = { $label }:
change-first = دخل المشروع إلى السجل.
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
import-not-utf8 = الملف ليس بترميز UTF-8، ويبدو أنه { $value }. احفظوه بصيغة «CSV UTF-8»، أو أضيفوا { "\u2066" }--encoding { $value }{ "\u2069" }.
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
import-no-such-encoding = «{ $value }» ليس ترميزا معروفا، مثل windows-1256 أو utf-16le.
import-password = المصنف محمي بكلمة سر. احفظوه دون كلمة سر.
import-old-workbook = هذا مصنف قديم (xls). احفظوه بصيغة xlsx أو «CSV UTF-8».
import-not-workbook = لا يمكن قراءة المصنف: { $value }
import-too-large = المصنف كبير جدا بعد فتحه (أكثر من { $value } ميغابايت). قسموه إلى عدة ملفات.
import-no-such-sheet = ليست في المصنف ورقة بهذا الاسم. اختاروا بالخيار { "\u2066" }--sheet{ "\u2069" }: { $value }
import-hidden-sheet = ورقة مخفية لم تُقرأ: { $value }
import-other-sheet = ورقة أخرى لم تُقرأ: { $value } (الخيار { "\u2066" }--sheet{ "\u2069" } يختارها)
import-hidden-rows = السطور المخفية، قُرئت كغيرها: { $value }
import-rows-above = السطور التي فوق العناوين، لم تُقرأ: { $value }
import-row-length = عدد خانات السطر ليس كعدد العناوين ({ $value }).
import-open-quote = في السطر «{ $value }» علامة اقتباس مفتوحة لم تُغلق؛ السطور التي بعدها تضيع فيه.
import-cell-yes-or-no = «{ $value }» خانة صحيح/خطأ، وليست قيمة.
import-cell-error = فشلت الصيغة الحسابية ({ $value }). صححوها في المصنف.
import-fraction = «{ $value }» قد تعني نسبتين مختلفتين؛ اكتبوا 46 بدل 0.46، أو أضيفوا %.
import-no-rows = في الملف عناوين ولا سطر فيه.
import-json-needs-no-mapping = ملف JSON لا يحتاج إلى جدول مطابقة: لحقوله أسماؤها.

# A project that was taken back (410)
project-gone = سُحب هذا المشروع من السجل

file-source = الناشر
file-licence = الرخصة
file-date = إلى غاية
file-address = عنوان الملف

# An older version of a page
past-title = تعرض هذه الصفحة المشروع كما كان منشورا يوم { $date }.
past-version = النسخة { $version }.
past-now = شاهدوا المشروع اليوم

# How far: course, milestones, steps
course-title = كل قياسات التقدم
course-date = التاريخ
course-source = المصدر
milestones-title = المحطات
milestone-due = مقررة يوم { $date }
milestone-reached = تحققت يوم { $date }.
milestone-scheduled = قادمة
milestone-met = تحققت
milestone-notMet = لم تتحقق
milestone-partiallyMet = تحققت جزئيا
phases-title = المراحل قبل الأشغال وبعدها
phases-step = المرحلة
phases-planned = المقرر
phases-actual = الفعلي
phase-identification = التحديد
phase-preparation = التحضير
phase-implementation = الأشغال
phase-completion = التسلم
phase-maintenance = الصيانة
phase-decommissioning = الإغلاق
span = من { $start } إلى { $end }
span-from = ابتداء من { $start }
span-to = إلى غاية { $end }

# Money: cost by step, commitments and payments
costs-title = الكلفة من مرحلة إلى أخرى
costs-caption = الكلفة في كل مرحلة، وسبب كل تغيير
costs-step = المرحلة
costs-change = الفرق
costs-reason = السبب
costs-no-reason = السبب غير منشور.
cost-at-approval = عند المصادقة
cost-at-award = عند إسناد الصفقات
cost-at-now = اليوم
cost-at-final = في النهاية
spent-title = المُلتزم به والمصروف
spent-share = { "\u2066" }{ $share }%{ "\u2069" } من الكلفة
money-committed = مُلتزم به
money-paid = صُرف
transfers-title = كل الالتزامات والأداءات
transfers-what = النوع
transfers-amount = المبلغ
transfers-who = ممن وإلى من
transfers-to = إلى

# A private investment
investment-title = الوعود والنتائج
investment-lede = «مصادق عليه» لا يعني «أُنجز»: هذا ما قيل في كل مرحلة.
investment-caption = المبلغ ومناصب الشغل، مرحلة بعد مرحلة
investment-declared = مُعلن عنه
investment-approved = مصادق عليه
investment-started = انطلق
investment-operating = في النشاط
investment-abandoned = متخلى عنه

# Contracts and agreements
contracts-title = الصفقات
contract-method = كيف اختيرت المقاولة
contract-bidders = المقاولات المتنافسة
contract-nature = الطبيعة
contract-estimate = الكلفة التقديرية
contract-value = مبلغ الصفقة
contract-final = المبلغ النهائي
contract-signed = تاريخ التوقيع
contract-start = البداية
contract-end = النهاية المقررة
contract-pre-award = لم تُسند بعد
contract-active = جارية
contract-closed = منتهية
method-open = طلب عروض مفتوح
method-selective = طلب عروض بالانتقاء المسبق
method-limited = طلب عروض محدود
method-direct = صفقة تفاوضية
nature-design = دراسات
nature-construction = أشغال
nature-supervision = تتبع
modifications-title = تغييرات الصفقة
modified-duration = الأجل
modified-value = الثمن
modified-scope = الأشغال
agreements-title = الاتفاقيات والتصويت عليها
agreement-number = اتفاقية رقم { $number }
vote-on = جرى التصويت عليها يوم { $date }.
vote-none = التصويت غير منشور.
vote-counts = الموافقون: { $ayes } · المعارضون: { $noes } · الممتنعون: { $abstained }

# People, land, nature
jobs-groups = حسب السن والمدة
jobs-method = كيف حُسبت:
job-age = { "\u2066" }{ $age }{ "\u2069" } سنة
job-temporary = شغل مؤقت
job-permanent = شغل دائم
job-local = سكان المكان
job-not-local = قادمون من مكان آخر
sex-female = نساء
sex-male = رجال
served-title = لمن، وبأي أثر
served-people = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصا
   *[other] { $count } شخص
}
around-impact = دُرس الأثر على الطبيعة
around-protected = في منطقة محمية
around-compensation = تعويضات عن الأراضي
around-accessible = يمكن للأشخاص في وضعية إعاقة الولوج إليه
around-access = الولوج:
around-land = الأراضي:
around-nature = الطبيعة:
yes = نعم
no = لا
final-title = ما أُنجز في النهاية

# Documents and photos, what is published
photos-title = الصور
photo-missing = الصورة غير موجودة هنا.
documents-title = الوثائق
document-no-link = غير متاحة على الإنترنت؛ اطلبوها من الإدارة
document-environmentalImpact = دراسة التأثير على البيئة
document-landAndSettlementImpact = دراسة الأراضي
document-projectScope = وصف الأشغال
document-projectPlan = خطة المشروع
document-feasibilityStudy = دراسة الجدوى
document-budgetApproval = المصادقة على الميزانية
document-financialAgreement = اتفاقية التمويل
document-biddingDocuments = ملف طلب العروض
document-tenderNotice = إعلان طلب العروض
document-awardNotice = إعلان إسناد الصفقة
document-evaluationReports = تقرير تقييم العروض
document-contractSigned = الصفقة الموقعة
document-contractAmendment = ملحق
document-physicalProgressReport = تقرير تقدم الأشغال
document-financialProgressReport = تقرير تقدم الأداءات
document-completionCertificate = محضر التسلم
document-technicalAuditReport = افتحاص تقني
document-financialAuditReport = افتحاص مالي
document-projectEvaluation = تقييم
document-minutes = محضر
document-illustration = صورة
document-maintenancePlan = خطة الصيانة
withheld-title = ما لم يُنشر، ولماذا
disclosed-title = ما نُشر
disclosed-count = المعلومات المنشورة مما يطلبه معيار CoST: { $count } من { $all }.
disclosed-source = المصدر: عناصر النشر الاستباقي في معيار CoST IDS، حسب مطابقتها مع OC4IDS 0.9.5.
disclosed-missing = ما ينقص
cost-owner = صاحب المشروع
cost-sector = القطاع
cost-subsector = القطاع الفرعي
cost-name = الاسم
cost-location = المكان
cost-purpose = الهدف
cost-description = الوصف
cost-scope = وصف الأشغال (وثيقة)
cost-environment = الأثر على البيئة
cost-land = الأثر على الأراضي والسكن
cost-owner-contact = كيف تتصلون بصاحب المشروع
cost-funding = من يدفع
cost-budget = الميزانية
cost-approved = تاريخ المصادقة على الميزانية
cost-status = المرحلة
cost-final-cost = الكلفة النهائية
cost-final-date = تاريخ الانتهاء
cost-final-scope = ما أُنجز في النهاية
cost-final-reasons = أسباب تغييرات المشروع
cost-audit = الافتحاصات والتقييمات
cost-procuring = من أبرم الصفقة
cost-procuring-contact = كيف تتصلون بمن أبرم الصفقة
cost-administrator = من يتتبع الصفقة
cost-contract-status = حالة الصفقة
cost-method = طريقة الإبرام
cost-nature = طبيعة الصفقة
cost-bidders = عدد المقاولات المتنافسة
cost-estimate = الكلفة التقديرية للصفقة
cost-contract-title = عنوان الصفقة
cost-suppliers = المقاولون
cost-contract-price = ثمن الصفقة
cost-contract-scope = أشغال الصفقة
cost-contract-period = بداية الصفقة ومدتها
cost-price-change = تغييرات الثمن
cost-escalation = الثمن قبل كل تغيير وبعده
cost-duration-change = تغييرات الأجل
cost-scope-change = تغييرات الأشغال
cost-price-reasons = أسباب تغييرات الثمن
cost-other-reasons = أسباب تغييرات الأجل والأشغال

# Who, beside the project
party-administrator = تتبع الصفقة
party-monitor = مراقبة مستقلة
project-marked = يبيّن المعيّن والخط ما يُنجز.
project-wrong = أبلغوا عن خطأ
project-wrong-subject = خطأ في { $reference }

# History
history-follow = تتبعوا هذا المشروع (قناة Atom)
history-version = النسخة { $version }، بتاريخ { $date }
history-older = شاهدوا التغييرات الأقدم
history-on = شاهدوا المشروع كما كان يوم
history-show = عرض
change-more = { $count ->
    [zero] ولا تغيير آخر
    [one] وتغيير آخر
    [two] وتغييران آخران
    [few] و{ $count } تغييرات أخرى
    [many] و{ $count } تغييرا آخر
   *[other] و{ $count } تغيير آخر
}
actor-import = استيراد من الإدارة
actor-undo = إلغاء استيراد
actor-demo = معطيات تجريبية
actor-operator = الإدارة

# Fields, in a history
field-identifier = المعرّف
field-title = الاسم
field-purpose = الهدف
field-description = الوصف
field-kind = النوع
field-status = المرحلة
field-work = طبيعة الأشغال
field-sectors = القطاعات
field-classifications = البرنامج
field-places = المكان
field-budget = الكلفة
field-funding = من يدفع
field-costs = الكلفة حسب المراحل
field-commitments = الالتزامات
field-payments = الأداءات
field-agreements = الاتفاقيات
field-contracts = الصفقات
field-dates = التواريخ
field-phases = المراحل
field-milestones = المحطات
field-physical = أُنجز
field-financial = صُرف
field-jobs = مناصب الشغل
field-beneficiaries = لمن
field-surroundings = الآثار والولوج
field-documents = الوثائق
field-photos = الصور
field-investment = الوعود والنتائج
field-withheld = غير منشور
field-final-scope = ما أُنجز في النهاية
field-final-reason = سبب الفرق النهائي
field-parties = من يفعل ماذا
field-updated = آخر تحيين
field-kept = أعمدة أخرى من الملف
field-carried = وصل الملف الأصلي من جديد.
part-amount = المبلغ
part-approved = تاريخ المصادقة
part-party = من
part-at = المرحلة
part-date = التاريخ
part-reason = السبب
part-id = الرقم
part-payer = من يدفع
part-payee = من يتسلم
part-source = المصدر
part-address = العنوان
part-email = البريد الإلكتروني
part-telephone = الهاتف
part-scheme = السجل
part-legal-name = الاسم القانوني
part-name = الاسم
part-roles = الأدوار
part-registered = رقم التسجيل
part-contact = الاتصال
part-number = الرقم
part-title = العنوان
part-vote = التصويت
part-body = المجلس
part-decision = المقرر
part-ayes = الموافقون
part-noes = المعارضون
part-abstained = الممتنعون
part-scope = الأشغال
part-nature = الطبيعة
part-status = الحالة
part-method = طريقة الإبرام
part-method-words = طريقة الإبرام
part-bidders = المتنافسون
part-estimate = الكلفة التقديرية
part-value = المبلغ
part-final-value = المبلغ النهائي
part-signed = التوقيع
part-start = البداية
part-end = النهاية
part-buyer = المشتري
part-administrator = التتبع
part-suppliers = المقاولون
part-modifications = التغييرات
part-what = الموضوع
part-description = الوصف
part-old-value = المبلغ القديم
part-new-value = المبلغ الجديد
part-old-end = النهاية القديمة
part-new-end = النهاية الجديدة
part-planned-start = البداية المقررة
part-planned-end = النهاية المقررة
part-actual-start = البداية
part-actual-end = النهاية
part-kind = النوع
part-due = الأجل
part-met = تاريخ التحقق
part-percent = النسبة
part-women = النساء
part-men = الرجال
part-total = المجموع
part-planned = الموعودة
part-created = المحدثة
part-planned-groups = الموعودة، حسب الفئات
part-created-groups = المحدثة، حسب الفئات
part-sex = الجنس
part-age = السن
part-duration = المدة
part-local = من سكان المكان
part-count = العدد
part-who = من
part-people = الأشخاص
part-impact-assessed = دراسة الأثر على الطبيعة
part-protected-area = منطقة محمية
part-environment = الطبيعة
part-land-compensation = التعويضات
part-land = الأراضي
part-accessible = متاح للأشخاص في وضعية إعاقة
part-accessibility = الولوج
part-url = العنوان
part-published = تاريخ النشر
part-format = الصيغة
part-language = اللغة
part-file = الملف
part-alt = ما يُرى فيها
part-taken = تاريخ الالتقاط
part-point = الموقع
part-credit = صاحب الصورة
part-size = الحجم
part-jobs = مناصب الشغل
part-ground = سبب عدم النشر
part-code = الرمز
part-given = كما ورد
part-shape = الرسم
part-type = نوع الرسم
part-coordinates = الرسم
part-label = التسمية

# More filters of the list, and what a place adds up
filter-organisation = من يدفع أو ينجز
filter-organisation-all = الكل
filter-organisation-pays = من يدفع
filter-organisation-builds = من ينجز
filter-state = ما يحتاج إلى الانتباه
filter-state-all = كل المشاريع
state-late = متأخرة
state-silent = بلا أخبار منذ أكثر من 90 يوما
state-ahead = الصرف فيها يسبق الإنجاز
place-stages = إلى أين وصلت؟
place-late = { $count ->
    [zero] لا مشروع متأخر
    [one] مشروع واحد متأخر
    [two] مشروعان متأخران
    [few] { $count } مشاريع متأخرة
    [many] { $count } مشروعا متأخرا
   *[other] { $count } مشروع متأخر
}
place-silent = { $count ->
    [zero] لا مشروع بلا أخبار منذ أكثر من 90 يوما
    [one] مشروع واحد بلا أخبار منذ أكثر من 90 يوما
    [two] مشروعان بلا أخبار منذ أكثر من 90 يوما
    [few] { $count } مشاريع بلا أخبار منذ أكثر من 90 يوما
    [many] { $count } مشروعا بلا أخبار منذ أكثر من 90 يوما
   *[other] { $count } مشروع بلا أخبار منذ أكثر من 90 يوما
}

# Who pays and who builds
organisations-title = من يدفع ومن ينجز
organisations-lede = الإدارات والممولون والمقاولات التي تذكرها المشاريع.
organisations-words = الاسم
organisations-role = الدور
organisations-all = الكل
organisations-funder = من يدفعون
organisations-supplier = من ينجزون
organisations-owner = من يقررون
organisations-do = بحث
organisations-count = { $count ->
    [zero] لا هيئات
    [one] هيئة واحدة
    [two] هيئتان
    [few] { $count } هيئات
    [many] { $count } هيئة
   *[other] { $count } هيئة
}
organisations-none = لا توجد هيئة مطابقة
organisations-none-why = جربوا كلمة أخرى، أو بلا دور.
organisations-caption = الهيئات المعروضة: { $shown } من { $count }
organisation-name = الهيئة
organisation-projects = المشاريع
organisation-promised = المبلغ الموعود
organisation-won = الصفقات
organisation-number = رقم التسجيل
organisation-funds = ما تدفعه
organisation-builds = ما تنجزه
organisation-owns = المشاريع التي هي صاحبتها
organisation-other = أدوارها الأخرى
organisation-total = المجموع: { $total }
organisation-share = حصتها
organisation-same-name = تجمع هذه الصفحة المشاريع التي تكتب هذا الاسم بالطريقة نفسها: الملف لا يعطي رقم تسجيل.
organisation-list = كل مشاريعها في القائمة

# What changed lately
changes-title = ما تغيّر
changes-lede = كل تغيير في السجل: ماذا ومتى ومن ولماذا.
changes-none = لم يتغير شيء
changes-none-why = لم يُسجل هنا أي تغيير.
changes-new = دخل إلى السجل
changes-feed = تتبعوا التغييرات (قناة Atom)
changes-older = تغييرات أقدم
import-contract-status = «{ $value }» ليس حالة صفقة من حالات OC4IDS (pre-award, active, closed).
import-method = «{ $value }» ليس طريقة إبرام (open, selective, limited, direct).
import-yes-or-no = «{ $value }» ليس نعم ولا لا.
import-contracts = «{ $value }» ليس على شكل «رقم: مبلغ».
import-jobs-group = «{ $value }» ليس فئة من مناصب الشغل، مثل «female, 18-35: 9» أو «local: 12».
import-beneficiaries = عدد فئات المستفيدين وعدد أرقامهم، وبينها «|»، غير متساويين: «{ $value }».
import-modification = «{ $value }» ليس نوع تغيير (duration, value, scope).
import-milestone = «{ $value }» ليس حالة محطة (scheduled, met, notMet, partiallyMet).

# The head of a page, and long lists
past-head = { $name } — كما نُشر في { $date }
ahead-tag = صُرف أسرع مما أُنجز
transfers-more = آخر 20 حركة من أصل { $count }. توجد كلها في الملفات القابلة للتحميل.

# كتابة المشاريع في المكتب

edit-lede = اكتبوا هنا ما تعرفه الجهة عن مشاريعها. لا يظهر شيء قبل نشره.
edit-new = مشروع جديد
edit-new-lede = ثلاثة أشياء تكفي للبدء. ويضاف الباقي صفحة بعد صفحة.
edit-begin = ابدأ
edit-identifier = رقم المشروع في ملفاتكم
edit-identifier-taken = هذا الرقم لمشروع آخر. تحققوا منه، أو ابحثوا عن ذلك المشروع في السجل.
edit-mine = مسوداتي
edit-waiting = تنتظر أن تنشروها
edit-saved = حُفظ في { $date }
edit-waits = ينتظر شخصا آخر
edit-register = في السجل
edit-search = ابحث عن مشروع
edit-count = { $count ->
    [zero] لا مشروع
    [one] مشروع واحد
    [two] مشروعان
    [few] { $count } مشاريع
    [many] { $count } مشروعا
   *[other] { $count } مشروع
}
edit-do = تعديل
edit-add = إضافة
edit-add-lede = سطر جديد
edit-save = حفظ
edit-remove = حذف
edit-up = الرجوع دون حفظ
edit-back = كل المشاريع
edit-all-pages = كل صفحات المسودة
edit-said = { $count ->
    [zero] لا شيء بعد
    [one] معطى واحد
    [two] معطيان
    [few] { $count } معطيات
    [many] { $count } معطى
   *[other] { $count } معطى
}
edit-what = ماذا
edit-where = أين
edit-when = متى وإلى أين وصل
edit-who = من
edit-money = المال
edit-contracts = الاتفاقيات والصفقات
edit-people = الشغل والسكان والبيئة
edit-files = الوثائق والصور والباقي
edit-at-the-end = عند الانتهاء
edit-jobs-planned = مناصب الشغل المتوقعة
edit-jobs-created = مناصب الشغل المحدثة
edit-twice = سطر آخر يقول هذا من قبل. غيّروا هذا السطر أو عدّلوا الآخر.
edit-entry-changed = تغيّر هذا السطر في نافذة أخرى. ارجعوا إلى اللائحة وافتحوه من جديد.
edit-amount = المبلغ
edit-date = التاريخ
edit-payer = من يدفع
edit-payee = من يتسلم
edit-source = مصدر المعلومة
edit-number = الرقم
edit-percent = النسبة المئوية
edit-sex = نساء أو رجال
edit-age = السن
edit-duration = المدة
edit-local = سكان المكان
edit-count-people = العدد
edit-scheme = السجل أو التصنيف
edit-code = الرمز
edit-words = بالكلمات
edit-place = الإقليم أو الجماعة
edit-given = المكان كما يسمى
edit-point = الموقع (خط العرض، خط الطول)
edit-shape = الرسم (GeoJSON)
edit-planned-start = البداية المتوقعة
edit-planned-end = النهاية المتوقعة
edit-actual-start = البداية الفعلية
edit-actual-end = النهاية الفعلية
edit-title = العنوان
edit-kind = النوع
edit-due = الأجل
edit-met = تحقق في
edit-state = الحالة
edit-name = الاسم
edit-roles = ما يقوم به
edit-registered = الرقم في هذا السجل
edit-legal-name = الاسم القانوني
edit-address = العنوان
edit-email = بريد المصلحة
edit-telephone = هاتف المصلحة
edit-budget = الكلفة المتوقعة
edit-approved = صودق عليها في
edit-party = من
edit-at = المرحلة
edit-reason = السبب
edit-signed = وُقعت في
edit-vote-date = التصويت: التاريخ
edit-vote-body = التصويت: المجلس والدورة
edit-vote-decision = التصويت: رقم المقرر
edit-ayes = الموافقون
edit-noes = المعارضون
edit-abstained = الممتنعون
edit-scope = ما تشمله
edit-nature = الطبيعة
edit-method-words = طريقة الإبرام بكلمات القانون
edit-buyer = المشتري
edit-administrator = من يتتبع الصفقة
edit-suppliers = نائلو الصفقة
edit-modifications = الملاحق
edit-modified = ما يتغير
edit-old-value = المبلغ قبل
edit-new-value = المبلغ بعد
edit-old-end = النهاية قبل
edit-new-end = النهاية بعد
edit-women = نساء
edit-men = رجال
edit-total = المجموع
edit-jobs-method = كيف حُسبت
edit-impact-assessed = دُرس الأثر على البيئة
edit-protected-area = داخل منطقة محمية
edit-environment = ما يُفعل من أجل البيئة
edit-land-compensation = تعويضات الأراضي
edit-land = الأراضي
edit-accessible = يمكن للأشخاص في وضعية إعاقة استعماله
edit-accessibility = كيف
edit-for-whom = لمن
edit-how-many = كم شخصا
edit-planned-groups = مناصب الشغل المتوقعة حسب الفئات
edit-created-groups = مناصب الشغل المحدثة حسب الفئات
edit-url = العنوان على الإنترنت
edit-published = نُشر في
edit-format = الصيغة (application/pdf)
edit-language = اللغة (ar، fr…)
edit-alt = ما يُرى في الصورة
edit-taken = التُقطت في
edit-credit = المصور
edit-file = الملف
edit-withheld-what = ما لم يُنشر
edit-ground = السبب في القانون
edit-status-identification = فكرة
edit-status-preparation = تحضير
edit-status-implementation = أشغال
edit-status-completion = إنجاز
edit-status-maintenance = في الخدمة
edit-status-decommissioning = في طور الإغلاق
edit-status-decommissioned = مغلق
edit-status-cancelled = متخلى عنه
edit-work-construction = بناء
edit-work-rehabilitation = إعادة تأهيل
edit-work-replacement = تعويض
edit-work-expansion = توسعة
edit-work-decommissioning = هدم
edit-role-publicAuthority = صاحب المشروع
edit-role-funder = ممول
edit-role-procuringEntity = المصلحة التي تبرم الصفقة
edit-role-administrativeEntity = تتبع الصفقة
edit-role-buyer = مشتر
edit-role-tenderer = متنافس
edit-role-supplier = نائل الصفقة
edit-role-payer = يدفع
edit-role-payee = يتسلم
edit-role-reviewBody = ينظر في الطعون
edit-role-interestedParty = طرف معني
edit-role-independentMonitor = مراقب مستقل
edit-preview = رؤية الصفحة كما ستكون
edit-is-preview = معاينة: هذا لم يُنشر.
edit-publish = المقارنة والنشر
edit-publish-do = نشر
edit-send = طلب النشر من شخص آخر
edit-second = هنا ينشر شخص آخر غير الكاتب. أرسلوا إليه هذه المسودة.
edit-why = سبب التغيير
edit-why-hint = يبقى في التاريخ العمومي للمشروع.
edit-changes = ما تغيره هذه المسودة
edit-is-new = هذا مشروع جديد.
edit-no-change = لم يتغير شيء بعد.
edit-behind = نشر شخص آخر هذا المشروع وأنتم تكتبون.
edit-see-changes = رؤية ما تغير
edit-theirs = ما نُشر في هذه الأثناء
edit-both = غيّرتما هذا معا: اختاروا
edit-no-clash = لم تغيّرا الأشياء نفسها: يُجمع بينهما.
edit-side-mine = ما كتبته:
edit-side-theirs = ما نُشر:
edit-choose = اختاروا ما يجب أن يبقى.
edit-put-together = الجمع بينهما
edit-changed-meanwhile = تغيّر شيء في هذه الأثناء. أعيدوا القراءة ثم المحاولة.
edit-needs-another = يجب أن ينشر شخص آخر هذه المسودة.
edit-unfinished = ينقص اسم المشروع أو رقمه.
edit-give-up = التخلي عن هذه المسودة
edit-give-up-hint = ما نُشر يبقى كما هو.
edit-give-up-do = التخلي عنها
edit-is-published = تم النشر.
edit-see-page = رؤية الصفحة
edit-is-given-up = تم التخلي عن هذه المسودة. ما نُشر يبقى كما هو.
edit-is-sent = تنتظر هذه المسودة شخصا آخر. إذا عدّلتموها عادت إليكم.
edit-which = أي نوع وأي مرحلة
