# Home

home-title = جهتكم، باب مفتوح
home-lede = شاهدوا مشاريع الجهة: أين هي، ومن يدفع، وماذا أُنجز، وماذا صُرف.
home-not-yet = هذا الموقع لم يشتغل بعد
home-not-yet-text = عودوا قريبا. لا شيء يقرأ هنا بعد.
home-people = السكان (إحصاء 2024)
home-communes = { $provinces ->
    [zero] الجماعات
    [one] الجماعات، في إقليم واحد
    [two] الجماعات، في إقليمين
    [few] الجماعات، في { $provinces } أقاليم
    [many] الجماعات، في { $provinces } إقليما
   *[other] الجماعات، في { $provinces } إقليم
}
home-projects = المشاريع التي نتتبعها
home-cost = مجموع الكلفة المقررة
home-tasks = ماذا تريدون أن تفعلوا؟
home-task-projects = تتبعوا مشروعا
home-task-budget = فهم الميزانية
home-task-budget-figure = { $year }: { $amount }
home-task-places = شاهدوا جماعتكم
home-task-places-figure = { $count ->
    [zero] لا جماعات
    [one] جماعة واحدة
    [two] جماعتان
    [few] { $count } جماعات
    [many] { $count } جماعة
   *[other] { $count } جماعة
}
home-task-data = حمّلوا المعطيات
home-task-data-figure = CSV وJSON، بدون تسجيل
home-task-contact = تحدثوا إلينا
home-task-contact-figure = سؤال أو خطأ
home-task-access = اقرؤوا بطريقة أخرى
home-task-access-figure = ما يعمل وما ينقص
home-parts = إقليمكم
home-parts-caption = المشاريع حسب الإقليم
home-map-caption = عدد المشاريع في كل إقليم. الأرقام نفسها في الجدول. الحدود تقريبية. مصدر الحدود: المندوبية السامية للتخطيط.
home-news = ما تغيّر
home-news-built = أُنجز { "\u2066" }{ $percent }%{ "\u2069" }
home-news-all = اقرؤوا كل الأخبار
