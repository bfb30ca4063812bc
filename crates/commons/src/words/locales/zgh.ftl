# The words explained

words-title = ⵜⵉⴳⵓⵔⵉⵡⵉⵏ ⴷ ⵓⵏⴰⵎⴽ ⵏⵏⵙⵏⵜ
words-lede = ⵢⴰⵜ ⵜⴳⵓⵔⵉ ⵉ ⴽⵓ ⵜⴰⵖⴰⵡⵙⴰ, ⴰⴱⴷⴰ.
words-article = ⴰⵎⴰⴳⵔⴰⴷ { $article }
