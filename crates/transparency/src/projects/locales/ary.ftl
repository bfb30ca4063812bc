# The register of projects

projects-title = المشاريع ديال الجهة
projects-title-in = المشاريع: { $place }
projects-lede = آش كيتبنا، فين، بفلوس من، وفين وصلات الخدمة.
projects-count = { $count ->
    [zero] حتى مشروع
    [one] مشروع واحد
    [two] جوج ديال المشاريع
    [few] { $count } ديال المشاريع
    [many] { $count } مشروع
   *[other] { $count } مشروع
}
projects-total = المجموع: { $total }
projects-where = فين كاينين؟
projects-map-caption = شحال من مشروع فكل جماعة. نفس الأرقام كاينين فاللائحة. الحدود تقريبية وصافي. منين جات الحدود: المندوبية السامية للتخطيط.
projects-map-list = نفس الخريطة، ولكن لائحة
projects-map-list-caption = الجماعات، من اللي فيها بزاف ديال المشاريع للي فيها شوية
projects-list = اللائحة
projects-caption = المشاريع اللي باينين: { $shown } من { $count }
projects-none = ما كاين حتى مشروع بهاد الشروط
projects-none-why = نقصو من الشروط، ولا جربو شي بلاصة خرى.
projects-clear = مسحو كلشي
map-none = والو

filter-title = ختارو المشاريع
filter-words = الكلمات
filter-do = شوفو المشاريع
filter-place = البلاصة
filter-place-all = الجهة كاملة
filter-sector = القطاع
filter-sector-all = كاملين
filter-stage = المرحلة
filter-stage-all = كاملين
filter-kind = النوع
filter-kind-all = كاملين
filter-sort = رتبو على حساب
sort-cost = الثمن، الغالي هو اللول
sort-news = آخر الأخبار
sort-name = السمية

col-project = المشروع
col-stage = المرحلة
col-cost = الثمن
col-progress = آش تنجز وآش تخلص

list-comma = {"، "}
list-more = { $count ->
    [zero] { "" }
    [one] وبلاصة خرى
    [two] وجوج بلايص خرين
    [few] و{ $count } د البلايص خرين
    [many] و{ $count } بلاصة خرى
   *[other] و{ $count } بلاصة خرى
}
stage-closed = تسد
stage-cancelled = تلغا
stage-unknown = المرحلة ما تنشراتش
kind-public-works = أشغال عمومية
kind-employment-programme = برنامج ديال التشغيل
kind-private-investment = استثمار ديال الخواص
kind-service = خدمة للناس

late-days = { $count ->
    [zero] معطل أقل من نهار
    [one] معطل بنهار واحد
    [two] معطل بيومين
    [few] معطل بـ{ $count } أيام
    [many] معطل بـ{ $count } يوم
   *[other] معطل بـ{ $count } يوم
}
late-months = { $count ->
    [zero] معطل أقل من شهر
    [one] معطل بشهر واحد
    [two] معطل بشهرين
    [few] معطل بـ{ $count } شهور
    [many] معطل بـ{ $count } شهر
   *[other] معطل بـ{ $count } شهر
}
silent-days = { $count ->
    [zero] جاو الأخبار ديالو اليوم
    [one] نهار كامل وما كاين عليه حتى خبار
    [two] هادي يومين وما كاين عليه حتى خبار
    [few] هادي { $count } أيام وما كاين عليه حتى خبار
    [many] هادي { $count } يوم وما كاين عليه حتى خبار
   *[other] هادي { $count } يوم وما كاين عليه حتى خبار
}

project-no-purpose = لاش كيصلاح هاد المشروع: باقي ما تنشرش.
project-how-far = فين وصلات الخدمة؟
project-money = الفلوس
project-approved = تقرر نهار { $date }
project-cost-label = الثمن:
project-funders-label = شكون كيخلص:
project-jobs = الخدمات اللي كيخلق
project-more = بغيتو تعرفو كتر
project-history = كاع اللي تبدل
project-who = شكون كيدير آش
project-programme = البرنامج
project-reference = المرجع
project-updated = آخر الأخبار: { $date }

date-planned-start = إمتى كان خاصو يبدا
date-actual-start = إمتى بدات الأشغال
date-planned-end = إمتى خاصو يسالي
date-actual-end = إمتى سالات الأشغال

jobs-caption = الخدمات، عيالات ورجال
jobs-who = شكون
jobs-planned = الموعودة
jobs-created = اللي تخلقات بصح
jobs-label = الخدمات:
jobs-protected = الأرقام من 1 حتى لـ 4 مخبيينها، باش حتى واحد ما يتعرف.
jobs-total-hidden = مخبي
jobs-of-projects = الخدمة المقررة معروفة ف { $planned } ديال المشاريع، والخدمة اللي تخلقات ف { $created }.
jobs-of-both = { $count ->
    [zero] المشاريع كاملين كيفرقو بين العيالات والرجال.
    [one] مشروع واحد كيقول غير المجموع، بلا عيالات وبلا رجال.
    [two] جوج مشاريع كيقولو غير المجموع، بلا عيالات وبلا رجال.
    [few] { $count } ديال المشاريع كيقولو غير المجموع، بلا عيالات وبلا رجال.
    [many] { $count } مشروع كيقولو غير المجموع، بلا عيالات وبلا رجال.
   *[other] { $count } مشروع كيقولو غير المجموع، بلا عيالات وبلا رجال.
}
jobs-left-out = { $count ->
    [zero] ما كاين حتى رقم مخبي.
    [one] الأرقام ديال مشروع واحد صغار بزاف باش نقولوهم: ما داخلينش فهاد الحساب.
    [two] الأرقام ديال جوج مشاريع صغار بزاف باش نقولوهم: ما داخلينش فهاد الحساب.
    [few] الأرقام ديال { $count } مشاريع صغار بزاف باش نقولوهم: ما داخلينش فهاد الحساب.
    [many] الأرقام ديال { $count } مشروع صغار بزاف باش نقولوهم: ما داخلينش فهاد الحساب.
   *[other] الأرقام ديال { $count } مشروع صغار بزاف باش نقولوهم: ما داخلينش فهاد الحساب.
}
fewer-than-five = قل من 5

party-owner = مول المشروع
party-procuring = شكون مكلف بالتنفيذ
party-contractor = المقاول

change-label = { $label }:
change-first = المشروع تسجل هنا.
change-reason = السبب: { $reason }

place-no-projects = ما مسجل حتى مشروع: { $name }
place-no-projects-why = هادشي ماشي معناه بلي ما كاينينش: هنا كيبان غير اللي تنشر.
place-per-head = { $amount } لكل واحد ساكن
place-all-projects = { $count ->
    [zero] ما كاين حتى مشروع
    [one] شوفو المشروع
    [two] شوفو المشاريع بجوج
    [few] شوفو المشاريع كاملين ({ $count })
    [many] شوفو المشاريع كاملين ({ $count })
   *[other] شوفو المشاريع كاملين ({ $count })
}

# Sectors (OC4IDS project sectors)
sector-education = القراية
sector-health = الصحة
sector-energy = الطاقة والضو
sector-energy-solar = الطاقة ديال الشمس
sector-energy-wind = الطاقة ديال الريح
sector-energy-hydropower = الضو من السدود
sector-energy-biomass = الطاقة من بقايا الزرع والحطب
sector-energy-geothermal = السخونية ديال الأرض
sector-communications = الاتصالات
sector-waterAndWaste = الما والواد الحار
sector-governance = الإدارة
sector-economy = الاقتصاد والخدمة
sector-cultureSportsAndRecreation = الثقافة والرياضة والترفيه
sector-transport = النقل
sector-transport-air = النقل بالطيارة
sector-transport-water = النقل فالما
sector-transport-rail = السكة ديال التران
sector-transport-road = الطرقان
sector-transport-urban = النقل فالمدينة
sector-transport-lowCarbon = نقل ما كيوسخش بزاف
sector-socialHousing = السكن الاجتماعي
sector-naturalResources = خيرات الطبيعة
sector-naturalResources-floodProtection = الحماية من الحملات ديال الواد

# What an import says (to the operator)
import-problem = السطر { $row }، { $field }: { $what }
import-not-utf8 = هاد الملف ماشي UTF-8، كيبان بحال { $value }. سجلوه بـ «CSV UTF-8»، ولا زيدو --encoding { $value }.
import-nul = كاين هنا حرف خاوي (null)؛ عاودو سجلو الملف على شكل نص.
import-empty = الملف خاوي.
import-not-json = هاد الملف ماشي JSON مقاد: { $value }
import-not-csv = ما قدرناش نقراو السميات ديال العواميد: { $value }
import-no-projects = الملف ما فيهش لائحة «projects».
import-not-an-object = كل مشروع خاصو يكون objet JSON: { $value }
import-wrong-type = «{ $value }» ماشي من النوع المطلوب: المعيار باغي هنا لائحة ولا objet.
import-no-such-column = الملف ما فيهش العمود «{ $value }»؛ صلحو ملف المطابقة.
import-column-needed = حتى عمود ما كيعطي «{ $value }»؛ عطيو سميتو فملف المطابقة (--draft-mapping كيكتب واحد).
import-two-columns = جوج ديال العواميد كيعطيو «{ $value }»؛ سميو غير واحد فيهم فملف المطابقة.
import-no-currency-file = ما كاين حتى عملة؛ عطيوها بـ --currency، بحال MAD.
import-no-currency = العملة ناقصة؛ عطيوها بـ --currency، بحال MAD.
import-currency = «{ $value }» ماشي كود ديال شي عملة ISO 4217، بحال MAD.
import-no-identifier = المعرّف ناقص.
import-no-title = سمية المشروع ناقصة.
import-twin = المعرّف «{ $value }» كاين ديجا لفوق فالملف؛ خدينا غير السطر اللول.
import-status = «{ $value }» ماشي حالة ديال OC4IDS (identification, preparation, implementation, completion, maintenance, decommissioning, decommissioned, cancelled).
import-stage = «{ $value }» ماشي مرحلة (idea, prepared, works, finished, service, closed, cancelled).
import-type = «{ $value }» ماشي نوع ديال OC4IDS (construction, rehabilitation, replacement, expansion, decommissioning).
import-kind = «{ $value }» ماشي نوع (public_works, employment_programme, private_investment, service).
import-date = «{ $value }» ماشي تاريخ واضح؛ كتبو { "\u2066" }2026-11-23{ "\u2069" }، ولا قولو الترتيب فملف المطابقة (dates).
import-year = «{ $value }» عام قبل 1900 ولا من بعد 2200؛ كتبوه بربعة ديال الأرقام.
import-no-date = التقدم { $value } % ما عندوش تاريخ.
import-amount = «{ $value }» ماشي مبلغ واضح؛ قولو آش هي علامة الفاصلة فملف المطابقة (decimal).
import-percent = «{ $value }» ماشي نسبة من 0 حتى لـ 100.
import-count = «{ $value }» ماشي عدد صحيح.
import-degrees = «{ $value }» ماشي خط عرض ولا خط طول بالدرجات.
import-funding = «{ $value }» ماشي بحال «شكون: شحال».
import-row-broken = ما قدرناش نقراو هاد السطر: { $value }
import-no-such-encoding = «{ $value }» ماشي encodage معروف، بحال windows-1256 ولا utf-16le.
import-password = هاد الملف مسدود بكود سري. سجلوه بلا كود.
import-old-workbook = هادا ملف Excel قديم (xls). سجلوه xlsx ولا «CSV UTF-8».
import-not-workbook = ما قدرناش نقراو ملف Excel: { $value }
import-too-large = هاد الملف كبير بزاف ملي كيتحل (كتر من { $value } Mo). قسموه على شي ملفات.
import-no-such-sheet = ما كايناش هاد الورقة فالملف. ختارو بـ --sheet: { $value }
import-hidden-sheet = ورقة مخبية، ما قريناهاش: { $value }
import-other-sheet = ورقة خرى، ما قريناهاش: { $value } (--sheet كتختارها)
import-hidden-rows = سطورا مخبيين، قريناهم بحال الخرين: { $value }
import-rows-above = السطورا اللي فوق السميات ديال العواميد، ما قريناهمش: { $value }
import-row-length = السطر ما فيهش قد السميات ديال العواميد ({ $value }).
import-open-quote = كاينة شي guillemet محلولة وما تسدّاتش فالسطر «{ $value }»؛ السطورا اللي موراها كيضيعو فيها.
import-cell-yes-or-no = «{ $value }» خانة ديال آه/لا، ماشي شي قيمة.
import-cell-error = هاد formule ما خدماتش ({ $value }). صلحوها ف Excel.
import-fraction = «{ $value }» تقدر تكون جوج ديال النسب؛ كتبو 46 على 46%، ولا زيدو %.
import-no-rows = الملف فيه غير السميات ديال العواميد، وما فيه حتى سطر.
import-json-needs-no-mapping = ملف JSON ما محتاجش ملف المطابقة: كل خانة عندها سميتها.

# A project that was taken back (410)
project-gone = هاد المشروع تحيد من السجل

file-source = شكون نشرو
file-licence = الرخصة
file-date = حتى لـ
file-address = العنوان ديال الملف

# An older version of a page
past-title = هاد الصفحة كتبين المشروع كيفما كان منشور نهار { $date }.
past-version = نسخة رقم { $version }.
past-now = شوفو المشروع كيفاش ولا دابا

# How far: course, milestones, steps
course-title = كاع المرات اللي تقاسات فيهم الخدمة
course-date = النهار
course-source = المصدر
milestones-title = المحطات ديال المشروع
milestone-due = خاصها تكون نهار { $date }
milestone-reached = تحققات نهار { $date }.
milestone-scheduled = مازال جاية
milestone-met = تحققات
milestone-notMet = ما تحققاتش
milestone-partiallyMet = تحقق طرف منها
phases-title = المراحل قبل الأشغال ومن بعدها
phases-step = المرحلة
phases-planned = كيفاش كان مقرر
phases-actual = كيفاش داز بصح
phase-identification = الفكرة
phase-preparation = التوجاد
phase-implementation = الأشغال
phase-completion = التسليم ديال الأشغال
phase-maintenance = الصيانة والتصليح
phase-decommissioning = السدان
span = من { $start } حتى لـ { $end }
span-from = من { $start } ولفوق
span-to = حتى لـ { $end }

# Money: cost by step, commitments and payments
costs-title = الثمن، من مرحلة لمرحلة
costs-caption = شحال الثمن فكل مرحلة، وعلاش تبدل
costs-step = المرحلة
costs-change = شحال تبدل
costs-reason = علاش
costs-no-reason = السبب ما تنشرش.
cost-at-approval = ملي تصادق عليه
cost-at-award = ملي تعطاو الصفقات
cost-at-now = دابا
cost-at-final = فاللخر
spent-title = آش ملتزمين بيه وآش تخلص
spent-share = { "\u2066" }{ $share }%{ "\u2069" } من الثمن
money-committed = ملتزمين بيه
money-paid = تخلص
transfers-title = كاع الالتزامات والخلاصات
transfers-what = النوع
transfers-amount = شحال
transfers-who = منين ولمن
transfers-to = لـ

# A private investment
investment-title = آش تواعدو وآش تدار
investment-lede = «تصادق عليه» ماشي هي «تنجز»: ها آش تقال فكل مرحلة.
investment-caption = الفلوس والخدمات، مرحلة من بعد مرحلة
investment-declared = تعلن عليه
investment-approved = تصادق عليه
investment-started = بدا
investment-operating = خدام
investment-abandoned = تخلاو عليه

# Contracts and agreements
contracts-title = الصفقات
contract-method = كيفاش تختارات الشركة
contract-bidders = الشركات اللي تنافسو
contract-nature = آش فيها
contract-estimate = الثمن اللي تقدر
contract-value = الثمن ديال الصفقة
contract-final = الثمن اللخر
contract-signed = نهار التوقيع
contract-start = إمتى بدات
contract-end = إمتى خاصها تسالي
contract-pre-award = باقي ما تعطات لحد
contract-active = خدامة دابا
contract-closed = سالات
method-open = طلب عروض مفتوح لكاع الشركات
method-selective = طلب عروض بالختيار من قبل
method-limited = طلب عروض لشي شركات وصافي
method-direct = صفقة بالتفاهم المباشر
nature-design = الدراسات
nature-construction = الأشغال
nature-supervision = المراقبة ديال الورش
modifications-title = آش تبدل فالصفقة
modified-duration = المدة
modified-value = الثمن
modified-scope = الأشغال
agreements-title = الاتفاقيات وكيفاش تصوت عليهم
agreement-number = الاتفاقية رقم { $number }
vote-on = تصوت عليها نهار { $date }.
vote-none = التصويت ما تنشرش.
vote-counts = اللي معاها: { $ayes } · اللي ضدها: { $noes } · اللي امتنعو: { $abstained }

# People, land, nature
jobs-groups = على حساب العمر والمدة
jobs-method = كيفاش حسبناهم:
job-age = { "\u2066" }{ $age }{ "\u2069" } عام
job-temporary = خدمة لواحد المدة وصافي
job-permanent = خدمة قارة
job-local = ناس البلاصة
job-not-local = جاو من بلاصة خرى
sex-female = عيالات
sex-male = رجال
served-title = لمن، وآش غادي يبدل
served-people = { $count ->
    [zero] حتى واحد
    [one] واحد بوحدو
    [two] جوج ديال الناس
    [few] { $count } ديال الناس
    [many] { $count } واحد
   *[other] { $count } واحد
}
around-impact = تدرس شنو كيدير للطبيعة
around-protected = فبلاصة محمية
around-compensation = التعويض لماليين الأرض
around-accessible = كيقدرو يدخلو ليه الناس اللي عندهم إعاقة
around-access = الولوجيات:
around-land = الأرض:
around-nature = الطبيعة:
yes = آه
no = لا
final-title = آش تبنا فاللخر

# Documents and photos, what is published
photos-title = التصاور
photo-missing = هاد التصويرة ما كايناش هنا.
documents-title = الوراق
document-no-link = ما كايناش فالأنترنيت؛ طلبوها من الإدارة
document-environmentalImpact = الدراسة ديال التأثير على البيئة
document-landAndSettlementImpact = الدراسة ديال الأرض
document-projectScope = آش هي الأشغال
document-projectPlan = الخطة ديال المشروع
document-feasibilityStudy = الدراسة واش المشروع ممكن
document-budgetApproval = الموافقة على الميزانية
document-financialAgreement = الاتفاقية ديال التمويل
document-biddingDocuments = الملف ديال طلب العروض
document-tenderNotice = الإعلان ديال طلب العروض
document-awardNotice = الإعلان شكون دا الصفقة
document-evaluationReports = التقرير ديال تقييم العروض
document-contractSigned = الصفقة موقعة
document-contractAmendment = ملحق ديال الصفقة
document-physicalProgressReport = تقرير: فين وصلات الأشغال
document-financialProgressReport = تقرير: شحال تخلص
document-completionCertificate = المحضر ديال التسليم
document-technicalAuditReport = الافتحاص التقني
document-financialAuditReport = الافتحاص ديال الفلوس
document-projectEvaluation = التقييم ديال المشروع
document-minutes = محضر
document-illustration = تصويرة
document-maintenancePlan = الخطة ديال الصيانة
withheld-title = آش ما تنشرش، وعلاش
disclosed-title = آش تنشر
disclosed-count = من المعلومات اللي كيطلبهم المعيار CoST، تنشرو { $count } من { $all }.
disclosed-source = المصدر: المعلومات اللي خاصهم يتنشرو بلا ما يطلبهم حد، فالمعيار CoST IDS، على حساب المطابقة مع OC4IDS 0.9.5.
disclosed-missing = آش ناقص
cost-owner = مول المشروع
cost-sector = القطاع
cost-subsector = الفرع ديال القطاع
cost-name = السمية
cost-location = البلاصة
cost-purpose = لاش كيصلاح
cost-description = شنو هو بالتفصيل
cost-scope = آش هي الأشغال (الورقة)
cost-environment = آش كيدير للبيئة
cost-land = آش كيدير للأرض والسكنى
cost-owner-contact = كيفاش تواصلو مع مول المشروع
cost-funding = شكون كيخلص
cost-budget = الميزانية
cost-approved = إمتى تصادق على الميزانية
cost-status = المرحلة
cost-final-cost = شحال طاح فاللخر
cost-final-date = إمتى سالا
cost-final-scope = آش تبنا فاللخر
cost-final-reasons = علاش تبدل المشروع
cost-audit = شكون افتحصو وقيمو
cost-procuring = شكون دار الصفقة
cost-procuring-contact = كيفاش تواصلو مع اللي دار الصفقة
cost-administrator = شكون كيتبع الصفقة
cost-contract-status = فين وصلات الصفقة
cost-method = كيفاش دارو الصفقة
cost-nature = الصفقة ديال آش
cost-bidders = شحال من شركة تنافسات
cost-estimate = الثمن اللي تقدر للصفقة
cost-contract-title = سمية الصفقة
cost-suppliers = المقاولين
cost-contract-price = الثمن ديال الصفقة
cost-contract-scope = الأشغال ديال الصفقة
cost-contract-period = إمتى بدات الصفقة وشحال غادي تبقى
cost-price-change = كيفاش تبدل الثمن
cost-escalation = الثمن قبل وبعد كل تبديلة
cost-duration-change = كيفاش تبدلات المدة
cost-scope-change = كيفاش تبدلات الأشغال
cost-price-reasons = علاش تبدل الثمن
cost-other-reasons = علاش تبدلات المدة والأشغال

# Who, beside the project
party-administrator = شكون كيتبع الصفقة
party-monitor = مراقبة من برا
project-marked = الشكل اللي بحال اللوزة والخط كيبينو آش كيتبنا.
project-wrong = قولو لينا إلا كان شي غلط
project-wrong-subject = غلط فـ { $reference }

# History
history-follow = تبعو هاد المشروع (خيط Atom)
history-version = نسخة رقم { $version }، ديال { $date }
history-older = شوفو التبديلات القدام
history-on = شوفو المشروع كيفاش كان نهار
history-show = شوفو
change-more = { $count ->
    [zero] وحتى تبديلة خرى
    [one] وتبديلة خرى
    [two] وجوج تبديلات خرين
    [few] و{ $count } د التبديلات خرين
    [many] و{ $count } تبديلة خرى
   *[other] و{ $count } تبديلة خرى
}
actor-import = الإدارة دخلات ملف
actor-undo = تلغا واحد الملف كان دخل
actor-demo = معطيات ديال التجربة
actor-operator = الإدارة

# Fields, in a history
field-identifier = الرقم ديال المشروع
field-title = السمية
field-purpose = لاش كيصلاح
field-description = شنو هو بالتفصيل
field-kind = النوع
field-status = المرحلة
field-work = النوع ديال الأشغال
field-sectors = القطاعات
field-classifications = البرنامج
field-places = البلاصة
field-budget = الثمن
field-funding = شكون كيخلص
field-costs = الثمن فكل مرحلة
field-commitments = باش ملتزمين
field-payments = الخلاصات
field-agreements = الاتفاقيات
field-contracts = الصفقات
field-dates = التواريخ
field-phases = المراحل
field-milestones = المحطات
field-physical = تنجز
field-financial = تخلص
field-jobs = الخدمات
field-beneficiaries = لمن دايرينو
field-surroundings = آش كيدير وشكون يقدر يدخل ليه
field-documents = الوراق
field-photos = التصاور
field-investment = آش تواعدو وآش تدار
field-withheld = ما تنشرش
field-final-scope = آش تبنا فاللخر
field-final-reason = علاش كاين الفرق فاللخر
field-parties = شكون كيدير آش
field-updated = آخر مرة تبدل
field-kept = العواميد لخرين ديال الملف
field-carried = الملف اللول عاود جا.
part-amount = شحال
part-approved = إمتى تصادق عليه
part-party = شكون
part-at = المرحلة
part-date = النهار
part-reason = علاش
part-id = النمرة
part-payer = شكون كيخلص
part-payee = شكون كيتخلص
part-source = المصدر
part-address = العنوان
part-email = الإيمايل
part-telephone = التيلفون
part-scheme = السجل
part-legal-name = السمية فالقانون
part-name = السمية
part-roles = آش كيدير
part-registered = نمرة التسجيل
part-contact = كيفاش تواصلو
part-number = النمرة
part-title = السمية
part-vote = التصويت
part-body = المجلس
part-decision = القرار
part-ayes = اللي معاها
part-noes = اللي ضدها
part-abstained = اللي امتنعو
part-scope = الأشغال
part-nature = آش فيها
part-status = فين وصلات
part-method = كيفاش دارو الصفقة
part-method-words = كيفاش دارو الصفقة
part-bidders = اللي تنافسو
part-estimate = الثمن اللي تقدر
part-value = الثمن
part-final-value = الثمن اللخر
part-signed = التوقيع
part-start = البدية
part-end = اللخر
part-buyer = اللي شرا
part-administrator = شكون كيتبع
part-suppliers = المقاولين
part-modifications = التبديلات
part-what = على آش
part-description = بالتفصيل
part-old-value = الثمن القديم
part-new-value = الثمن الجديد
part-old-end = إمتى كانت خاصها تسالي قبل
part-new-end = إمتى ولات خاصها تسالي
part-planned-start = إمتى كان خاصو يبدا
part-planned-end = إمتى خاصو يسالي
part-actual-start = إمتى بدا بصح
part-actual-end = إمتى سالا بصح
part-kind = النوع
part-due = إمتى خاصها تكون
part-met = إمتى تحققات
part-percent = النسبة
part-women = العيالات
part-men = الرجال
part-total = المجموع
part-planned = الموعودة
part-created = اللي تخلقات بصح
part-planned-groups = الموعودة، كل فئة بوحدها
part-created-groups = اللي تخلقات بصح، كل فئة بوحدها
part-sex = عيالات ولا رجال
part-age = العمر
part-duration = المدة
part-local = من ناس البلاصة
part-count = شحال من واحد
part-who = شكون
part-people = الناس
part-impact-assessed = تدرس شنو كيدير للطبيعة
part-protected-area = بلاصة محمية
part-environment = الطبيعة
part-land-compensation = التعويض لماليين الأرض
part-land = الأرض
part-accessible = كيقدرو يدخلو ليه كاملين
part-accessibility = الولوجيات
part-url = العنوان فالأنترنيت
part-published = إمتى تنشر
part-format = الصيغة
part-language = اللغة
part-file = الملف
part-alt = آش كيبان فيها
part-taken = إمتى تصورات
part-point = البلاصة
part-credit = شكون صورها
part-size = الكبر ديالها
part-jobs = الخدمات
part-ground = علاش ما تنشرش
part-code = الكود
part-given = كيفما جا
part-shape = الرسم
part-type = النوع ديال الرسم
part-coordinates = الرسم
part-label = كيفاش مسمي

# More filters of the list, and what a place adds up
filter-organisation = شكون كيخلص ولا كيبني
filter-organisation-all = كاملين
filter-organisation-pays = شكون كيخلص
filter-organisation-builds = شكون كيبني
filter-state = اللي خاصهم يتراقبو
filter-state-all = المشاريع كاملين
state-late = معطلين
state-silent = هادي كتر من 90 يوم وما كاين عليهم حتى خبار
state-ahead = الخلاص فيهم سابق الخدمة
place-stages = فين وصلو؟
place-late = { $count ->
    [zero] حتى مشروع ما معطل
    [one] مشروع واحد معطل
    [two] جوج ديال المشاريع معطلين
    [few] { $count } ديال المشاريع معطلين
    [many] { $count } مشروع معطلين
   *[other] { $count } مشروع معطلين
}
place-silent = { $count ->
    [zero] حتى مشروع ما فات 90 يوم بلا خبار
    [one] مشروع واحد ما كاين عليه حتى خبار هادي كتر من 90 يوم
    [two] جوج ديال المشاريع ما كاين عليهم حتى خبار هادي كتر من 90 يوم
    [few] { $count } ديال المشاريع ما كاين عليهم حتى خبار هادي كتر من 90 يوم
    [many] { $count } مشروع ما كاين عليهم حتى خبار هادي كتر من 90 يوم
   *[other] { $count } مشروع ما كاين عليهم حتى خبار هادي كتر من 90 يوم
}

# Who pays and who builds
organisations-title = شكون كيخلص، وشكون كيبني
organisations-lede = الإدارات والممولين والشركات اللي مذكورين فالمشاريع.
organisations-words = السمية
organisations-role = آش كيديرو
organisations-all = كاملين
organisations-funder = اللي كيخلصو
organisations-supplier = اللي كيبنيو
organisations-owner = اللي كيقررو
organisations-do = قلبو
organisations-count = { $count ->
    [zero] حتى مؤسسة
    [one] مؤسسة وحدة
    [two] جوج ديال المؤسسات
    [few] { $count } ديال المؤسسات
    [many] { $count } مؤسسة
   *[other] { $count } مؤسسة
}
organisations-none = ما لقينا حتى مؤسسة بهاد الشروط
organisations-none-why = جربو شي كلمة خرى، ولا خليو آش كيديرو خاوية.
organisations-caption = المؤسسات اللي باينين: { $shown } من { $count }
organisation-name = المؤسسة
organisation-projects = المشاريع
organisation-promised = باش واعدة
organisation-won = الصفقات اللي دات
organisation-number = نمرة التسجيل
organisation-funds = آش كتخلص
organisation-builds = آش كتبني
organisation-owns = المشاريع اللي هي مولاتهم
organisation-other = آش كتدير زيادة على هادشي
organisation-total = كلشي: { $total }
organisation-share = الحصة ديالها
organisation-same-name = هاد الصفحة جامعة المشاريع اللي كاتبين هاد السمية كيف كيف: الملف ما فيهش نمرة التسجيل.
organisation-list = المشاريع ديالها كاملين فاللائحة

# What changed lately
changes-title = آش تبدل
changes-lede = كل حاجة تبدلات فالسجل: شنو، إمتى، شكون وعلاش.
changes-none = ما تبدل والو
changes-none-why = ما تسجلات هنا حتى تبديلة.
changes-new = تسجل هنا
changes-feed = تبعو آش كيتبدل (خيط Atom)
changes-older = التبديلات القدام
import-contract-status = «{ $value }» ماشي حالة ديال شي صفقة فـ OC4IDS (pre-award, active, closed).
import-method = «{ $value }» ماشي طريقة باش كتدار الصفقة (open, selective, limited, direct).
import-yes-or-no = «{ $value }» ماشي آه وماشي لا.
import-contracts = «{ $value }» ماشي بحال «النمرة: شحال».
import-jobs-group = «{ $value }» ماشي فئة ديال الخدمة، بحال «female, 18-35: 9» ولا «local: 12».
import-beneficiaries = الفئات ديال المستافدين والأعداد ديالهم، لي بيناتهم «|»، ماشي قد قد: «{ $value }».
import-modification = «{ $value }» ماشي نوع ديال التبديل (duration, value, scope).
import-milestone = «{ $value }» ماشي حالة ديال شي محطة (scheduled, met, notMet, partiallyMet).

# The head of a page, and long lists
past-head = { $name } — كيفاش تنشر نهار { $date }
ahead-tag = الفلوس سبقات الأشغال
transfers-more = هادو غير 20 حركة لخرين من { $count }. كلشي كاين فالملفات لي تقدرو تحملو.

# كتابة المشاريع فالمكتب

edit-lede = كتبو هنا شنو كتعرف الجهة على المشاريع ديالها. والو ما كيبان حتى يتنشر.
edit-new = مشروع جديد
edit-new-lede = ثلاثة د الحوايج كافيين باش تبداو. والباقي كيتزاد صفحة ب صفحة.
edit-begin = بدا
edit-identifier = رقم المشروع فالملفات ديالكم
edit-identifier-taken = هاد الرقم ديال مشروع آخر. تأكدو منو، ولا قلبو على داك المشروع فالسجل.
edit-mine = المسودات ديالي
edit-waiting = كيتسناوكم باش تنشروهم
edit-saved = تسجل ف { $date }
edit-waits = كيتسنى شي واحد آخر
edit-register = في السجل
edit-search = قلب على مشروع
edit-count = { $count ->
    [zero] حتى مشروع
    [one] مشروع واحد
    [two] جوج مشاريع
    [few] { $count } مشاريع
    [many] { $count } مشروع
   *[other] { $count } مشروع
}
edit-do = بدل
edit-add = زيد
edit-add-lede = سطر جديد
edit-save = سجل
edit-remove = حيد
edit-up = رجع بلا ما تسجل
edit-back = المشاريع كاملين
edit-all-pages = صفحات المسودة كاملين
edit-said = { $count ->
    [zero] مازال والو
    [one] حاجة وحدة
    [two] جوج حوايج
    [few] { $count } حوايج
    [many] { $count } حاجة
   *[other] { $count } حاجة
}
edit-what = شنو
edit-where = فين
edit-when = فوقاش وفين وصل
edit-who = شكون
edit-money = الفلوس
edit-contracts = الاتفاقيات والصفقات
edit-people = الخدمة والناس والطبيعة
edit-files = الوثائق والصور والباقي
edit-at-the-end = فاللخر
edit-jobs-planned = مناصب الشغل المتوقعة
edit-jobs-created = مناصب الشغل المحدثة
edit-twice = كاين سطر آخر كيقول هادشي. بدلو هاد السطر ولا بدلو لاخر.
edit-entry-changed = هاد السطر تبدل فشي نافذة أخرى. رجعو لللائحة وعاودو حلوه.
edit-amount = المبلغ
edit-date = التاريخ
edit-payer = شكون كيخلص
edit-payee = شكون كيتخلص
edit-source = منين عرفناها
edit-number = الرقم
edit-percent = النسبة المئوية
edit-sex = عيالات ولا رجال
edit-age = العمر
edit-duration = المدة
edit-local = ناس البلاصة
edit-count-people = شحال
edit-scheme = السجل أو التصنيف
edit-code = الرمز
edit-words = بالكلمات
edit-place = الإقليم أو الجماعة
edit-given = البلاصة كيف كيسميوها
edit-point = الموقع (خط العرض، خط الطول)
edit-shape = الرسم (GeoJSON)
edit-planned-start = البداية المتوقعة
edit-planned-end = النهاية المتوقعة
edit-actual-start = البداية الفعلية
edit-actual-end = النهاية الفعلية
edit-title = العنوان
edit-kind = النوع
edit-due = لفوقاش
edit-met = وصلنا ليه ف
edit-state = الحالة
edit-name = الاسم
edit-roles = شنو كيدير
edit-registered = الرقم في هذا السجل
edit-legal-name = الاسم القانوني
edit-address = العنوان
edit-email = بريد المصلحة
edit-telephone = هاتف المصلحة
edit-budget = الكلفة المتوقعة
edit-approved = صودق عليها في
edit-party = شكون
edit-at = المرحلة
edit-reason = علاش
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
edit-buyer = اللي كيشري
edit-administrator = شكون كيتبع الصفقة
edit-suppliers = نائلو الصفقة
edit-modifications = الملاحق
edit-modified = شنو كيتبدل
edit-old-value = المبلغ قبل
edit-new-value = المبلغ بعد
edit-old-end = النهاية قبل
edit-new-end = النهاية بعد
edit-women = العيالات
edit-men = الرجال
edit-total = كاملين
edit-jobs-method = كيفاش تحسبو
edit-impact-assessed = دُرس الأثر على البيئة
edit-protected-area = داخل منطقة محمية
edit-environment = شنو كيتدار على ود الطبيعة
edit-land-compensation = تعويضات الأراضي
edit-land = الأراضي
edit-accessible = يقدرو يستعملوه الناس فوضعية إعاقة
edit-accessibility = كيفاش
edit-for-whom = لمن
edit-how-many = شحال ديال الناس
edit-planned-groups = مناصب الشغل المتوقعة حسب الفئات
edit-created-groups = مناصب الشغل المحدثة حسب الفئات
edit-url = العنوان على الإنترنت
edit-published = نُشر في
edit-format = الصيغة (application/pdf)
edit-language = اللغة (ar، fr…)
edit-alt = شنو كيبان فالتصويرة
edit-taken = التُقطت في
edit-credit = شكون صورها
edit-file = الملف
edit-withheld-what = شنو ما تنشرش
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
edit-preview = شوف الصفحة كيف غادي تكون
edit-is-preview = معاينة: هادشي مازال ما تنشر.
edit-publish = قارن ونشر
edit-publish-do = نشر
edit-send = طلب من شي واحد آخر ينشر
edit-second = هنا كينشر واحد آخر من غير اللي كتب. صيفطو ليه هاد المسودة.
edit-why = علاش التغيير
edit-why-hint = كيبقى فالتاريخ العمومي ديال المشروع.
edit-changes = شنو كتبدل هاد المسودة
edit-is-new = هادا مشروع جديد.
edit-no-change = مازال ما تبدل والو.
edit-behind = شي واحد آخر نشر هاد المشروع وانتوما كتكتبو.
edit-see-changes = شوف شنو تبدل
edit-theirs = شنو تنشر فهاد الوقت
edit-both = بدلتو هادشي بجوج: ختارو
edit-no-clash = ما بدلتوش نفس الحوايج: كيتجمعو بجوج.
edit-side-mine = شنو كتبت أنا:
edit-side-theirs = شنو منشور:
edit-choose = ختارو شنو اللي خاصو يبقى.
edit-put-together = جمعهم
edit-changed-meanwhile = شي حاجة تبدلات فهاد الوقت. عاودو قراو ومن بعد عاودو.
edit-needs-another = خاص شي واحد آخر ينشر هاد المسودة.
edit-unfinished = ناقصة سمية المشروع ولا الرقم ديالو.
edit-give-up = سمح فهاد المسودة
edit-give-up-hint = اللي منشور كيبقى كيف ما هو.
edit-give-up-do = سمح فيها
edit-is-published = تنشر.
edit-see-page = شوف الصفحة
edit-is-given-up = هاد المسودة تسمح فيها. اللي منشور كيبقى كيف ما هو.
edit-is-sent = هاد المسودة كتتسنى شي واحد آخر. إلا بدلتوها كترجع ليكم.
edit-which = شمن نوع وشمن مرحلة
