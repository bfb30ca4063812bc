# استمارات تملأ وثيقة

edit-needed = (ضروري)
edit-not-said = غير محدد
edit-no-choices = لا شيء للاختيار بعد: أضيفوا المتدخلين أولا في صفحة «من».
edit-pairs-hint = سطر لكل قيمة: الاسم، نقطتان، القيمة.
edit-must = هذا الجواب ضروري.
edit-must-with = أجيبوا هنا أيضا، أو أفرغوا الأجوبة المرتبطة به.
edit-too-long = هذا طويل جدا: { $figure } حرفا على الأكثر.
edit-wrong-number = اكتبوا عددا صحيحا، مثل 12.
edit-wrong-percent = اكتبوا عددا من 0 إلى 100.
edit-wrong-amount = اكتبوا مبلغا، مثل 1250000 أو 1250000,50.
edit-wrong-currency = اكتبوا رمز العملة بثلاثة حروف لاتينية، مثل MAD.
edit-wrong-day = اكتبوا تاريخا: السنة ثم الشهر ثم اليوم، مثل 2026-01-31.
edit-wrong-choice = اختاروا أحد الأجوبة المقترحة.
edit-wrong-position = اكتبوا خط العرض وخط الطول بالدرجات، مثل 32,33 و6,35-.
edit-wrong-geometry = هذا ليس رسما بصيغة GeoJSON (Point أو LineString أو Polygon…).
edit-wrong-pairs = يجب أن يكون في كل سطر اسم ونقطتان وقيمة.
edit-currency = العملة
edit-latitude = خط العرض
edit-longitude = خط الطول
edit-other-languages = لغات أخرى
