# The frame around every page, errors, forms and shared components.
# Darija, as it is spoken. See docs/LANGUAGE-REVIEW.md.

site-name = انفتاح
site-tagline = Infitah · الجهة بابها محلول
council-of = مجلس جهة { $region }
demo-banner = هادي تجربة وصافي: المشاريع والمبالغ مخترعين. الجماعات وأرقام الإحصاء بصح.
demo-word = تجربة
not-published = ما تنشرش

skip-to-content = دوزو نيشان للمحتوى
languages-label = اللغة ديال الصفحة
sections-label = الأقسام ديال الموقع
crumbs-label = فين نتوما دابا
search-site = قلبو فالموقع
search-do = قلبو
search-what = على آش كتقلبو؟
place-label = البلاصة:
place-choose-province = ختارو إقليم
place-or-commune = ولا شي جماعة
place-show = شوفو
section-projects = المشاريع
section-places = البلايص
home-link = الصفحة اللولة

# Listening to a page
listen-title = سمعو هاد الصفحة
listen-section = سمعو هاد الجزء
listen-voices = { $count ->
    [zero] بلا صوت
    [one] صوت واحد
    [two] جوج ديال الأصوات
    [few] { $count } ديال الأصوات
    [many] { $count } صوت
   *[other] { $count } صوت
}
listen-person = بصوت ديال إنسان
listen-machine = سمعو (صوت ديال الجهاز)
listen-not-yet = باقي ما تسجلاتش
listen-no-voice = باقي ما تسجلاتش، وهاد الجهاز ما عندوش صوت لهاد اللغة
listen-stop = حبسو
listen-elsewhere = حلو الصفحة باللغة { $language }

# Footer
help-title = محتاجين شي معاونة؟
help-phone = تقدرو تعيطو. غادي نجاوبوكم باللغة ديالكم.
help-no-phone = نمرة التيلفون باقي ما تنشراتش.
contact-title = تواصلو معانا
about-title = على انفتاح
about-link = هاد الموقع
accessibility-link = الولوجيات: آش خدام وآش باقي ناقص
privacy-link = القانون والخصوصية ديالكم
data-link = معطيات مفتوحة
words-link = الكلمات مشروحة
messages-link = شحال كيتكلفو الميساجات
design-link = القطع اللي مصايب منها الموقع
outbox-link = الميساجات اللي كانو غادي يمشيو

# Errors
error-not-found = هاد الصفحة ما كايناش
error-date = هاد التاريخ ما تقراش؛ كتبو 2026-11-23.
error-bad-request = العنوان ولا الطلب ناقص
error-method = هاد الصفحة ما كتخدمش بهاد الطريقة
error-too-large = داكشي اللي صيفطتو كبير بزاف
error-forbidden = ما قدرناش نتأكدو من هاد الطلب. حلو الصفحة وعاودو
error-busy = بزاف ديال الناس داخلين دابا. عاودو من هنا شوية
error-timeout = الكونيكسيون تقيلة بزاف. عاودو جربو
error-internal = وقع مشكل من جهتنا. ما ضاع والو
error-ways-on = تقدرو تقلبو على داكشي اللي بغيتو، ولا تعاودو تبداو من شي صفحة من هادو.
error-number = الغلط رقم { $number }
form-error-prefix = غلط:
form-errors-title = كاين شي مشكل
form-required = كتبو شي حاجة هنا
form-too-long = ما تفوتوش هاد العدد ديال الحروف: { $figure }
form-not-a-number = كتبو شي رقم، بحال 1 234,50
form-not-a-date = كتبو شي تاريخ، بحال { "\u2066" }2026-11-23{ "\u2069" }

# Money
money-units = { $amount } { $currency }
money-million = { $amount } مليون { $currency }
money-millions = { $amount } مليون { $currency }
money-billion = { $amount } مليار { $currency }
money-billions = { $amount } مليار { $currency }
currency-MAD = درهم
# For narrow columns
money-short-units = { $amount } { $currency }
money-short-millions = { $amount } مليون { $currency }
money-short-billions = { $amount } مليار { $currency }
currency-short-MAD = درهم

# Stages
stages-label = المراحل ديال المشروع
stage-done = (سالات)
stage-now = (دابا)
stage-later = (من بعد)
stage-idea = فكرة
stage-prepared = موجّد
stage-works = الأشغال خدامة
stage-finished = سالا
stage-service = خدام

# Progress
progress-built = الأشغال اللي تنجزات
progress-paid = الفلوس اللي تخلصات
progress-built-short = تنجز
progress-paid-short = تخلص
progress-measured = تقاس نهار { $date }.
progress-source = المصدر:
progress-gap = { $points ->
    [zero] الخلاص والخدمة قد قد.
    [one] الخلاص سابق الخدمة بنقطة وحدة.
    [two] الخلاص سابق الخدمة بجوج ديال النقط.
    [few] الخلاص سابق الخدمة بـ{ $points } ديال النقط.
    [many] الخلاص سابق الخدمة بـ{ $points } نقطة.
   *[other] الخلاص سابق الخدمة بـ{ $points } نقطة.
}

# Who pays
funding-caption = شكون كيخلص شحال
funding-who = شكون كيخلص
funding-promised = باش واعد
funding-total = المجموع
funding-differs = الحسابات ما كيخرجوش للمجموع.
funding-differs-by = ملي جمعناهم لقينا { $sum }؛ والثمن المنشور هو { $total }.

# Lists
pages-label = الصفحات ديال اللائحة
pages-page = الصفحة
pages-next = الصفحة اللي من بعد
downloads-list = نزلو هاد اللائحة عندكم

# The gallery of the demonstration
design-form-name = سميتكم
