# The words explained

words-title = الكلمات مشروحة
words-lede = كلمة وحدة لكل حاجة، وديما هي هي.
words-article = المادة { $article }
