# Places

places-title = أماكن الجهة
places-lede = { $count ->
    [zero] لا توجد جماعات.
    [one] جماعة واحدة: سكانها ومشاريعها.
    [two] جماعتان: سكانهما ومشاريعهما.
    [few] { $count } جماعات: سكانها ومشاريعها.
    [many] { $count } جماعة: سكانها ومشاريعها.
   *[other] { $count } جماعة: سكانها ومشاريعها.
}
places-map = الخريطة
places-map-caption = عدد السكان في كل جماعة. الأرقام نفسها في القائمة. الحدود تقريبية. المصدر: المندوبية السامية للتخطيط، إحصاء 2024.
places-provinces = الأقاليم والجماعات
places-name = المكان
places-kind = النوع
places-communes = الجماعات
places-people = السكان
places-of = الجماعات: { $name }
places-data = المعطيات
places-table = القائمة في جدول

place-description = { $name } ({ $kind }): السكان، وأرقام الإحصاء، والمشاريع.
place-people = { $count ->
    [zero] بلا سكان
    [one] ساكن واحد
    [two] ساكنان
    [few] { $count } سكان
    [many] { $count } ساكنا
   *[other] { $count } ساكن
}
place-population = السكان (السكان القانونيون، إحصاء 2024)
place-households = الأسر
place-census = ماذا يقول الإحصاء
place-census-none = ليست لدينا أرقام الإحصاء لهذا المكان.
place-census-by-sex = النساء والرجال
place-census-all = كل السكان
place-what = الموضوع
place-women = النساء
place-men = الرجال
place-all = الجميع
place-explained = ماذا تعني هذه الأرقام؟
place-source = المصدر:
place-source-estimates = في الجماعات التي تفوق 2 000 أسرة، أجابت أسرة من كل خمس: هذه الأرقام تقديرات.
place-within = في { $name }
place-aside = معلومات عملية
place-map = المكان
place-map-caption = الحدود تقريبية. المصدر: المندوبية السامية للتخطيط.
place-code = رمز المكان
place-code-why = رمز الإحصاء (المندوبية السامية للتخطيط)، لتجدوا به هذا المكان في المعطيات.
place-readers = من كل 100 شخص عمره 10 سنوات فأكثر، كم لا يعرف القراءة والكتابة
place-spoken = من كل 100 ساكن، كم يتكلم
place-table-below = الأرقام نفسها في الجدول.
places-find = ابحثوا عن جماعة
