# What an import of a budget says (to the operator)
import-budget-row = السطر { $row }:
import-budget-nothing = لا شيء
import-budget-not-a-table = تُستورد الميزانية من ملف CSV أو XLSX.
import-budget-too-long = في الملف أسطر أكثر مما في ميزانية (السطر { $value }).
import-budget-no-header = لم يُفهم أي سطر عناوين: يلزم مبلغ وعمود آخر على الأقل. سمّوهما في جدول المطابقة؛ المعروف: { $value }
import-budget-none = لا سطر يخص { $value }؛ انظروا عمودي السنة والمرحلة و--year و--phase.
import-budget-levels = الأسطر من مستويات عدة: تؤخذ الدنيا، والأخرى مجاميعها وقد روجعت.
import-budget-year = «{ $value }» ليست سنة.
import-budget-phase = «{ $value }» ليست مرحلة (voted, modified, executed).
import-budget-direction = «{ $value }» ليس مدخولا ولا نفقة (revenue, spending).
import-budget-no-direction = مدخول أم نفقة؟ سمّوا العمود، أو اكتبوا direction في جدول المطابقة.
import-budget-part = «{ $value }» ليس تسييرا ولا تجهيزا (running, equipment).
import-budget-account = «{ $value }» ليس حسابا؛ اكتبوا main أو annexed:CODE أو special:CODE.
import-budget-node = «{ $value }» ليس موضعا في الميزانية، مثل spending/2/30.
import-budget-gap = ينقص رمز بين مستويين.
import-budget-cofog = «{ $value }» ليس رمز COFOG، مثل 04.5.1.
import-budget-purpose = «{ $value }» ليست غاية؛ المفاتيح في الدليل.
import-budget-family = «{ $value }» ليست فئة من فئات القانون لهذا الاتجاه؛ المفاتيح في الدليل.
import-budget-mandatory = «{ $value }» ليست نفقة إجبارية؛ المفاتيح في الدليل.
import-budget-yes = «{ $value }» لا تعني نعم ولا لا.
import-budget-place = «{ $value }» ليس رمز مكان معروف.
import-budget-currency = «{ $value }» ليست عملة الميزانية: لها عملة واحدة.
import-budget-amount = «{ $value }» ليس مبلغا مؤكدا؛ قولوا علامة الكسر في جدول المطابقة (decimal).
import-budget-no-code = السطر «{ $value }» بلا رمز وليس مجموعا.
import-budget-above = { $value } فوق أسطر أخرى وله مبلغ خاص: سيُحسب مرتين. اكتبوا rows = "levels" إن كان مجموعها.
import-budget-no-name = { $value } بلا اسم.
import-budget-twice = السطر { $value } موجود من قبل في الملف.
import-budget-total = { $node }، { $measure }: الوثيقة الموقعة تقول { $stated }، ومجموع الأسطر { $computed }؛ الفرق { $difference }
import-budget-two-paths = «{ $line }» ({ $amount }) في موضعين: { $first } و{ $again }. اكتبوا repeated_lines = true إن كانا سطرين.
import-budget-surplus = يترك التسيير { $left }، ويتلقى التجهيز منه { $carried }؛ الفرق { $difference } (القانون التنظيمي 111.14، المادة 167)
import-budget-others = أسطر لسنوات أو مراحل أخرى لم تُقرأ: { $count }
import-budget-absent = سطر معروف لا يذكره هذا الملف: { $line }
import-budget-kept = أسطر معروفة لا يذكرها هذا الملف تبقى: { $count }؛ و--whole يزيلها
import-budget-dropped = أسطر معروفة لا يذكرها هذا الملف أزيلت: { $count }
import-budget-ignored = عمود لم يُقرأ: { $field } ({ $count })
import-budget-no-project = { $project } ليس في السجل بعد (أسطر الملف: { $rows })
import-budget-read = الأسطر المقروءة { $read }، المأخوذة { $lines }، المجاميع المراجعة { $stated }، المشاكل { $bad }
import-budget-same = لم يتغير شيء: الميزانية { $edition } هي هذه.
import-budget-saved = الميزانية { $edition }: أسطر جديدة { $created }، محيّنة { $updated }، كما هي { $unchanged }
import-budget-refused = لم يُكتب شيء. صححوا الملف ثم استوردوه من جديد.
import-budget-undone = أُلغي الاستيراد { $id }: عادت { $edition } كما كانت.
import-budget-words = شروح تغيرت: { $count }

# Open fiscal data
budget-data-title = ميزانيات { $council }
