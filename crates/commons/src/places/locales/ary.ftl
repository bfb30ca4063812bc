# Places

places-title = البلايص ديال الجهة
places-lede = { $count ->
    [zero] باقي ما كاين حتى جماعة هنا.
    [one] جماعة وحدة: السكان ديالها والمشاريع ديالها.
    [two] جوج ديال الجماعات: السكان ديالهم والمشاريع ديالهم.
    [few] { $count } ديال الجماعات: السكان ديالهم والمشاريع ديالهم.
    [many] { $count } جماعة: السكان ديالهم والمشاريع ديالهم.
   *[other] { $count } جماعة: السكان ديالهم والمشاريع ديالهم.
}
places-map = الخريطة
places-map-caption = شحال من واحد ساكن فكل جماعة. نفس الأرقام كاينين فاللائحة. الحدود تقريبية وصافي. المصدر: المندوبية السامية للتخطيط، إحصاء 2024.
places-provinces = الأقاليم والجماعات
places-name = البلاصة
places-kind = النوع
places-communes = الجماعات
places-people = السكان
places-of = الجماعات ديال { $name }
places-data = المعطيات
places-table = اللائحة فجدول

place-description = { $kind } { $name }: السكان، الأرقام ديال الإحصاء، والمشاريع.
place-people = { $count ->
    [zero] حتى واحد ما ساكن
    [one] ساكن واحد
    [two] جوج ديال السكان
    [few] { $count } ديال السكان
    [many] { $count } ساكن
   *[other] { $count } ساكن
}
place-population = السكان (العدد القانوني، إحصاء 2024)
place-households = الأسر
place-census = آش كيقول الإحصاء
place-census-none = هاد البرنامج ما عندوش أرقام الإحصاء ديال هاد البلاصة.
place-census-by-sex = العيالات والرجال
place-census-all = السكان كاملين
place-what = على آش كنهضرو
place-women = العيالات
place-men = الرجال
place-all = كلشي مجموع
place-explained = آش كيعنيو هاد الأرقام؟
place-source = المصدر:
place-source-estimates = فالجماعات اللي فيهم كتر من 2 000 أسرة، جاوبات أسرة وحدة من كل خمسة: هاد الأرقام تقديرات وصافي.
place-within = وسط { $name }
place-aside = معلومات نافعة
place-map = البلاصة
place-map-caption = الحدود تقريبية وصافي. المصدر: المندوبية السامية للتخطيط.
place-code = الكود ديال البلاصة
place-code-why = هادا الكود ديال الإحصاء (المندوبية السامية للتخطيط)، باش تلقاو هاد البلاصة وسط المعطيات.
place-readers = من كل 100 واحد عندو 10 سنين وكتر، شحال ما كيعرفش يقرا ويكتب
place-spoken = من كل 100 واحد، شحال كيهضر
place-table-below = نفس الأرقام كاينة فالجدول.
places-find = قلبو على جماعة
