# Second factors: what one has, adding one, proving by one, the way back in

my-proofs = مفاتيح وتطبيقات الرموز
proofs-title = ما يثبت أنكم أنتم
proofs-lede = إضافة إلى الرمز الذي نرسله إليكم.
proofs-staff = للعمل هنا، أضيفوا أولا مفتاح مرور أو تطبيق رموز.
proofs-none = لم تضيفوا شيئا بعد.
proofs-passkey = مفتاح مرور
proofs-totp = تطبيق رموز
proofs-since = أضيف يوم { $date }
proofs-used = استعمل يوم { $date }
proofs-unused = لم يستعمل بعد
proofs-name = اسمه
proofs-name-hint = مثلا: هاتفي. يمكن أن يبقى فارغا.
proofs-rename = تغيير
proofs-remove = إزالة
proofs-last = هذا آخر إثبات لديكم. أضيفوا آخر قبل إزالته.
proofs-full = لديكم أقصى ما يسمح به. أزيلوا واحدا أولا.
proofs-add = إضافة
proofs-add-passkey-what = يتعرف عليكم جهازكم: بصمة أو وجه أو رمز الجهاز. وهذا هو الأكثر أمانا.
proofs-add-totp-what = تطبيق في هاتفكم يظهر ستة أرقام، ويعمل دون شبكة.
proofs-codes = رموز احتياطية
proofs-codes-what = عشرة رموز تحفظونها على ورق، لليوم الذي تفقدون فيه ما سواها. يستعمل كل رمز مرة واحدة.
proofs-codes-left = { $count ->
    [zero] لم يبق أي رمز.
    [one] بقي رمز واحد.
    [two] بقي رمزان.
    [few] بقيت { $count } رموز.
    [many] بقي { $count } رمزا.
   *[other] بقي { $count } رمز.
}
proofs-codes-make = إنشاء عشرة رموز جديدة
proofs-codes-title = رموزكم الاحتياطية
proofs-codes-keep = اكتبوها أو اطبعوها الآن: لن نظهرها مرة أخرى. والرموز القديمة لم تعد صالحة.
proofs-back = العودة إلى القائمة
proofs-wrong = ليس هذا هو الرمز الصحيح، أو سبق استعماله. جربوا الرمز التالي.
proofs-too-many = رموز خاطئة كثيرة. انتظروا عشر دقائق ثم حاولوا من جديد.
proofs-over = مضى وقت طويل، أو تم الأمر من قبل. ابدؤوا من جديد.
totp-title = إضافة تطبيق رموز
totp-share = 1. أعطوه السر
totp-scan = اقرؤوا هذا المربع بالتطبيق.
totp-qr = مربع يقرأ بالتطبيق
totp-type = أو اكتبوا فيه هذه الحروف. لا تظهروها لأحد.
totp-link = فتح التطبيق في هذا الجهاز
totp-then = 2. اكتبوا ما يظهره
totp-code = الأرقام الستة
totp-confirm = إضافة هذا التطبيق
passkey-title = إضافة مفتاح مرور
passkey-lede = سيطلب جهازكم بصمتكم أو وجهكم أو رمزه. لا يصلنا شيء من ذلك.
passkey-make = المتابعة بهذا الجهاز
passkey-needs-script = متصفحكم لا يسمح بذلك هنا. استعملوا تطبيق رموز بدلا منه.
passkey-failed = لم يجب الجهاز. حاولوا من جديد، أو استعملوا رمزا.
passkey-wrong = مفتاح المرور هذا لا يثبت شيئا هنا. حاولوا من جديد، أو استعملوا رمزا.
prove-title = أثبتوا أنكم أنتم
prove-lede = ما ستفعلونه يهم غيركم. يصلح الإثبات لعشر دقائق.
prove-passkey = استعمال مفتاح المرور
prove-unlock-title = افتحوا قفل جهازكم
prove-other = الإثبات بطريقة أخرى
prove-code = الرمز الذي يظهره تطبيقكم
prove-code-hint = ستة أرقام. انتظروا الرمز التالي إن كان سيتغير.
prove-enter = متابعة
prove-lost = ليس شيء من ذلك في متناولكم
prove-ask-operator = اكتبوا رمزا احتياطيا. إن لم يبق لديكم أي رمز، فاطلبوا واحدا ممن يدير خادم الموقع: يصلح لربع ساعة.
prove-kept = رمز احتياطي
prove-kept-hint = ستة عشر حرفا ورقما، بخطوط أو بدونها.
recover-title = الدخول برمز للطوارئ
recover-lede = أعطاكم من يدير خادم الموقع رمزا. يصلح لربع ساعة ويستعمل مرة واحدة.
recover-code = الرمز
recover-enter = دخول
recover-wrong = هذا الرمز غير صالح: استعمل، أو مضى وقته، أو كتب خطأ.

# What is sent when something changes in what protects an account
security-subject = أمان حسابكم
security-totp-added = أضيف للتو تطبيق رموز إلى حساب { $name }.
security-passkey-added = أضيف للتو مفتاح مرور إلى حساب { $name }.
security-removed = أزيل للتو إثبات من حساب { $name }.
security-codes-made = أنشئت للتو رموز احتياطية جديدة لحساب { $name }.
security-code-used = استعمل للتو رمز احتياطي لحساب { $name }.
security-recovered = رمز من الإدارة أعاد للتو فتح حساب { $name }.
security-closed = أغلق للتو حساب { $name }.
security-not-you = إن لم تكونوا أنتم، فانظروا حالا: { $link }
