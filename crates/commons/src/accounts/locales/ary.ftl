# Signing in, one's own space

sign-in-link = الفضاء ديالي
sign-in-title = دخلو
sign-in-lede = بلا كلمة سر: كنصيفطو ليكم كود.
sign-in-address = التيليفون ديالكم ولا الإيميل
sign-in-address-hint = مثلا 0612345678. حتى التيليفون ديال العائلة كيصلح.
sign-in-send = صيفطو ليا كود
sign-in-privacy = الرقم ديالكم كنستعملوه غير باش نكتبو ليكم. حتى واحد ما كيشوفو فهاد الموقع.
sign-in-no-address = هادي ماشي نمرة ديال التيليفون وماشي إيميل. كتبو مثلا 0612345678.
sign-in-no-way = هاد الموقع باقي ما كيصيفطش الكودات بهاد الطريقة. جربو الخرى، التيليفون ولا الإيميل، ولا عيطو لينا.
sign-in-closed = هنا ما كيفتح حتى واحد الحساب بوحدو. خاصكم ورقة فيها كود، ولا مساعدة ديال موظف.
sign-in-later = تطلبو بزاف ديال الكودات. تسناو عشر دقايق وعاودو.
sign-in-code-title = كتبو الكود
sign-in-code-lede = عاد صيفطنا ليكم ستة د الأرقام. صالحين عشر دقايق.
sign-in-code = الكود ديال ستة د الأرقام
sign-in-code-hint = ما تعطيوه لحتى واحد: عمرنا ما كنطلبوه فالتيليفون.
sign-in-enter = دخول
sign-in-anew = ما وصلنيش الكود: نعاود من الأول
sign-in-demo = فالتجريب ما كيخرج والو. الكود كاين ف:
sign-in-six = الكود فيه ستة د الأرقام. شوفو الميساج ديالكم.
sign-in-wrong = ماشي هذا هو الكود. { $figure ->
    [zero] ما بقات حتى محاولة.
    [one] بقات محاولة وحدة.
    [two] بقاو جوج محاولات.
    [few] بقاو { $figure } محاولات.
    [many] بقاو { $figure } محاولة.
   *[other] بقاو { $figure } محاولة.
}
sign-in-over = هاد الكود ما بقاش صالح: تستعمل، ولا قدام، ولا تجرب بزاف. طلبو واحد آخر.
sign-in-who-title = شكون نتوما؟
sign-in-who-lede = يقدرو بزاف د الناس يكون عندهم نفس العنوان. ختارو راسكم.
sign-in-new-lede = مرحبا بيكم. كيفاش نعيطو ليكم؟
sign-in-who = أنا
sign-in-waits = (حساب تفتح ليكم: كيولي ديالكم)
sign-in-someone-new = واحد آخر
sign-in-has-paper = عندي ورقة فيها كود
sign-in-paper = الكود اللي فالورقة
sign-in-paper-hint = عشرة د الحروف والأرقام، عطاوها ليكم فالشباك ولا فالورشة.
sign-in-paper-wrong = هاد الكود ماشي صالح. شوفو الورقة ديالكم ولا طلبو وحدة خرى فالشباك.
sign-in-name = سميتكم
sign-in-name-hint = كيما بغيتو نعيطو ليكم.
sign-in-no-name = كتبو السمية اللي بغيتو نعيطو ليكم بيها.
sign-in-go-on = كملو
sign-in-subject = الكود ديالكم
sign-in-message = { $code } هو الكود ديالكم ف { $site }، صالح { $minutes } دقيقة. ما تعطيوه لحتى واحد.
sign-out = خرجو
my-title = الفضاء ديالي
my-only-you = غير نتوما اللي كتشوفو هاد الصفحة
my-roles = شنو تقدرو ديرو
my-role-until = حتى ل { $date }
my-devices = الأجهزة ديالكم
my-devices-why = إلا كان شي واحد ما كتعرفوهش، خرجوه.
my-device = الجهاز
my-device-since = داخل من
my-device-seen = تشاف ف
my-device-unknown = شي جهاز
my-device-this = هذا
my-device-end = خرجو
my-devices-end = خرجو كاع الأجهزة لخرين
demo-sign-in-title = دخلو للتجريب
demo-sign-in-as = غادي ديرو بحال { $name }. كلشي مخترع.
error-no-role = الحساب ديالكم ما عندوش هاد الحق هنا. طلبوه من إدارة الموقع.

role-representative = ممثل ديال جمعية
role-facilitator = منشط
role-agent = موظف
role-information-officer = مكلف بالمعلومات
role-moderator = مشرف
role-secretariat = كتابة المجلس
role-communications = التواصل
role-auditor = مدقق
role-administrator = مدير الموقع

hand-on-link = عطيوه لزميل
hand-on-title = عطيو هاد الدور لزميل
hand-on-lede = فاش كتكونو غايبين كيديرو حتى زميل. كيبقى عندكم وتقدرو ترجعوه فاش ما بغيتو.
hand-on-to = تيليفون الزميل ولا الإيميل ديالو
hand-on-to-hint = شي واحد خدام هنا من قبل.
hand-on-nobody = ما كاين حتى زميل فهاد العنوان. خاصو يكون خدام هنا ودخل بيه من قبل.
hand-on-several = بزاف د الزملاء عندهم هاد العنوان. كتبو الإيميل ديالو بوحدو.
hand-on-until = حتى لأشمن نهار؟
hand-on-until-hint = ثلث شهور على الأكثر.
hand-on-until-wrong = ختارو نهار جاي، فثلث شهور على الأكثر وما يفوتش الآخر ديال الدور ديالكم.
hand-on-do = عطيوه
hand-on-handed = معطي ل
hand-on-back = رجعوه

# What one is sent

wish-link = نختار الميساجات ديالي
wish-title = الميساجات ديالكم
wish-lede = شنو كنصيفطو ليكم، كيفاش وإمتى.
wish-kept = صافي تسجل.
wish-always = كيتصيفط ديما
wish-always-why = هاد الميساجات ما كيتحبسوش، وما كيتسناوش الليل يسالي.
wish-codes = الكودات اللي كتطلبو، للعنوان فين طلبتوهم.
wish-legal = الإعلانات اللي القانون كيلزمنا نصيفطو، لكاع العناوين ديالكم.
wish-security = اللي كيخص الأمان ديال الحساب ديالكم، لكاع العناوين ديالكم.
wish-where = العناوين ديالكم:
wish-nowhere = مازال ما كدتو حتى عنوان: دخلو مرة وحدة بالكود.
wish-stopped = طلبتو ما بقى يوصلكم والو هنا:
wish-notices = الأخبار ديال داكشي اللي كتبعو
wish-digests = الملخصات
wish-sms = بالـSMS
wish-mail = بالإيميل
wish-none = والو
wish-quiet = سوايع الراحة
wish-quiet-hint = فهاد السوايع الأخبار والملخصات كيتسناو. نفس الساعة جوج مرات: عمرهم ما كيتسناو.
wish-from = من
wish-to = حتى ل
wish-hours-wrong = ختارو جوج سوايع من النهار.
wish-lang = اللغة ديال الميساجات ديالكم
wish-keep = سجلو
wish-stop-link = باش نحبسو هاد الميساجات: { $link }

# Closing one’s own account

close-title = نسد الحساب ديالي
close-lede = غير نتوما اللي تقدرو ديروها، وحتى واحد ما يقدر يعاود يحلو.
close-goes = شنو كيتمسح
close-goes-name = السمية ديالكم، الجماعة ديالكم، العناوين وشنو ختارتو من ميساجات.
close-goes-proofs = السوارت ديالكم والكودات والأجهزة: كاملين كيخرجو.
close-goes-roles = الأدوار ديالكم، واللي عطيتوهم لغيركم.
close-stays = شنو كيبقى
close-stays-record = السجل ديال شنو تدار: كيسمي الحساب ديالكم برقم، بلا السمية ديالكم.
close-stays-said = داكشي اللي نشرتو باسم شي إدارة.
close-stays-messages = ميساج لخر كيكد بلي الحساب تسد: كيتنسا من بعد ثلث شهور.
close-last = نتوما لخر واحد مسؤول هنا. عطيو هاد الدور هو اللول لشي حد آخر.
close-prove = باش نتيقنو بلي نتوما هادوك، كنطلبو منكم تدخلو مرة خرى.
close-prove-do = ندخل مرة خرى
close-sure = واش بصح بغيتو تسدو الحساب ديالكم؟
close-yes = إييه، سدوه
close-no = لا، خليوه
close-do = كملو
closed-title = الحساب ديالكم تسد
closed-lede = داكشي اللي كان كيهضر عليكم تمسح. تقدرو تحلو واحد آخر فاش ما بغيتو.
start-title = البداية
start-lede = تلاتة د الصفحات قصار: الجهة، نتوما، كود. كلشي يقدر يتبدل من بعد.
start-name-ar = سمية الجهة بالعربية
start-name-fr = سمية الجهة بالفرنسية
start-no-name = كتبو السمية، 120 حرف على الأكثر.
start-region = شمن جهة؟
start-languages = لغات الصفحات
start-no-language = ختارو لغة وحدة على الأقل.
start-section = بشنو نبداو؟
start-who-title = المدير اللول
start-who-lede = كتبو العنوان ولا النمرة ديالكم. غادي يمشي ليها كود باش تتأكد.
start-done-title = صافي بدا
start-next = ودابا
start-next-proof = زيدو مفتاح ولا أبليكاسيون ديال الكودات: بلا بيها ما تقدرو تبدلو والو.
start-next-people = عطيو الأدوار للموظفين ولمدير تاني من بعد ما يدخلو مرة.
start-next-content = جيبو أول محتوى:
start-next-open = حلو القسم: شكون المسؤول، شكون النائب، وشحال.
start-next-health = شوفو صحة البرنامج: النسخ، الميساجات، الديسك.
start-wrong-key = هاد الرابط ما صالحش ولا سالا. التقني كيعطي واحد جديد ب infitah admin start.
