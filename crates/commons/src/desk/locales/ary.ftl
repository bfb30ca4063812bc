# The desk of those who keep what is here

desk-title = فضاء الموظفين
desk-lede = شنو تقدرو ديرو هنا.
desk-recorded = كل حاجة كتدار كتسجل فالسجل مع الحساب ديالكم.
desk-people = الحسابات والأدوار
desk-journal = السجل
desk-jobs = الخدمات
desk-health = صحة البرنامج
desk-settings = الإعدادات
desk-sections = الأقسام
desk-guide = كيفاش تخدم
desk-guide-lede = كيفاش دير، صفحة بصفحة.
desk-guide-all = الدليل كامل
desk-history = شنو كيقول عليه السجل

people-search = قلبو على شي واحد بسميتو
people-nobody = حتى واحد ما عندو هاد السمية هنا.
people-count = { $count ->
    [zero] حتى حساب
    [one] حساب واحد
    [two] جوج حسابات
    [few] { $count } حسابات
    [many] { $count } حساب
   *[other] { $count } حساب
}
people-name = السمية
people-roles = الأدوار
people-since = تفتح الحساب ف
people-closed = حساب مسدود
people-citizen = مواطن
people-no-role = بلا دور.
people-give = عطيو دور
people-give-do = عطيو هاد الدور
people-take = حيدو
people-role = أشمن دور؟
people-place = فين؟
people-place-hint = الدور كيصلح فهاد البلاصة وفكلشي اللي تابع ليها.
people-domain = علاش؟
people-domain-all = كلشي اللي كيسمح بيه هاد الدور
people-until = حتى لإمتى؟
people-until-hint = خليوها خاوية إلا كان الدور كيبقى حتى يتحيد.
people-until-wrong = ختارو شي نهار جاي.
people-place-wrong = ختارو بلاصة من الليستة.

domain-projects = المشاريع
domain-budget = الميزانية
domain-words = الكلمات المشروحة
domain-messages = الميساجات
domain-people = الحسابات
domain-program = البرنامج

journal-lede = كاع اللي تدار هنا، الجديد هو الأول. السطورا مربوطين: اللي بدل واحد كيتعرف.
journal-filter = صفيو
journal-object = الحاجة
journal-object-hint = مثلا project/PRJ-2026-0042 ولا project/ للكل.
journal-actor = شكون
journal-actor-hint = البداية كافية: account: ولا operator:
journal-action = شنو
journal-action-hint = البداية كافية: role. ولا project.
journal-from = من
journal-until = حتى ل
journal-show = وريو
journal-nothing = ما كاين والو.
journal-caption = { $count ->
    [zero] حتى سطر
    [one] سطر واحد
    [two] جوج سطورا
    [few] { $count } سطورا
    [many] { $count } سطر
   *[other] { $count } سطر
}
journal-number = السطر
journal-at = إمتى
journal-what = علاش، وشنو تبدل
journal-values = شوفو القيم
journal-old = قبل
journal-new = من بعد
journal-hash = البصمة
journal-older = القديم

jobs-lede = اللي كيدير البرنامج بوحدو: النسخ، الميساجات، الترتيب.
jobs-waiting = كيتسناو
jobs-running = خدامين
jobs-failed = تخلاو
jobs-title-failed = تخلاو: خاص قرار
jobs-title-open = كيتسناو وخدامين
jobs-title-done = تدارو قبيلة
jobs-none = والو.
jobs-kind = الخدمة
jobs-at = إمتى
jobs-attempts = المحاولات
jobs-error = شنو وقع
jobs-no-error = بلا خطأ
jobs-again = عاود
jobs-forget = نساها
jobs-refused = الخدمة تبدلات. ها فين وصلات.

desk-open = فتحو حساب لشي واحد
open-lede = للي ما يقدرش يديرها بوحدو. ياخدو فاش ما بغى، بالتيليفون ديالو ولا بالورقة اللي كتعطيوه.
open-name = السمية ديالو
open-name-hint = كيما بغى يتعيط ليه.
open-address = التيليفون ديالو ولا الإيميل، إلا كان عندو
open-place = الجماعة ديالو
open-lang = بأشمن لغة نكتبو ليه؟
open-how = فين كتعاونوه؟
open-desk = فالشباك
open-workshop = فورشة
open-telephone = فالتيليفون
open-do = فتحو الحساب
open-done = الحساب تفتح
open-give = طبعو هاد الصفحة وعطيوها ليه. الكود كيبان مرة وحدة.
open-for = ل
open-code = الكود
open-claim = باش ياخد هاد الحساب: حلو الموقع، «الفضاء ديالي»، طلبو كود، ومن بعد ختارو «عندي ورقة فيها كود».
open-good = صالح عام، مرة وحدة.
open-again = فتحو حساب آخر
open-taken = هاد الحساب راه عند مولاه.
open-place-wrong = ختارو جماعة كتخدمو فيها.

desk-sms = الـSMS اللي وصلو
desk-sms-lede = داكشي اللي كتبو الناس بالـSMS. اللي سول فين وصل الميساج ديالو كيعرف واش تقرا.
desk-sms-none = ما كاين حتى SMS باش يتقرا.
desk-sms-count = { $count ->
    [zero] ما كاين حتى SMS
    [one] SMS واحد
    [two] جوج SMS، اللي ما تقراوش هوما اللولين
    [few] { $count } ديال الـSMS، اللي ما تقراوش هوما اللولين
    [many] { $count } SMS، اللي ما تقراوش هوما اللولين
   *[other] { $count } SMS، اللي ما تقراوش هوما اللولين
}
desk-sms-name = المرجع
desk-sms-at = وصل
desk-sms-from = من عند
desk-sms-text = الكلام
desk-sms-read = تقرا
desk-sms-mark = راه قريتو
