# Forms that fill a document

edit-needed = (needed)
edit-not-said = not said
edit-no-choices = Nothing to choose yet: first add the parties on the page “Who”.
edit-pairs-hint = A line for each value: name, colon, value.
edit-must = This answer is needed.
edit-must-with = Answer here too, or empty the answers that go with it.
edit-too-long = This is too long: { $figure } letters at most.
edit-wrong-number = Write a whole number, such as 12.
edit-wrong-percent = Write a number from 0 to 100.
edit-wrong-amount = Write an amount, such as 1250000 or 1250000.50.
edit-wrong-currency = Write the currency’s code in three letters, such as MAD.
edit-wrong-day = Write a date: year, month, day, such as 2026-01-31.
edit-wrong-choice = Choose one of the answers offered.
edit-wrong-position = Write latitude and longitude in degrees, such as 32.33 and -6.35.
edit-wrong-geometry = This is no GeoJSON shape (Point, LineString, Polygon…).
edit-wrong-pairs = Each line needs a name, a colon and a value.
edit-currency = Currency
edit-latitude = Latitude
edit-longitude = Longitude
edit-other-languages = Other languages
