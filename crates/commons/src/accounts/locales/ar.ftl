# Signing in, one's own space

sign-in-link = فضائي
sign-in-title = تسجيل الدخول
sign-in-lede = لا حاجة إلى كلمة سر: نرسل إليكم رمزا.
sign-in-address = رقم هاتفكم أو بريدكم الإلكتروني
sign-in-address-hint = مثلا 0612345678. يصلح أيضا هاتف تتقاسمه الأسرة.
sign-in-send = أرسلوا إلي رمزا
sign-in-privacy = لا يستعمل رقمكم إلا لمراسلتكم، ولا يراه أحد في هذا الموقع.
sign-in-no-address = هذا ليس رقم هاتف ولا عنوان بريد إلكتروني. اكتبوا مثلا 0612345678.
sign-in-no-way = لا يرسل هذا الموقع رموزا بهذه الوسيلة بعد. جربوا الأخرى، الهاتف أو البريد الإلكتروني، أو اتصلوا بنا.
sign-in-closed = لا يفتح الناس حساباتهم هنا بأنفسهم. تحتاجون إلى ورقة فيها رمز، أو إلى مساعدة عون.
sign-in-later = طلبت رموز كثيرة. انتظروا عشر دقائق ثم حاولوا من جديد.
sign-in-code-title = اكتبوا الرمز
sign-in-code-lede = أرسلنا إليكم الآن ستة أرقام، صالحة لعشر دقائق.
sign-in-code = الرمز المكون من ستة أرقام
sign-in-code-hint = لا تعطوه لأحد: لا نطلبه أبدا عبر الهاتف.
sign-in-enter = دخول
sign-in-anew = لم يصلني رمز: البدء من جديد
sign-in-demo = في العرض التجريبي لا يرسل شيء. تجدون الرمز في:
sign-in-six = الرمز من ستة أرقام. انظروا إلى رسالتكم.
sign-in-wrong = ليس هذا هو الرمز الصحيح. { $figure ->
    [zero] لم تبق أي محاولة.
    [one] بقيت محاولة واحدة.
    [two] بقيت محاولتان.
    [few] بقيت { $figure } محاولات.
    [many] بقيت { $figure } محاولة.
   *[other] بقيت { $figure } محاولة.
}
sign-in-over = لم يعد هذا الرمز صالحا: استعمل، أو مضى وقته، أو جرب مرات كثيرة. اطلبوا رمزا آخر.
sign-in-who-title = من أنتم؟
sign-in-who-lede = يمكن أن يتقاسم عدة أشخاص هذا العنوان. اختاروا أنفسكم.
sign-in-new-lede = مرحبا بكم. كيف نناديكم؟
sign-in-who = أنا
sign-in-waits = (حساب فتح لكم: يصبح لكم)
sign-in-someone-new = شخص آخر
sign-in-has-paper = لدي ورقة عليها رمز
sign-in-paper = الرمز المكتوب في الورقة
sign-in-paper-hint = عشرة حروف وأرقام سلمت لكم في الشباك أو في الورشة.
sign-in-paper-wrong = هذا الرمز غير صالح. انظروا إلى ورقتكم أو اطلبوا غيره في الشباك.
sign-in-name = اسمكم
sign-in-name-hint = كما تريدون أن تنادوا.
sign-in-no-name = اكتبوا الاسم الذي تريدون أن تنادوا به.
sign-in-go-on = متابعة
sign-in-subject = رمزكم
sign-in-message = { $code } هو رمزكم في { $site }، صالح لمدة { $minutes } دقيقة. لا تعطوه لأحد.
sign-out = تسجيل الخروج
my-title = فضائي
my-only-you = أنتم وحدكم ترون هذه الصفحة
my-roles = ما يمكنكم القيام به
my-role-until = إلى غاية { $date }
my-devices = أجهزتكم
my-devices-why = إن كنتم لا تعرفون أحدها فأخرجوه.
my-device = الجهاز
my-device-since = متصل منذ
my-device-seen = شوهد في
my-device-unknown = جهاز
my-device-this = هذا الجهاز
my-device-end = إخراج
my-devices-end = إخراج كل الأجهزة الأخرى
demo-sign-in-title = الدخول إلى العرض التجريبي
demo-sign-in-as = ستتصرفون باسم { $name }. كل شيء مختلق.
error-no-role = ليس لحسابكم هذا الحق هنا. اطلبوه من إدارة الموقع.

role-representative = ممثل جمعية
role-facilitator = منشط
role-agent = عون
role-information-officer = مكلف بالمعلومات
role-moderator = مشرف
role-secretariat = كتابة المجلس
role-communications = التواصل
role-auditor = مدقق
role-administrator = مدير الموقع

hand-on-link = تفويض إلى زميل
hand-on-title = تفويض هذا الدور
hand-on-lede = أثناء غيابكم يتولاه زميل أيضا. تحتفظون به ويمكنكم استرجاعه في أي وقت.
hand-on-to = هاتف الزميل أو بريده الإلكتروني
hand-on-to-hint = شخص يعمل هنا من قبل.
hand-on-nobody = لا زميل على هذا العنوان. يجب أن يعمل هنا وأن يكون قد دخل به من قبل.
hand-on-several = عدة زملاء يتقاسمون هذا العنوان. اكتبوا بريده الخاص.
hand-on-until = إلى أي يوم؟
hand-on-until-hint = ثلاثة أشهر على الأكثر.
hand-on-until-wrong = اختاروا يوما آتيا، في حدود ثلاثة أشهر ولا يتجاوز نهاية دوركم.
hand-on-do = تفويض
hand-on-handed = مفوض إلى
hand-on-back = استرجاع

# What one is sent

wish-link = اختيار رسائلي
wish-title = رسائلكم
wish-lede = ما نرسله إليكم، وبأي وسيلة، ومتى.
wish-kept = تم التسجيل.
wish-always = يرسل دائما
wish-always-why = هذه الرسائل لا يمكن إيقافها، ولا تنتظر نهاية الليل.
wish-codes = الرموز التي تطلبونها، إلى العنوان الذي طلبتموها فيه.
wish-legal = الإشعارات التي يلزمنا القانون بإرسالها، إلى كل عناوينكم.
wish-security = ما يخص أمان حسابكم، إلى كل عناوينكم.
wish-where = عناوينكم:
wish-nowhere = لم تؤكدوا أي عنوان بعد: ادخلوا مرة واحدة برمز.
wish-stopped = طلبتم ألا يصلكم أي شيء هنا:
wish-notices = أخبار ما تتابعونه
wish-digests = الملخصات
wish-sms = برسالة قصيرة
wish-mail = بالبريد الإلكتروني
wish-none = لا شيء
wish-quiet = ساعات الهدوء
wish-quiet-hint = خلال هذه الساعات تنتظر الأخبار والملخصات. الساعة نفسها مرتين: لا تنتظر أبدا.
wish-from = من
wish-to = إلى
wish-hours-wrong = اختاروا ساعتين من اليوم.
wish-lang = لغة رسائلكم
wish-keep = حفظ
wish-stop-link = لإيقاف هذه الرسائل: { $link }

# Closing one’s own account

close-title = إغلاق حسابي
close-lede = أنتم وحدكم من يستطيع ذلك، ولا أحد يستطيع فتحه من جديد.
close-goes = ما يمحى
close-goes-name = اسمكم وجماعتكم وعناوينكم واختياراتكم للرسائل.
close-goes-proofs = مفاتيحكم ورموزكم وأجهزتكم: تخرج كلها.
close-goes-roles = أدواركم، وما فوضتموه منها.
close-stays = ما يبقى
close-stays-record = سجل ما تم القيام به: يسمي حسابكم برقم، دون اسمكم.
close-stays-said = ما نشرتموه باسم إدارة.
close-stays-messages = رسالة أخيرة تؤكد الإغلاق: تنسى بعد ثلاثة أشهر.
close-last = أنتم آخر مسؤول عن الموقع. أعطوا هذا الدور أولا لشخص آخر.
close-prove = لنتأكد من أنكم أنتم، نطلب منكم الدخول مرة أخرى.
close-prove-do = الدخول مرة أخرى
close-sure = هل تريدون حقا إغلاق حسابكم؟
close-yes = نعم، أغلقوه
close-no = لا، أبقوه
close-do = متابعة
closed-title = أغلق حسابكم
closed-lede = محي ما كان يدل عليكم. يمكنكم فتح حساب آخر متى شئتم.
start-title = بدء التشغيل
start-lede = ثلاث صفحات قصيرة: الجهة، أنتم، رمز. يمكن تغيير كل شيء لاحقا.
start-name-ar = اسم الجهة بالعربية
start-name-fr = اسم الجهة بالفرنسية
start-no-name = اكتبوا الاسم، 120 حرفا على الأكثر.
start-region = أي جهة؟
start-languages = لغات الصفحات
start-no-language = اختاروا لغة واحدة على الأقل.
start-section = بماذا نبدأ؟
start-who-title = المدير الأول
start-who-lede = اكتبوا عنوانكم أو رقمكم. يرسل إليه رمز يؤكده.
start-done-title = بدأ التشغيل
start-next = والآن
start-next-proof = أضيفوا مفتاح دخول أو تطبيق رموز: من دونه لا يمكنكم تغيير شيء بعد.
start-next-people = أعطوا الأعوان ومديرا ثانيا أدوارهم بعد أن يدخلوا مرة.
start-next-content = أحضروا أول محتوى:
start-next-open = افتحوا القسم: من المسؤول، ومن النائب، وأي أجل.
start-next-health = انظروا صحة البرنامج: النسخ والرسائل والقرص.
start-wrong-key = هذا الرابط غير صالح أو لم يعد صالحا. يعطي التقني رابطا جديدا بـ infitah admin start.
