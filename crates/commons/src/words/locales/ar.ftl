# The words explained

words-title = كلمات مشروحة
words-lede = كلمة واحدة لكل شيء، هي نفسها دائما.
words-article = المادة { $article }
