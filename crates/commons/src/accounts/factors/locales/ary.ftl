# Second factors: what one has, adding one, proving by one, the way back in

my-proofs = المفاتيح وتطبيقات الكودات
proofs-title = شنو كيبين بلي نتوما هادوك
proofs-lede = من غير الكود اللي كنصيفطو ليكم.
proofs-staff = باش تخدمو هنا، زيدو هو الأول مفتاح الدخول ولا تطبيق ديال الكودات.
proofs-none = مازال ما زدتو والو.
proofs-passkey = مفتاح الدخول
proofs-totp = تطبيق ديال الكودات
proofs-since = تزاد نهار { $date }
proofs-used = تستعمل نهار { $date }
proofs-unused = عمرو ما تستعمل
proofs-name = السمية ديالو
proofs-name-hint = مثلا: التيليفون ديالي. تقدرو تخليوها خاوية.
proofs-rename = بدلو
proofs-remove = حيدو
proofs-last = هادي آخر حاجة بقات عندكم. زيدو وحدة أخرى قبل ما تحيدوها.
proofs-full = عندكم كاع اللي مسموح بيه. حيدو وحدة هي الأولى.
proofs-add = زيدو
proofs-add-passkey-what = الجهاز ديالكم كيعرفكم: بالبصمة ولا الوجه ولا الكود ديالو. هادشي هو اللي مضمون كثر.
proofs-add-totp-what = تطبيق فالتيليفون ديالكم كيبين ستة د الأرقام. كيخدم بلا ريزو.
proofs-codes = كودات الاحتياط
proofs-codes-what = عشرة د الكودات تخليوهم فورقة، للنهار اللي يضيع ليكم كلشي. كل واحد كيصلح مرة وحدة.
proofs-codes-left = { $count ->
    [zero] ما بقا حتى كود.
    [one] بقا كود واحد.
    [two] بقاو جوج كودات.
    [few] بقاو { $count } ديال الكودات.
    [many] بقاو { $count } ديال الكودات.
   *[other] بقاو { $count } كود.
}
proofs-codes-make = صاوبو عشرة د الكودات جداد
proofs-codes-title = كودات الاحتياط ديالكم
proofs-codes-keep = كتبوهم ولا طبعوهم دابا: ما غاديش نعاودو نبينوهم. والقدام ما بقاو صالحين لوالو.
proofs-back = رجوع للائحة
proofs-wrong = ماشي هذا هو الكود، ولا راه تستعمل من قبل. جربو اللي موراه.
proofs-too-many = بزاف ديال الكودات غالطين. تسناو عشر دقايق وعاودو جربو.
proofs-over = داز بزاف د الوقت، ولا راه تدار. عاودو من الأول.
totp-title = زيدو تطبيق ديال الكودات
totp-share = 1. عطيوه السر
totp-scan = قراو هاد الكاري بالتطبيق.
totp-qr = كاري كيتقرا بالتطبيق
totp-type = ولا كتبو فيه هاد الحروف. ما توريوهم لحتى واحد.
totp-link = حلو التطبيق فهاد الجهاز
totp-then = 2. كتبو شنو كيبين
totp-code = ستة د الأرقام
totp-confirm = زيدو هاد التطبيق
passkey-title = زيدو مفتاح الدخول
passkey-lede = الجهاز غادي يطلب منكم البصمة ولا الوجه ولا الكود ديالو. حتى حاجة من هادشي ما كتوصلنا.
passkey-make = كملو بهاد الجهاز
passkey-needs-script = المتصفح ديالكم ما كيسمحش بهادشي هنا. ستعملو تطبيق ديال الكودات فبلاصتو.
passkey-failed = الجهاز ما جاوبش. عاودو جربو، ولا ستعملو كود.
passkey-wrong = هاد مفتاح الدخول ما كيبين والو هنا. عاودو جربو، ولا ستعملو كود.
prove-title = بينو بلي نتوما هادوك
prove-lede = هادشي اللي غادي ديرو كيهم ناس خرين. كيبقى صالح عشر دقايق.
prove-passkey = ستعملو مفتاح الدخول
prove-unlock-title = حلو القفل ديال الجهاز
prove-other = بينو بطريقة أخرى
prove-code = الكود اللي كيبين التطبيق ديالكم
prove-code-hint = ستة د الأرقام. إلا كان غادي يتبدل، تسناو اللي موراه.
prove-enter = كملو
prove-lost = ما عندكمش هادشي دابا
prove-ask-operator = كتبو كود ديال الاحتياط. إلا ما بقا عندكم حتى واحد، طلبوه من اللي مكلف بالسيرفور ديال الموقع: كيصلح ربع ساعة.
prove-kept = كود ديال الاحتياط
prove-kept-hint = ستاش د الحروف والأرقام، بالشرطات ولا بلا بيهم.
recover-title = دخلو بكود ديال الطوارئ
recover-lede = اللي مكلف بالسيرفور ديال الموقع عطاكم كود. كيصلح ربع ساعة ومرة وحدة.
recover-code = الكود
recover-enter = دخلو
recover-wrong = هاد الكود ما صالحش: تستعمل، ولا قدام، ولا تكتب غالط.

# What is sent when something changes in what protects an account
security-subject = الأمان ديال الحساب ديالكم
security-totp-added = يالاه تزاد تطبيق ديال الكودات للحساب ديال { $name }.
security-passkey-added = يالاه تزاد مفتاح الدخول للحساب ديال { $name }.
security-removed = يالاه تحيد واحد الإثبات من الحساب ديال { $name }.
security-codes-made = يالاه تصاوبو كودات احتياطية جداد للحساب ديال { $name }.
security-code-used = يالاه تخدم كود احتياطي فالحساب ديال { $name }.
security-recovered = كود عطاتو الإدارة يالاه عاود حل الحساب ديال { $name }.
security-closed = يالاه تسد الحساب ديال { $name }.
security-not-you = إلا ما كنتوش نتوما، شوفو دابا: { $link }
