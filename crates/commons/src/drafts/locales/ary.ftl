# استمارات كتعمر وثيقة

edit-needed = (ضروري)
edit-not-said = ما مذكورش
edit-no-choices = مازال ما كاين ما يتختار: زيدو اللولين المتدخلين فصفحة «شكون».
edit-pairs-hint = سطر لكل قيمة: السمية، جوج نقط، القيمة.
edit-must = هاد الجواب ضروري.
edit-must-with = جاوبو هنا حتى هو، ولا خويو الأجوبة اللي معاه.
edit-too-long = هادشي طويل بزاف: { $figure } حرف على الأكثر.
edit-wrong-number = كتبو عدد صحيح، بحال 12.
edit-wrong-percent = كتبو عدد من 0 حتى ل 100.
edit-wrong-amount = كتبو المبلغ، بحال 1250000 ولا 1250000,50.
edit-wrong-currency = كتبو رمز العملة بثلاثة د الحروف، بحال MAD.
edit-wrong-day = كتبو التاريخ: العام، الشهر، النهار، بحال 2026-01-31.
edit-wrong-choice = ختارو واحد من الأجوبة اللي كاينين.
edit-wrong-position = كتبو خط العرض وخط الطول بالدرجات، بحال 32,33 و 6,35-.
edit-wrong-geometry = هادي ماشي رسمة GeoJSON (Point، LineString، Polygon…).
edit-wrong-pairs = كل سطر خاصو سمية وجوج نقط وقيمة.
edit-currency = العملة
edit-latitude = خط العرض
edit-longitude = خط الطول
edit-other-languages = لغات أخرى
