# The frame around every page, errors, forms and shared components.

site-name = انفتاح
site-tagline = Infitah · جهة مفتوحة للجميع
council-of = مجلس جهة { $region }
demo-banner = نسخة تجريبية: المشاريع والمبالغ خيالية. أما الجماعات وأرقام الإحصاء فحقيقية.
demo-word = نسخة تجريبية
not-published = غير منشور

skip-to-content = انتقلوا إلى المحتوى
languages-label = لغة الصفحة
sections-label = أقسام الموقع
crumbs-label = مكانكم في الموقع
search-site = البحث في الموقع
search-do = بحث
search-what = عمّ تبحثون؟
place-label = المكان:
place-choose-province = اختاروا إقليما
place-or-commune = أو جماعة
place-show = عرض
section-projects = المشاريع
section-places = الأماكن
home-link = الصفحة الرئيسية

# Listening to a page
listen-title = استمعوا إلى هذه الصفحة
listen-section = استمعوا إلى هذا الجزء
listen-voices = { $count ->
    [zero] بلا أصوات
    [one] صوت واحد
    [two] صوتان
    [few] { $count } أصوات
    [many] { $count } صوتا
   *[other] { $count } صوت
}
listen-person = بصوت إنسان
listen-machine = استمعوا (صوت الجهاز)
listen-not-yet = لا تسجيل بعد
listen-no-voice = لا تسجيل بعد، وليس في هذا الجهاز صوت لهذه اللغة
listen-stop = أوقفوا الصوت
listen-elsewhere = افتحوا الصفحة بهذه اللغة: { $language }

# Footer
help-title = تحتاجون مساعدة؟
help-phone = يمكنكم الاتصال بنا. نجيبكم بلغتكم.
help-no-phone = لم يُنشر رقم الهاتف بعد.
contact-title = اتصلوا بنا
about-title = عن الموقع
about-link = هذا الموقع
accessibility-link = سهولة الولوج: ما يعمل وما ينقص
privacy-link = الإشعار القانوني والحياة الخاصة
data-link = معطيات مفتوحة
words-link = كلمات مشروحة
messages-link = كلفة الرسائل
design-link = مكونات الموقع
outbox-link = الرسائل التي كانت سترسل

# Errors
error-not-found = هذه الصفحة غير موجودة
error-date = تعذرت قراءة هذا التاريخ؛ اكتبوا 2026-11-23.
error-bad-request = العنوان أو ما أرسلتموه غير كامل
error-method = لا يمكن استعمال هذه الصفحة بهذه الطريقة
error-too-large = ما ترسلونه أكبر من المسموح به
error-forbidden = لم نستطع التحقق مما أرسلتموه. افتحوا الصفحة وأعيدوا المحاولة
error-busy = عدد الزوار كبير الآن. أعيدوا المحاولة بعد لحظات
error-timeout = كان الاتصال بطيئا جدا. أعيدوا المحاولة
error-internal = وقع خطأ عندنا. لم يضع أي شيء
error-ways-on = يمكنكم البحث عما تريدون، أو البدء من جديد من إحدى هذه الصفحات.
error-number = خطأ { $number }
form-error-prefix = خطأ:
form-errors-title = هناك مشكل
form-required = اكتبوا شيئا هنا
form-too-long = { $figure ->
    [zero] لا تكتبوا شيئا هنا
    [one] اكتبوا حرفا واحدا على الأكثر
    [two] اكتبوا حرفين على الأكثر
    [few] اكتبوا { $figure } أحرف على الأكثر
    [many] اكتبوا { $figure } حرفا على الأكثر
   *[other] اكتبوا { $figure } حرف على الأكثر
}
form-not-a-number = اكتبوا عددا، مثل 1 234,50
form-not-a-date = اكتبوا تاريخا، مثل { "\u2066" }2026-11-23{ "\u2069" }

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
stages-label = مراحل المشروع
stage-done = (تم)
stage-now = (الآن)
stage-later = (لاحقا)
stage-idea = فكرة
stage-prepared = مُحضَّر
stage-works = أشغال
stage-finished = منتهٍ
stage-service = في الخدمة

# Progress
progress-built = أُنجز في الميدان
progress-paid = صُرف من المال
progress-built-short = أُنجز
progress-paid-short = صُرف
progress-measured = قيس يوم { $date }.
progress-source = المصدر:
progress-gap = { $points ->
    [zero] لا فرق بين الصرف والإنجاز.
    [one] الصرف يسبق الإنجاز: الفرق نقطة واحدة.
    [two] الصرف يسبق الإنجاز: الفرق نقطتان.
    [few] الصرف يسبق الإنجاز: الفرق { $points } نقاط.
    [many] الصرف يسبق الإنجاز: الفرق { $points } نقطة.
   *[other] الصرف يسبق الإنجاز: الفرق { $points } نقطة.
}

# Who pays
funding-caption = من يدفع كم
funding-who = من يدفع
funding-promised = المبلغ الموعود
funding-total = المجموع
funding-differs = مجموع الحصص لا يساوي الكلفة.
funding-differs-by = مجموع الحصص { $sum }؛ والكلفة المنشورة { $total }.

# Lists
pages-label = صفحات القائمة
pages-page = صفحة
pages-next = الصفحة التالية
downloads-list = حمّلوا هذه القائمة

# The gallery of the demonstration
design-form-name = اسمكم
