# Search

search-title = قلبو
search-hint = مثلا: طريق، الما، زاوية أحنصال
search-found = { $count ->
    [zero] ما لقينا والو
    [one] لقينا نتيجة وحدة
    [two] لقينا جوج ديال النتائج
    [few] لقينا { $count } ديال النتائج
    [many] لقينا { $count } نتيجة
   *[other] لقينا { $count } نتيجة
}
search-nothing = ما كاين والو على «{ $query }»
search-nothing-why = جربو شي كلمة قصر، ولا سمية شي جماعة، بالعربية ولا بالفرنساوية.
search-all-projects = شوفو المشاريع كاملين
