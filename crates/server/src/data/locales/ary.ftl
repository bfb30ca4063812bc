# Open data

section-data = المعطيات
section-words = الكلمات
data-title = معطيات مفتوحة
data-lede = كاع داكشي اللي كيبان فالصفحات تقدرو تنزلوه، بلا ما تسجلو.
data-projects-what = أي تبديل فالمشاريع كيدخل نيشان فالملفات.
data-places-what = البلايص ديال المغرب (الكود، السمية، وشحال من واحد ساكن) والأرقام ديال الإحصاء ديال الجهة، فجداول.
data-places-table = البلايص، CSV
data-census-table = الأرقام ديال الإحصاء، CSV
data-how = كيفاش تاخدوهم
data-how-lists = كل لائحة فالموقع كتعطي نيشان داكشي اللي كتبين: ختارو، ومن بعد نزلو.
data-how-api = للبرامج:
data-licence = الرخصة:
