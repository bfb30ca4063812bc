# Messages that leave: how to stop them, what they cost, the outbox of a demonstration

stop-title = إيقاف الرسائل
stop-what = لن تصلكم بعد الآن أخبار ولا ملخصات على هذا العنوان.
stop-what-stays = الرموز التي تطلبونها والإشعارات التي يفرضها القانون وما يحمي حسابكم ستصلكم دائما.
stop-do = أوقفوا إرسال الرسائل إلي
stop-done = تم ذلك. لن تصلكم أخبار ولا ملخصات.
stop-again = استئناف الرسائل
stop-again-done = تم ذلك. ستصلكم الرسائل من جديد.
stop-wrong-link = هذا الرابط غير كامل أو لم يعد صالحا. افتحوه من جديد من رسالتكم.

messages-title = كلفة الرسائل
messages-lede = الرسائل المرسلة كل شهر، بالبريد الإلكتروني وبالرسائل القصيرة، وكلفة الرسائل القصيرة.
messages-by-month = الرسائل المرسلة شهرا بشهر
messages-month = الشهر
messages-codes = الرموز
messages-legal = الإشعارات القانونية
messages-security = حماية الحسابات
messages-answers = أجوبة الرسائل القصيرة
messages-notices = الأخبار
messages-digests = الملخصات
messages-parts = الرسائل القصيرة المؤداة
messages-cost = الكلفة
messages-none = لا توجد رسائل
messages-none-yet = لم ترسل أي رسالة بعد.
messages-none-sent = هذا الموقع لا يرسل رسائل.
messages-limit-title = سقف الإنفاق
messages-price = كلفة جزء من رسالة قصيرة { $price }. للرسالة الطويلة عدة أجزاء.
messages-limit = يمكن أن تبلغ كلفة الرسائل القصيرة في الشهر { $limit }. عند 80% تتوقف الملخصات، وعند السقف تتوقف الأخبار والأجوبة أيضا. الرموز والإشعارات القانونية وما يحمي الحسابات ترسل دائما.
messages-no-limit = لم يحدد أي سقف للإنفاق.
messages-source = المصدر: ما يرسله هذا الموقع، يحسب عند إرساله.

outbox-title = رسائل العرض التجريبي
outbox-lede = العرض التجريبي لا يرسل شيئا. هذا ما كان سيرسل، الأحدث أولا.
outbox-none = لم يرسل شيء
outbox-none-why = عندما يكون للعرض التجريبي ما يقوله، تقرأ رسالته هنا.
outbox-to = إلى:
outbox-mail = بريد إلكتروني
outbox-sms = { $parts ->
    [zero] رسالة قصيرة بلا أجزاء
    [one] رسالة قصيرة من جزء واحد
    [two] رسالة قصيرة من جزأين
    [few] رسالة قصيرة من { $parts } أجزاء
    [many] رسالة قصيرة من { $parts } جزءا
   *[other] رسالة قصيرة من { $parts } جزء
}
outbox-example-code = رمزكم: 482 913. لا تعطوه لأحد.
outbox-example-notice = تغير المشروع { $reference }. أجيبوا STOP لإيقاف الرسائل.
outbox-example-subject = المشاريع التي تتابعونها
outbox-example-question = متى يصل الماء الصالح للشرب إلى دوارنا؟
outbox-example-digest = تغير هذا الأسبوع المشروع { $reference }. اقرؤوا المزيد على { $site }.

# What is answered to an SMS

sms-taken = وصلت رسالتكم: { $reference }. لمعرفة مآلها أرسلوا: حالة
sms-waits = { $reference }: وصلت يوم { $date } ولم تقرأ بعد.
sms-read = { $reference }: قرئت يوم { $date }.
sms-unknown = لا رسالة { $reference } لدينا من هذا الرقم.
sms-nothing = لا رسالة لدينا من هذا الرقم.
