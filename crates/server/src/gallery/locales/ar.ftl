# The component gallery of the demonstration

design-title = مكونات الموقع
design-lede = كل قطعة من الصفحات، مع أمثلة. لا توجد هذه الصفحة إلا في النسخة التجريبية.
design-form-title = استمارة للتجربة
design-form-amount = مبلغ بالدرهم
design-form-amount-hint = مثال: 1 234,50
design-form-date = تاريخ
design-form-date-hint = مثال: { "\u2066" }2026-11-23{ "\u2069" }
design-form-send = إرسال
design-form-accepted = الاستمارة صحيحة. لم نحتفظ بأي شيء.
