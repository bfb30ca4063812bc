# The words explained

words-title = Les mots expliqués
words-lede = Un mot pour chaque chose, toujours le même.
words-article = article { $article }
