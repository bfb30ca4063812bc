# Search

search-title = بحث
search-hint = مثال: طريق، ماء، زاوية أحنصال
search-found = { $count ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
    [many] { $count } نتيجة
   *[other] { $count } نتيجة
}
search-nothing = لم نجد شيئا عن «{ $query }»
search-nothing-why = جربوا كلمة أقصر، أو اسم جماعة، بالعربية أو بالفرنسية.
search-all-projects = شاهدوا كل المشاريع
