# What an import of a budget says (to the operator)
import-budget-row = السطر { $row }:
import-budget-nothing = والو
import-budget-not-a-table = الميزانية كتدخل غير من ملف CSV ولا XLSX.
import-budget-too-long = فهاد الملف سطورا كثر من ديال شي ميزانية (السطر { $value }).
import-budget-no-header = ما تفهم حتى سطر ديال العناوين: خاص على الأقل مبلغ وعمود آخر. سميوهم فجدول المطابقة؛ اللي معروف: { $value }
import-budget-none = ما كاين حتى سطر ديال { $value }؛ شوفو عمود العام والمرحلة و--year و--phase.
import-budget-levels = السطورا من بزاف ديال المستويات: كنخدو اللي لتحت، واللي لفوق راه مجموعهم وتراجع.
import-budget-year = «{ $value }» ماشي عام.
import-budget-phase = «{ $value }» ماشي مرحلة (voted, modified, executed).
import-budget-direction = «{ $value }» لا مدخول لا مصروف (revenue, spending).
import-budget-no-direction = مدخول ولا مصروف؟ سميو العمود، ولا كتبو direction فجدول المطابقة.
import-budget-part = «{ $value }» لا تسيير لا تجهيز (running, equipment).
import-budget-account = «{ $value }» ماشي حساب؛ كتبو main ولا annexed:CODE ولا special:CODE.
import-budget-node = «{ $value }» ماشي بلاصة فالميزانية، بحال spending/2/30.
import-budget-gap = ناقص رمز بين جوج مستويات.
import-budget-cofog = «{ $value }» ماشي رمز COFOG، بحال 04.5.1.
import-budget-purpose = «{ $value }» ماشي غاية معروفة؛ السوارت راهم فالدليل.
import-budget-family = «{ $value }» ماشي فئة ديال القانون فهاد الاتجاه؛ السوارت راهم فالدليل.
import-budget-mandatory = «{ $value }» ماشي مصروف إجباري؛ السوارت راهم فالدليل.
import-budget-yes = «{ $value }» لا إيه لا لا.
import-budget-place = «{ $value }» ماشي رمز ديال شي بلاصة معروفة.
import-budget-currency = «{ $value }» ماشي هي عملة الميزانية: عندها غير وحدة.
import-budget-amount = «{ $value }» ماشي مبلغ باين؛ گولو علامة الفاصلة فجدول المطابقة (decimal).
import-budget-no-code = السطر «{ $value }» ما عندو رمز وماشي مجموع.
import-budget-above = { $value } راه فوق سطورا خرين وعندو مبلغ ديالو: غادي يتحسب جوج مرات. كتبو rows = "levels" إلا كان هو مجموعهم.
import-budget-no-name = { $value } ما عندوش سمية.
import-budget-twice = السطر { $value } كاين من قبل فالملف.
import-budget-total = { $node }، { $measure }: الوثيقة المسنية كتگول { $stated }، والسطورا كيعطيو { $computed }؛ الفرق { $difference }
import-budget-two-paths = «{ $line }» ({ $amount }) كاين فجوج بلايص: { $first } و{ $again }. كتبو repeated_lines = true إلا كانو جوج سطورا بصح.
import-budget-surplus = التسيير كيخلي { $left }، والتجهيز كيوصلو منهم { $carried }؛ الفرق { $difference } (القانون التنظيمي 111.14، المادة 167)
import-budget-others = سطورا ديال عوام ولا مراحل خرين ما تقراوش: { $count }
import-budget-absent = سطر معروف هاد الملف ما جابش سميتو: { $line }
import-budget-kept = سطورا معروفين ما جاوش فهاد الملف وبقاو: { $count }؛ إلا بغيتو تحيدوهم زيدو --whole
import-budget-dropped = سطورا معروفين ما جاوش فهاد الملف وتحيدو: { $count }
import-budget-ignored = عمود ما تقراش: { $field } ({ $count })
import-budget-no-project = { $project } باقي ما كاينش فالسجل (سطور الملف: { $rows })
import-budget-read = تقراو { $read } سطر، تخداو { $lines }، تراجعو { $stated } مجموع، وكاينين { $bad } مشاكل
import-budget-same = ما تبدل والو: الميزانية { $edition } راها هي هادي.
import-budget-saved = الميزانية { $edition }: سطورا جداد { $created }، تبدلو { $updated }، بقاو كيف ما هوما { $unchanged }
import-budget-refused = ما تكتب والو. صلحو الملف وعاودو دخلوه.
import-budget-undone = الاستيراد { $id } تلغى: { $edition } رجعات كيف ما كانت.
import-budget-words = شروحات تبدلو: { $count }

# Open fiscal data
budget-data-title = ميزانيات ديال { $council }
