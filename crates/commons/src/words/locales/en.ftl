# The words explained

words-title = The words explained
words-lede = One word for each thing, always the same one.
words-article = article { $article }
