# Open data

section-data = المعطيات
section-words = الكلمات
data-title = معطيات مفتوحة
data-lede = يمكن تحميل كل ما تعرضه الصفحات، بدون تسجيل.
data-projects-what = يظهر كل تغيير في السجل في الملفات فورا.
data-places-what = أماكن المغرب (الرمز والاسم وعدد السكان) وأرقام الإحصاء الخاصة بالجهة، في جداول.
data-places-table = الأماكن، CSV
data-census-table = أرقام الإحصاء، CSV
data-how = كيف تحمّلونها
data-how-lists = تعطي كل قائمة في الموقع ما تعرضه بالضبط: اختاروا، ثم حمّلوا.
data-how-api = للبرامج المعلوماتية:
data-licence = الرخصة:
