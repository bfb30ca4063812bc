# The pages of the budget

section-budget = الميزانية
budget-title = مال الجهة: من أين يأتي، وأين يذهب
budget-title-of = ميزانية { $year }: من أين يأتي المال، وأين يذهب
budget-title-in = ميزانية { $year }: { $place }
budget-citizen = ميزانية المواطن { $year }
budget-years = سنوات أخرى
budget-none = لم تُنشر أي ميزانية بعد
budget-none-why = حين تنشر الجهة ميزانيتها ستجدونها هنا، سطرا سطرا. يمكنكم طلبها.
budget-back = الميزانية كاملة: { $year }
budget-minute = في دقيقة واحدة
budget-minute-is = في { $year }، تتوقع الجهة أن تحصل على { $in } وأن تصرف { $out }.
budget-minute-was = في { $year }، حصلت الجهة على { $in } وأدت { $out }.
budget-minute-first = من كل 100 { $currency } تُصرف، { $count } تذهب أولا إلى: { $name }.
budget-minute-left = يترك التسيير { $amount } للبناء والتجهيز.
budget-fig-all = كل نفقات السنة
budget-fig-equipment = للبناء والتجهيز ({ $percent } %)
budget-fig-running = لتسيير الجهة ({ $percent } %)
budget-divided = لكل ساكن: قُسمت المبالغ على { $people } من السكان. المصدر: { $source } ({ $year }).
budget-less-than = أقل من { $amount }
budget-from = من أين يأتي المال؟
budget-from-caption = من أين يأتي المال: { $what }
budget-source = المصدر
budget-where = أين يذهب المال؟
budget-where-caption = أين يذهب المال: { $what }
budget-for-what = لأي شيء
budget-amount = المبلغ
budget-each = لكل ساكن
budget-each-year = لكل ساكن في السنة
budget-against = مقارنة مع { $year }
budget-total = المجموع
budget-same = لم يتغير
budget-no-change-known = غير معروف
budget-unsorted = لم يُصنف بعد
budget-rest = كل ما عدا ذلك
budget-by-nodes = لم يقل أحد بعد الغرض من كل سطر. هذه أكبر أبواب هذه الميزانية، كما تسميها هي.
budget-rug = زربية 100 { $currency }
budget-rug-lede = كل عقدة في هذه الزربية هي 1 من 100 { $currency } تصرفها الجهة.
budget-rug-label = من 100 { $currency }: { $parts }
budget-as-voted = النفقات نفسها بترتيب القانون
budget-chapters-caption = أجزاء النفقات وأبوابها
budget-chapter-word = الباب
budget-all-lines = { $count ->
    [zero] لا سطر
    [one] عرض السطر
    [two] عرض السطرين كما صوت عليهما المجلس
    [few] عرض { $count } أسطر كما صوت عليها المجلس
    [many] عرض { $count } سطرا كما صوت عليها المجلس
   *[other] عرض { $count } سطر كما صوت عليها المجلس
}
budget-others = إلى جانب الميزانية: حسابات لا تدخل في أي مجموع من هذه الصفحة
budget-others-folded = { $count ->
    [zero] لا حسابات أخرى
    [one] حساب آخر
    [two] حسابان آخران
    [few] { $count } حسابات أخرى
    [many] { $count } حسابا آخر
   *[other] { $count } حساب آخر
}
budget-projects = مشاريع السنة
budget-projects-found = { $count ->
    [zero] أسطر هذه الميزانية لا تذكر أي مشروع من السجل.
    [one] أسطر هذه الميزانية تذكر مشروعا واحدا من السجل.
    [two] أسطر هذه الميزانية تذكر مشروعين من السجل.
    [few] أسطر هذه الميزانية تذكر { $count } مشاريع من السجل.
    [many] أسطر هذه الميزانية تذكر { $count } مشروعا من السجل.
   *[other] أسطر هذه الميزانية تذكر { $count } مشروع من السجل.
}
budget-projects-missing = { $count ->
    [zero] كلها في السجل.
    [one] ومشروع آخر ليس في السجل.
    [two] ومشروعان آخران ليسا في السجل.
    [few] و{ $count } مشاريع أخرى ليست في السجل.
    [many] و{ $count } مشروعا آخر ليست في السجل.
   *[other] و{ $count } مشروع آخر ليست في السجل.
}
budget-projects-none = أسطر هذه الميزانية لا تقول أي مشاريع تخدم.
budget-projects-all = عرض السجل كاملا
budget-jobs = الشغل والنساء
budget-jobs-lede = هذه مناصب الشغل في المشاريع التي تذكرها هذه الميزانية، النساء على حدة والرجال على حدة.
budget-jobs-none = مناصب الشغل في هذه المشاريع غير منشورة.
budget-words = شرح الكلمات
budget-files-title = خذوا الأرقام معكم
budget-files = الميزانية كاملة
budget-kilobytes = { $count } كيلوبايت
budget-signed = الوثيقة الموقعة (PDF)
budget-not-signed = الوثيقة الموقعة غير منشورة.
budget-version = النسخة { $number }، بتاريخ { $date }

phases-label = في أي لحظة
phase-voted = المصادق عليها
phase-modified = المعدلة
phase-executed = المنفذة
measure-commitment = يجوز الالتزام به
measure-payment = المتوقع في السنة
measure-committed = المُلتزَم به
measure-paid = ما أُدي أو حُصّل
direction-revenue = المداخيل
direction-spending = النفقات
part-running = التسيير
part-equipment = التجهيز
account-main = ميزانية الجهة
account-annexed = ميزانية ملحقة
account-special = حساب خصوصي

balance-title = هل الميزانية متوازنة؟
balance-yes = نعم.
balance-no = لا.
balance-running = يحصل التسيير على
balance-spends = ويصرف
balance-left = ويبقى { $amount }.
balance-lacks = وينقص { $amount }.
balance-carried = ويذهب منها إلى التجهيز
balance-not-carried = ولا يُرصد شيء للتجهيز.
balance-unknown = جزءا الميزانية غير منشورين.
law-tally = قواعد القانون: { $kept } محترمة، { $broken } غير محترمة، { $unknown } لا يمكن التحقق منها.
law-see-all = عرض كل قاعدة

changed-title = ما الذي تغير؟
changed-total = في { $before } كانت النفقات { $was }. وفي { $now } هي { $is }.
changed-caption = الأبواب التي تغيرت أكثر
changed-change = التغير
changed-nothing = لم يتغير أي مبلغ.
changed-none = السنة السابقة غير منشورة: لا يمكن المقارنة.
changed-all = المقارنة مع { $year }، سطرا سطرا
compare-title = مقارنة سنتين
compare-title-of = { $year } إلى جانب { $other }
compare-lede = كل سنة في عمودها. لا يُجمع شيء بين السنوات.
compare-with = المقارنة مع سنة
compare-do = قارن
compare-none = لم تُنشر إلا سنة واحدة: لا يمكن المقارنة بعد.
compare-caption = السنتان في اللحظة نفسها: { $phase }
compare-chapters = بابا بابا
compare-lines = الأسطر التي تغيرت أكثر

placed-title = إقليمكم وجماعتكم
placed-of = ميزانية الجهة { $year }، هنا
placed-choose = إقليم أو جماعة
placed-all = كل الأقاليم
placed-caption = ما يمكن قوله عن مكان النفقات
placed-each = لكل ساكن في المكان
placed-nothing = لا شيء منسوب
placed-apart = ما لا يمكن نسبته إلى هذا المكان
placed-reason = السبب
placed-several = لعدة أقاليم أو للجهة كلها
placed-outside = جزء منه خارج الجهة
placed-shared = جزء منه هنا، ونصيب المكان غير منشور
placed-elsewhere = لأماكن أخرى
placed-nowhere = المكان غير منشور
placed-share = من كل 100 تُصرف، { $percent } منسوبة إلى هنا.
placed-why = لا شيء يُقسم بالتخمين: النفقة التي تخدم عدة أماكن لا تُنسب إلى أي منها.

decided-title = كيف تقرر ذلك
decided-documents = تصل الوثائق إلى اللجنة.
decided-adopted = يصوت المجلس على الميزانية.
decided-visa-asked = تُطلب التأشيرة.
decided-visa-given = تُمنح التأشيرة.
decided-deposited = تُوضع الميزانية رهن إشارة العموم بالمقر.
decided-published = تُنشر الميزانية للجميع.
decided-statement = بيان التنفيذ يقول ما صُرف فعلا.
decided-before = قبل { $date }
decided-unknown = التاريخ غير منشور.
decided-late = متأخر: القانون يقول { $date } على الأكثر.
decided-votes = التصويت:
decided-votes-title = { $count ->
    [zero] لا تصويت
    [one] تصويت واحد
    [two] تصويتان
    [few] { $count } تصويتات، بابا بابا
    [many] { $count } تصويتا، بابا بابا
   *[other] { $count } تصويت، بابا بابا
}
decided-on = على ماذا
decided-yes = مع
decided-no = ضد
decided-abstained = امتناع
decided-docs = الوثائق المرفقة بالمشروع: { $known } من { $all }.
decided-audit = الافتحاص:

budget-spent = هل صُرف المال؟
spent-title-of = { $year }: هل صُرف المال؟
spent-lede = التصويت، التعديل، الالتزام، الأداء: كل لحظة على حدة.
spent-steps = لحظة بعد لحظة
spent-voted = صُوّت عليه
spent-modified = عُدّل
spent-committed = التُزم به
spent-paid = أُدي
came-voted = المتوقع
came-modified = المتوقع بعد التعديل
came-paid = المحصَّل
spent-of-hundred = { $percent } من كل 100 صُوّت عليها
spent-hundred = من كل 100 صُوّت عليها
spent-apart = هذه المبالغ لا تُجمع: إنه المال نفسه في لحظات مختلفة.
spent-caption = النفقات: { $what }
spent-beside = ما صُوّت عليه، وما صار إليه
spent-none = هذه اللحظة غير منشورة.
spent-more = لأي شيء، لحظة بلحظة

law-title-of = هل تحترم ميزانية { $year } القانون؟
law-lede = كل قاعدة من القانون، مقروءة في الأرقام والتواريخ المنشورة. ما لم يُقل لا يحترم قاعدة ولا يخالفها.
law-kept = محترمة
law-broken = غير محترمة
law-cannot-tell = لا يمكن الحكم
law-kept-title = قواعد محترمة
law-broken-title = قواعد غير محترمة
law-unknown-title = قواعد لا يمكن التحقق منها
law-days = { $count ->
    [zero] أقل من يوم
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يوما
   *[other] { $count } يوم
}
law-more = { $count ->
    [zero] لا موضع آخر
    [one] وموضع آخر
    [two] وموضعان آخران
    [few] و{ $count } مواضع أخرى
    [many] و{ $count } موضعا آخر
   *[other] و{ $count } موضع آخر
}

say-title = رأيكم في هذه الصفحة
say-understood = هل فهمتم هذه الصفحة؟
say-yes = نعم
say-not-all = ليس كلها
say-explain = ماذا علينا أن نشرح أكثر؟
say-private = بلا حساب وبلا اسم. لا تكتبوا شيئا شخصيا.
say-send = إرسال
say-choose = اختاروا نعم أو ليس كلها
say-later = آراء كثيرة تصل الآن. أعيدوا المحاولة بعد بضع دقائق
say-thanks-title = شكرا
say-thanks = سُجل رأيكم.
say-thanks-next = تقرأ الجهة ما تكتبون وتصحح شروحها.
say-counted = أجاب { $count } من الناس، وفهم كل شيء { $understood }.

lines-title = أسطر الميزانية
lines-title-of = أسطر ميزانية { $year }
lines-lede = كل سطر مبلغ صوت عليه المجلس. ابحثوا عن كلمة، أو اختاروا.
lines-filter = اختيار الأسطر
lines-do = عرض الأسطر
lines-clear = مسح الكل
lines-count = { $count ->
    [zero] لا سطر
    [one] سطر واحد
    [two] سطران
    [few] { $count } أسطر
    [many] { $count } سطرا
   *[other] { $count } سطر
}
lines-caption = الأسطر المعروضة: { $shown } من { $count }
lines-line = السطر
lines-direction = الاتجاه
lines-part = الجزء
lines-node = الباب
lines-purpose = لأي شيء
lines-account = الحساب
lines-any-direction = المداخيل والنفقات
lines-any-part = الجزءان
lines-any-node = الكل
lines-any-purpose = كل شيء
lines-any-place = في كل مكان
lines-any-account = الكل
lines-no-place = مكان غير منشور
lines-by-path = ترتيب الميزانية
lines-by-amount = المبلغ، الأكبر أولا
lines-none = لا سطر يطابق
lines-none-why = جربوا شروطا أقل، أو كلمة أخرى.
lines-sums = مجموع هذه الأسطر
lines-never-added = المداخيل والنفقات لا تُجمع أبدا.
lines-accounts-meet = ميزانية الجهة والحسابات الموازية لها مجتمعة هنا. اختاروا حسابا للفصل بينها.
lines-carried = الفائض المرصود للتجهيز ({ $amount }) غير محسوب: وإلا حُسب المال نفسه مرتين.
lines-surplus = فائض

node-title = { $name } — ميزانية { $year }
node-no-words = هذا القسم من الميزانية لم يُشرح بعد بكلمات بسيطة.
node-lines = أسطر
node-within = ما بداخله
node-below = ما بداخله: { $what }
node-objectives = الأهداف
node-indicators = كيف تُقاس
node-indicator = المؤشر
node-baseline = البداية
node-target = الهدف
node-measured = ما قيس
node-by-sex = النساء والرجال كل على حدة
node-years = من سنة إلى أخرى
node-years-caption = كل سنة وكل لحظة على حدة
node-year = السنة
line-path = مكانه في الميزانية
line-about = ما يقوله هذا السطر
line-code = الرموز
line-id = المعرف
line-nature = الطبيعة الاقتصادية
line-cofog = الوظيفة (COFOG)
line-family = الفئة في القانون
line-mandatory = نفقة إجبارية
line-pdr = يخدم برنامج التنمية الجهوية
line-basis = أساس التوقع
line-places = المكان
line-project = المشروع
line-project-missing = هذا المشروع ليس في السجل بعد.
line-history = ما كان مكتوبا من قبل
line-ask-history = البحث عما كان مكتوبا من قبل
line-never-changed = لم يتغير هذا السطر.
line-was = النسخ التي قال فيها هذا السطر شيئا آخر
line-version = النسخة
line-was-not = لم يكن فيها
