# The desk of those who keep what is here

desk-title = فضاء الأعوان
desk-lede = ما يمكنكم القيام به هنا.
desk-recorded = كل عمل يسجل في السجل مع حسابكم.
desk-people = الحسابات والأدوار
desk-journal = السجل
desk-jobs = المهام
desk-health = صحة البرنامج
desk-settings = الإعدادات
desk-sections = الأقسام
desk-guide = دليل الاستعمال
desk-guide-lede = كيف تعمل، صفحة بصفحة.
desk-guide-all = الدليل كاملا
desk-history = ما يقوله السجل عنه

people-search = البحث عن شخص باسمه
people-nobody = لا أحد يحمل هذا الاسم هنا.
people-count = { $count ->
    [zero] لا حساب
    [one] حساب واحد
    [two] حسابان
    [few] { $count } حسابات
    [many] { $count } حسابا
   *[other] { $count } حسابا
}
people-name = الاسم
people-roles = الأدوار
people-since = فتح الحساب في
people-closed = حساب مغلق
people-citizen = مواطن
people-no-role = لا دور.
people-give = إسناد دور
people-give-do = إسناد هذا الدور
people-take = سحب
people-role = أي دور؟
people-place = أين؟
people-place-hint = يسري الدور في هذا المكان وفي كل ما يتبع له.
people-domain = لأي غرض؟
people-domain-all = كل ما يسمح به هذا الدور
people-until = إلى متى؟
people-until-hint = اتركوه فارغا إن كان الدور يسري إلى أن يسحب.
people-until-wrong = اختاروا يوما آتيا.
people-place-wrong = اختاروا مكانا من القائمة.

domain-projects = المشاريع
domain-budget = الميزانية
domain-words = الكلمات المشروحة
domain-messages = الرسائل
domain-people = الحسابات
domain-program = البرنامج

journal-lede = كل ما تم هنا، الأحدث أولا. الأسطر مرتبطة بعضها ببعض: من غير سطرا انكشف.
journal-filter = تصفية
journal-object = الموضوع
journal-object-hint = مثلا project/PRJ-2026-0042 أو project/ للكل.
journal-actor = من
journal-actor-hint = تكفي البداية: account: أو operator:
journal-action = ماذا
journal-action-hint = تكفي البداية: role. أو project.
journal-from = من
journal-until = إلى
journal-show = إظهار
journal-nothing = لا شيء يطابق.
journal-caption = { $count ->
    [zero] لا سطر
    [one] سطر واحد
    [two] سطران
    [few] { $count } أسطر
    [many] { $count } سطرا
   *[other] { $count } سطرا
}
journal-number = السطر
journal-at = متى
journal-what = السبب وما تغير
journal-values = رؤية القيم
journal-old = قبل
journal-new = بعد
journal-hash = البصمة
journal-older = الأقدم

jobs-lede = ما يقوم به البرنامج من نفسه: النسخ الاحتياطي والرسائل والترتيب.
jobs-waiting = في الانتظار
jobs-running = جارية
jobs-failed = متروكة
jobs-title-failed = متروكة: للبت فيها
jobs-title-open = في الانتظار وجارية
jobs-title-done = أنجزت حديثا
jobs-none = لا شيء.
jobs-kind = المهمة
jobs-at = متى
jobs-attempts = المحاولات
jobs-error = ما حدث
jobs-no-error = دون خطأ
jobs-again = إعادة
jobs-forget = نسيان
jobs-refused = تغيرت المهمة في هذه الأثناء. هذه حالتها.

desk-open = فتح حساب لشخص آخر
open-lede = لمن لا يستطيع ذلك وحده. يتسلم حسابه متى شاء، بهاتفه أو بالورقة التي تعطونه.
open-name = اسمه
open-name-hint = كما يريد أن ينادى.
open-address = هاتفه أو بريده الإلكتروني، إن وجد
open-place = جماعته
open-lang = بأي لغة نراسله؟
open-how = أين تساعدونه؟
open-desk = في الشباك
open-workshop = في ورشة
open-telephone = عبر الهاتف
open-do = فتح الحساب
open-done = فتح الحساب
open-give = اطبعوا هذه الصفحة وأعطوه إياها. لا يظهر الرمز إلا مرة واحدة.
open-for = إلى
open-code = الرمز
open-claim = لتسلم هذا الحساب: افتحوا الموقع، ثم «فضائي»، واطلبوا رمزا، ثم اختاروا «لدي ورقة عليها رمز».
open-good = صالح لسنة ولمرة واحدة.
open-again = فتح حساب آخر
open-taken = هذا الحساب في يد صاحبه.
open-place-wrong = اختاروا جماعة تعملون فيها.

desk-sms = الرسائل القصيرة الواردة
desk-sms-lede = ما كتبه الناس برسائل قصيرة. من يسأل عن مآل رسالته يعرف هل قرئت.
desk-sms-none = لا رسالة قصيرة للقراءة.
desk-sms-count = { $count ->
    [zero] لا رسالة قصيرة
    [one] رسالة قصيرة واحدة
    [two] رسالتان قصيرتان، غير المقروءة أولا
    [few] { $count } رسائل قصيرة، غير المقروءة أولا
    [many] { $count } رسالة قصيرة، غير المقروءة أولا
   *[other] { $count } رسالة قصيرة، غير المقروءة أولا
}
desk-sms-name = المرجع
desk-sms-at = وصلت
desk-sms-from = من
desk-sms-text = النص
desk-sms-read = قرئت
desk-sms-mark = تعليم كمقروءة
