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
