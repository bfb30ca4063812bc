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
fewer-than-five = قل من 5

party-owner = مول المشروع
party-procuring = شكون مكلف بالتنفيذ
party-contractor = المقاول

change-label = { $label }:
change-first = المشروع تسجل هنا.
change-stage = المرحلة
change-cost = الثمن
change-planned-end = إمتى خاصو يسالي
change-other = تزادو ولا تصححو شي معلومات.
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
import-not-utf8 = هاد الملف ماشي UTF-8. سجلوه بـ «CSV UTF-8».
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

file-source = شكون نشرو
file-licence = الرخصة
file-date = حتى لـ
file-address = العنوان ديال الملف
