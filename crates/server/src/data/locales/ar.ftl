# Open data

section-data = المعطيات
section-words = الكلمات
data-title = معطيات مفتوحة
data-lede = يمكن تحميل كل ما تعرضه الصفحات، بدون تسجيل.
data-projects-what = يظهر كل تغيير في السجل في الملفات فورا.
data-places-what = أماكن المغرب (الرمز والاسم وعدد السكان) وأرقام الإحصاء الخاصة بالجهة، في جداول.
data-places-table = الأماكن: الرمز والمستوى والاسم وعدد السكان
data-census = أرقام الإحصاء، رقم في كل سطر
data-how = كيف تحمّلونها
data-how-lists = تعطي كل قائمة في الموقع ما تعرضه بالضبط: اختاروا، ثم حمّلوا.
data-how-api = للبرامج المعلوماتية:
data-licence = الرخصة:
data-csv = جدول: مشروع في كل سطر، للجداول الحسابية والبرامج
data-xlsx = الجدول نفسه لبرنامجي Excel وLibreOffice، مع شرح الأعمدة
data-oc4ids = كل ما نُشر عن كل مشروع، وفق المعيار الدولي OC4IDS 0.9.5
data-geojson = المشاريع على الخريطة
data-api = صفحة بعد صفحة، للبرامج
data-package = وصف الجداول، عمودا بعد عمود
data-openapi = وصف جميع العناوين
data-budgets = الميزانيات
data-budgets-what = سطر من الميزانية في كل سطر من الجدول، وملف لكل سنة ومرحلة. لا تُجمع مبالغ مرحلتين.
data-budget-voted = الميزانية المصوَّت عليها لسنة { $year }
data-budget-modified = الميزانية المعدَّلة لسنة { $year }
data-budget-executed = تنفيذ ميزانية { $year }
data-budget-package = كل الميزانيات، مع شرح كل عمود (معطيات مالية مفتوحة)
