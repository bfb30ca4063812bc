# The component gallery of the demonstration

design-title = القطع اللي مصايب منها الموقع
design-lede = كل قطعة ديال الصفحات، ومعاها أمثلة. هاد الصفحة كاينة غير فالتجربة.
design-form-title = استمارة باش تجربو
design-form-amount = مبلغ بالدرهم
design-form-amount-hint = مثلا: 1 234,50
design-form-date = تاريخ
design-form-date-hint = مثلا: { "\u2066" }2026-11-23{ "\u2069" }
design-form-send = صيفطو
design-form-accepted = الاستمارة مقادة. ما خلينا عندنا والو منها.
