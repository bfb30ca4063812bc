# Messages that leave: how to stop them, what they cost, the outbox of a demonstration

stop-title = حبسو الميساجات
stop-what = ما غاديش يبقاو يوصلوكم الأخبار ولا الملخصات فهاد العنوان.
stop-what-stays = الكودات اللي كتطلبو والإعلانات اللي كيفرضها القانون واللي كيحمي الحساب ديالكم غادي يبقاو ديما يوصلوكم.
stop-do = حبسو ليا الميساجات
stop-done = صافي. ما غاديش يوصلوكم الأخبار ولا الملخصات.
stop-again = عاودو صيفطو ليا الميساجات
stop-again-done = صافي. غادي يوصلوكم الميساجات عاوتاني.
stop-wrong-link = هاد الرابط ناقص ولا ما بقاش خدام. حلوه مرة خرى من الميساج ديالكم.

messages-title = شحال كيتكلفو الميساجات
messages-lede = الميساجات اللي مشاو كل شهر، بالإيميل وبالـSMS، وشحال تكلفو الـSMS.
messages-by-month = الميساجات اللي مشاو، شهر بشهر
messages-month = الشهر
messages-codes = الكودات
messages-legal = إعلانات القانون
messages-security = حماية ديال الحسابات
messages-answers = الجواب على الـSMS
messages-notices = الأخبار
messages-digests = الملخصات
messages-parts = SMS مخلصين
messages-cost = الثمن
messages-none = ما كاين حتى ميساج
messages-none-yet = مازال ما مشى حتى ميساج.
messages-none-sent = هاد الموقع ما كيصيفطش الميساجات.
messages-limit-title = الحد ديال المصروف
messages-price = طرف واحد ديال SMS كيتكلف { $price }. الميساج الطويل فيه كثر من طرف.
messages-limit = الـSMS ديال شهر واحد يقدرو يتكلفو حتى { $limit }. ملي كنوصلو 80% كيحبسو الملخصات، وملي كنوصلو الحد كيحبسو حتى الأخبار والأجوبة. الكودات وإعلانات القانون واللي كيحمي الحسابات كيمشيو ديما.
messages-no-limit = ما كاين حتى حد للمصروف.
messages-source = المصدر: داكشي اللي كيصيفط هاد الموقع، كيتحسب فاش كيمشي.

outbox-title = الميساجات ديال التجربة
outbox-lede = التجربة ما كتصيفط والو. هادا اللي كان غادي يمشي، الجديد هو اللول.
outbox-none = ما مشى والو
outbox-none-why = ملي كيكون عند التجربة ما تقول، كيتقرا الميساج ديالها هنا.
outbox-to = عند:
outbox-mail = إيميل
outbox-sms = { $parts ->
    [zero] SMS بلا أطراف
    [one] SMS فيه طرف واحد
    [two] SMS فيه جوج أطراف
    [few] SMS فيه { $parts } ديال الأطراف
    [many] SMS فيه { $parts } طرف
   *[other] SMS فيه { $parts } طرف
}
outbox-example-code = الكود ديالكم: 482 913. ما تعطيوه لحتى واحد.
outbox-example-notice = المشروع { $reference } تبدل. جاوبو بـSTOP باش نحبسو الميساجات.
outbox-example-subject = المشاريع اللي كتبعو
outbox-example-question = إمتى غادي يوصل الما د الشراب للدوار ديالنا؟
outbox-example-digest = هاد السيمانة تبدل المشروع { $reference }. قراو الباقي ف { $site }.

# What is answered to an SMS

sms-taken = وصل الميساج ديالكم: { $reference }. باش تعرفو فين وصل صيفطو: خبر
sms-waits = { $reference }: وصل نهار { $date } ومازال ما تقرا.
sms-read = { $reference }: تقرا نهار { $date }.
sms-unknown = ما عندنا حتى ميساج { $reference } من هاد النمرة.
sms-nothing = ما عندنا حتى ميساج من هاد النمرة.
