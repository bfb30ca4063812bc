# Home

home-title = الجهة ديالكم، بابها محلول
home-lede = شوفو المشاريع ديال الجهة: فين كاينين، شكون كيخلص، آش تنجز، وآش تخلص.
home-not-yet = هاد الموقع باقي ما بدا
home-not-yet-text = رجعو قريب. باقي ما كاين ما يتقرا هنا.
home-people = السكان (إحصاء 2024)
home-communes = الجماعات، والأقاليم: { $provinces }
home-projects = المشاريع اللي متبعين
home-cost = الثمن المقرر، كلشي مجموع
home-tasks = آش بغيتو تديرو؟
home-task-projects = تبعو شي مشروع
home-task-budget = فهمو الميزانية
home-task-budget-figure = { $year }: { $amount }
home-task-places = شوفو الجماعة ديالكم
home-task-places-figure = { $count ->
    [zero] حتى جماعة
    [one] جماعة وحدة
    [two] جوج ديال الجماعات
    [few] { $count } ديال الجماعات
    [many] { $count } جماعة
   *[other] { $count } جماعة
}
home-task-data = نزلو المعطيات
home-task-data-figure = CSV و JSON، بلا ما تسجلو
home-task-contact = هضرو معانا
home-task-contact-figure = شي سؤال، شي غلط
home-task-access = قراو بطريقة خرى
home-task-access-figure = آش خدام وآش باقي ناقص
home-parts = الإقليم ديالكم
home-parts-caption = المشاريع فكل إقليم
home-map-caption = شحال من مشروع فكل إقليم. نفس الأرقام كاينين فالجدول. الحدود تقريبية وصافي. منين جات الحدود: المندوبية السامية للتخطيط.
home-news = آش تبدل
home-news-built = تنجز { "\u2066" }{ $percent }%{ "\u2069" }
home-news-all = كاع الأخبار
