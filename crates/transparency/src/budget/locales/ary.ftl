# The pages of the budget

section-budget = الميزانية
budget-title = فلوس الجهة: منين كيجيو، وفين كيمشيو
budget-title-of = ميزانية { $year }: منين كيجيو الفلوس، وفين كيمشيو
budget-title-in = ميزانية { $year }، { $place }
budget-citizen = ميزانية ديال الناس { $year }
budget-years = سنين خرين
budget-none = ما تنشرات حتى ميزانية دابا
budget-none-why = ملي تنشر الجهة الميزانية ديالها غادي تلقاوها هنا، سطر بسطر. تقدرو تطلبوها.
budget-back = الميزانية كاملة ديال { $year }
budget-minute = فدقيقة وحدة
budget-minute-is = ف { $year }، الجهة كتسنا يدخلو ليها { $in } وتصرف { $out }.
budget-minute-was = ف { $year }، دخلو للجهة { $in } وخلصات { $out }.
budget-minute-first = من كل 100 { $currency } كتصرف، { $count } كيمشيو هنا اللولين: { $name }.
budget-minute-left = من بعد التسيير كيبقاو { $amount } باش تبني وتجهز.
budget-fig-all = المصاريف كاملين ديال العام
budget-fig-equipment = باش تبني وتجهز ({ $percent } %)
budget-fig-running = باش تمشي الخدمة فالجهة ({ $percent } %)
budget-divided = لكل واحد ساكن: قسمنا الفلوس على { $people } ديال السكان. منين جا العدد: { $source } ({ $year }).
budget-less-than = قل من { $amount }
budget-from = منين كيجيو الفلوس؟
budget-from-caption = منين كيجيو الفلوس: { $what }
budget-source = منين
budget-where = فين كيمشيو الفلوس؟
budget-where-caption = فين كيمشيو الفلوس: { $what }
budget-for-what = على آش
budget-amount = شحال
budget-each = لكل واحد ساكن
budget-each-year = لكل واحد ساكن فالعام
budget-against = مقارنة مع { $year }
budget-total = المجموع
budget-same = بقى كيما كان
budget-no-change-known = ما معروفش
budget-unsorted = باقي ما ترتبش
budget-rest = كل ما بقى
budget-by-nodes = حتى واحد ما قال باقي كل سطر علاش. ها هما أكبر الأبواب د هاد الميزانية، بالسميات ديالها.
budget-rug = زربية ديال 100 { $currency }
budget-rug-lede = كل عقدة فهاد الزربية هي 1 من 100 { $currency } اللي كتصرف الجهة.
budget-rug-label = من 100 { $currency }: { $parts }
budget-as-voted = نفس المصاريف كيما رتبهم القانون
budget-chapters-caption = الأجزاء والأبواب ديال المصاريف
budget-chapter-word = الباب
budget-all-lines = { $count ->
    [zero] ما كاين حتى سطر
    [one] شوفو السطر
    [two] شوفو جوج سطور كيما تصوت عليهم
    [few] شوفو { $count } ديال السطور كيما تصوت عليهم
    [many] شوفو { $count } سطر كيما تصوت عليهم
   *[other] شوفو { $count } سطر كيما تصوت عليهم
}
budget-others = حدا الميزانية: حسابات ما داخلين فحتى مجموع ديال هاد الصفحة
budget-others-folded = { $count ->
    [zero] حتى حساب آخر
    [one] حساب واحد آخر
    [two] جوج حسابات خرين
    [few] { $count } ديال الحسابات خرين
    [many] { $count } حساب آخر
   *[other] { $count } حساب آخر
}
budget-projects = المشاريع ديال العام
budget-projects-found = { $count ->
    [zero] السطور ديال هاد الميزانية ما كيذكرو حتى مشروع من السجل.
    [one] السطور ديال هاد الميزانية كيذكرو مشروع واحد من السجل.
    [two] السطور ديال هاد الميزانية كيذكرو جوج مشاريع من السجل.
    [few] السطور ديال هاد الميزانية كيذكرو { $count } ديال المشاريع من السجل.
    [many] السطور ديال هاد الميزانية كيذكرو { $count } مشروع من السجل.
   *[other] السطور ديال هاد الميزانية كيذكرو { $count } مشروع من السجل.
}
budget-projects-missing = { $count ->
    [zero] كاملين كاينين فالسجل.
    [one] وكاين واحد آخر ما كاينش فالسجل.
    [two] وكاين جوج خرين ما كاينينش فالسجل.
    [few] وكاين { $count } خرين ما كاينينش فالسجل.
    [many] وكاين { $count } آخر ما كاينينش فالسجل.
   *[other] وكاين { $count } آخر ما كاينينش فالسجل.
}
budget-projects-none = السطور ديال هاد الميزانية ما كيقولوش على أينا مشاريع.
budget-projects-all = شوفو السجل كامل
budget-jobs = الخدمة والعيالات
budget-jobs-lede = هادي بلايص الخدمة فالمشاريع اللي كتذكر هاد الميزانية، العيالات بوحدهم والرجال بوحدهم.
budget-jobs-none = بلايص الخدمة ديال هاد المشاريع ما تنشروش.
budget-words = شرح الكلمات
budget-files-title = ديو الأرقام معاكم
budget-files = الميزانية كاملة
budget-kilobytes = { $count } كيلو بايت
budget-signed = الورقة الموقعة (PDF)
budget-not-signed = الورقة الموقعة ما تنشراتش.
budget-version = النسخة { $number }، ديال { $date }

phases-label = فاينا وقت
phase-voted = اللي تصوت عليها
phase-modified = اللي تبدلات
phase-executed = اللي تنفذات
measure-commitment = اللي يمكن يتوعد بيه
measure-payment = المتوقع فالعام
measure-committed = اللي توعدو بيه
measure-paid = اللي تخلص ولا دخل
direction-revenue = المداخيل
direction-spending = المصاريف
part-running = التسيير
part-equipment = التجهيز
account-main = ميزانية الجهة
account-annexed = ميزانية ملحقة بيها
account-special = حساب خاص

balance-title = واش الميزانية موزونة؟
balance-yes = إيه.
balance-no = لا.
balance-running = التسيير كيدخلو ليه
balance-spends = وكيصرف
balance-left = وكيبقاو { $amount }.
balance-lacks = وكيخصو { $amount }.
balance-carried = ومنهم كيمشيو للتجهيز
balance-not-carried = وحتى حاجة ما كتمشي للتجهيز.
balance-unknown = الجوج أجزاء ديال الميزانية ما تنشروش.
law-tally = القواعد ديال القانون: { $kept } محتارمينها، { $broken } ما محتارمينهاش، { $unknown } ما يمكنش نعرفو.
law-see-all = شوفو كل قاعدة

changed-title = آش تبدل؟
changed-total = ف { $before } كانو المصاريف { $was }. وف { $now } هما { $is }.
changed-caption = الأبواب اللي تبدلو كتر
changed-change = شحال تبدل
changed-nothing = ما تبدل حتى مبلغ.
changed-none = العام اللي فات ما تنشرش: ما يمكنش نقارنو.
changed-all = قارنو مع { $year }، سطر بسطر
compare-title = قارنو بين جوج سنين
compare-title-of = { $year } حدا { $other }
compare-lede = كل عام فالعمود ديالو. ما كنجمعو والو بين السنين.
compare-with = قارنو مع عام
compare-do = قارنو
compare-none = كاين غير عام واحد منشور: باقي ما يمكنش نقارنو.
compare-caption = الجوج سنين فنفس الوقت: { $phase }
compare-chapters = باب بباب
compare-lines = السطور اللي تبدلو كتر

placed-title = الإقليم ديالكم والجماعة ديالكم
placed-of = ميزانية الجهة { $year }، هنا
placed-choose = إقليم ولا جماعة
placed-all = الأقاليم كاملين
placed-caption = آش نقدرو نقولو على فين كتصرف الفلوس
placed-each = لكل واحد ساكن فالبلاصة
placed-nothing = ما منسوب والو
placed-apart = آش ما نقدروش نقولو على هاد البلاصة
placed-reason = علاش
placed-several = على بزاف د الأقاليم ولا على الجهة كاملة
placed-outside = شي طرف منو برا الجهة
placed-shared = شي طرف منو هنا، وشحال ما منشورش
placed-elsewhere = لبلايص خرين
placed-nowhere = البلاصة ما منشوراش
placed-share = من كل 100 كتصرف، { $percent } منسوبين لهنا.
placed-why = ما كنقسمو والو بالزهر: اللي كيخدم بزاف د البلايص ما كنعطيوه حتى لوحدة.

decided-title = كيفاش تقرر هادشي
decided-documents = الوراق كيوصلو للجنة.
decided-adopted = المجلس كيصوت على الميزانية.
decided-visa-asked = كيطلبو التأشيرة.
decided-visa-given = كتعطى التأشيرة.
decided-deposited = الميزانية كتولي مفتوحة للناس فالمقر.
decided-published = الميزانية كتنشر لكلشي.
decided-statement = بيان التنفيذ كيقول شحال تصرف بصح.
decided-before = قبل { $date }
decided-unknown = التاريخ ما منشورش.
decided-late = معطل: القانون كيقول حتى ل { $date }.
decided-votes = التصويت:
decided-votes-title = { $count ->
    [zero] ما كاين تصويت
    [one] تصويت واحد
    [two] جوج تصويتات
    [few] { $count } ديال التصويتات، باب بباب
    [many] { $count } تصويت، باب بباب
   *[other] { $count } تصويت، باب بباب
}
decided-on = على آش
decided-yes = معاه
decided-no = ضدو
decided-abstained = اللي سكتو
decided-docs = الوراق اللي جاو مع المشروع: { $known } من { $all }.
decided-audit = المراقبة:

budget-spent = واش تصرفو الفلوس؟
spent-title-of = { $year }: واش تصرفو الفلوس؟
spent-lede = يصوتو، يبدلو، يوعدو، يخلصو: كل وقت كنقولوه بوحدو.
spent-steps = وقت من بعد وقت
spent-voted = تصوت عليه
spent-modified = تبدل
spent-committed = توعدو بيه
spent-paid = تخلص
came-voted = اللي كنا كنتسناو
came-modified = اللي كنا كنتسناو من بعد التبديل
came-paid = اللي دخل بصح
spent-of-hundred = { $percent } من كل 100 تصوت عليها
spent-hundred = من كل 100 تصوت عليها
spent-apart = هاد المبالغ ما كيتجمعوش: هما نفس الفلوس فأوقات مختلفة.
spent-caption = المصاريف: { $what }
spent-beside = آش تصوت عليه، وفين وصل
spent-none = هاد الوقت ما منشورش.
spent-more = شوفو على آش، وقت بوقت

law-title-of = واش ميزانية { $year } كتحتارم القانون؟
law-lede = كل قاعدة ديال القانون، قريناها فالأرقام والتواريخ المنشورين. اللي ما تقالش ما كيحتارم والو وما كيخالف والو.
law-kept = محتارمة
law-broken = ما محتارماش
law-cannot-tell = ما يمكنش نعرفو
law-kept-title = القواعد اللي محتارمة
law-broken-title = القواعد اللي ما محتارماش
law-unknown-title = القواعد اللي ما يمكنش نعرفوها
law-days = { $count ->
    [zero] قل من نهار
    [one] نهار واحد
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يوم
   *[other] { $count } يوم
}
law-more = { $count ->
    [zero] ما كاين بلاصة خرى
    [one] وبلاصة خرى
    [two] وجوج بلايص خرين
    [few] و{ $count } د البلايص خرين
    [many] و{ $count } بلاصة خرى
   *[other] و{ $count } بلاصة خرى
}

say-title = آش بان ليكم فهاد الصفحة
say-understood = واش فهمتو هاد الصفحة؟
say-yes = إيه
say-not-all = ماشي كلشي
say-explain = آش خاصنا نشرحو حسن؟
say-private = بلا حساب وبلا سمية. ما تكتبو حتى حاجة شخصية.
say-send = صيفطو
say-choose = ختارو إيه ولا ماشي كلشي
say-later = بزاف د الناس كيكتبو دابا. عاودو من بعد شي دقايق
say-thanks-title = شكرا ليكم
say-thanks = تسجل الرأي ديالكم.
say-thanks-next = الجهة كتقرا آش كتكتبو وكتصلح الشرح ديالها.
say-counted = جاوبو { $count } ديال الناس، و{ $understood } فهمو كلشي.

lines-title = السطور ديال الميزانية
lines-title-of = السطور ديال ميزانية { $year }
lines-lede = كل سطر مبلغ صوت عليه المجلس. قلبو على شي كلمة، ولا ختارو.
lines-filter = ختارو السطور
lines-do = شوفو السطور
lines-clear = مسحو كلشي
lines-count = { $count ->
    [zero] حتى سطر
    [one] سطر واحد
    [two] جوج سطور
    [few] { $count } ديال السطور
    [many] { $count } سطر
   *[other] { $count } سطر
}
lines-caption = السطور اللي باينين: { $shown } من { $count }
lines-line = السطر
lines-direction = داخل ولا خارج
lines-part = الجزء
lines-node = الباب
lines-purpose = على آش
lines-account = الحساب
lines-any-direction = المداخيل والمصاريف
lines-any-part = بجوج
lines-any-node = كاملين
lines-any-purpose = كلشي
lines-any-place = فين ما كان
lines-any-account = كاملين
lines-no-place = بلاصة ما منشوراش
lines-by-path = كيما فالميزانية
lines-by-amount = شحال، الكبير هو اللول
lines-none = ما كاين حتى سطر بهاد الشروط
lines-none-why = نقصو من الشروط، ولا جربو شي كلمة خرى.
lines-sums = شحال كيديرو هاد السطور
lines-never-added = المداخيل والمصاريف عمرهم ما كيتجمعو.
lines-accounts-meet = ميزانية الجهة والحسابات اللي حداها مجموعين هنا. ختارو حساب باش تفرقوهم.
lines-carried = الفائض اللي مشا للتجهيز ({ $amount }) ما محسوبش: غادي نحسبو نفس الفلوس جوج مرات.
lines-surplus = فائض

node-title = { $name } — ميزانية { $year }
node-no-words = هاد الطرف من الميزانية باقي ما تشرحش بكلام ساهل.
node-lines = سطور
node-within = آش فيه
node-below = آش فيه: { $what }
node-objectives = الأهداف
node-indicators = كيفاش كيتقاسو
node-indicator = القياس
node-baseline = منين بدينا
node-target = فين بغينا نوصلو
node-measured = شحال تقاس
node-by-sex = العيالات والرجال كل واحد بوحدو
node-years = من عام لعام
node-years-caption = كل عام وكل وقت بوحدو
node-year = العام
line-path = فين كاين فالميزانية
line-about = آش كيقول هاد السطر
line-code = الأرقام ديالو
line-id = الرقم الخاص بيه
line-nature = الطبيعة الاقتصادية ديالو
line-cofog = الوظيفة ديالو (COFOG)
line-family = النوع ديالو فالقانون
line-mandatory = مصروف مفروض
line-pdr = كيخدم برنامج التنمية ديال الجهة
line-basis = على آش بنينا التوقع
line-places = البلاصة
line-project = المشروع
line-project-missing = هاد المشروع باقي ما كاينش فالسجل.
line-history = آش كان مكتوب قبل
line-ask-history = قلبو على آش كان مكتوب قبل
line-never-changed = هاد السطر ما تبدلش.
line-was = النسخ اللي كان فيها هاد السطر كيقول حاجة خرى
line-version = النسخة
line-was-not = ما كانش فيها
