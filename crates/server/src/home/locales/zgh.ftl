# Home

home-title = ⵜⴰⵎⵏⴰⴹⵜ ⵏⵏⵓⵏ, ⵉⵎⵉ ⵉⵕⵥⵎⵏ
home-lede = ⵥⵕⴰⵜ ⵉⵙⵏⴼⴰⵔⵏ ⵏ ⵜⵎⵏⴰⴹⵜ: ⵎⴰⵏⵉ ⵍⵍⴰⵏ, ⵎⴰⵏⵡⴰ ⵉⴼⵔⵔⵓⵏ, ⵎⴰⵢⴷ ⵉⵜⵜⵓⵙⴽⴰⵔⵏ, ⵎⴰⵢⴷ ⵉⵜⵜⵓⴼⵔⴰⵏ.
home-not-yet = ⴰⵙⵉⵜ ⴰⴷ ⵓⵔ ⵜⴰ ⵉⴱⴷⵉ
home-not-yet-text = ⵖⵔⵎⴰⵜ ⵜⵉⴽⴽⵍⵜ ⵢⴰⴹⵏ. ⵓⵔ ⵜⴰ ⵉⵍⵍⵉ ⵡⴰⵍⵓ ⴷⴰ.
home-people = ⵉⵎⵣⴷⴰⵖⵏ (ⴰⵙⵉⴹⵏ 2024)
home-communes = ⵜⵉⵖⵔⵎⵉⵏ (ⵜⴰⵙⴳⵉⵡⵉⵏ: { $provinces })
home-projects = ⵉⵙⵏⴼⴰⵔⵏ
home-cost = ⴰⵜⵉⴳ, ⵜⴰⵎⵓⵜⵜⵔⵜ
home-tasks = ⵎⴰⵢⴷ ⵜⵔⴰⵎ?
home-task-projects = ⴹⴼⵕ ⴰⵙⵏⴼⴰⵔ
home-task-budget = ⴼⵀⵎ ⵉⴷⵔⵉⵎⵏ
home-task-budget-figure = { $year }: { $amount }
home-task-places = ⵥⵕ ⵜⴰⵖⵔⵎⵜ ⵏⵏⵓⵏ
home-task-places-figure = ⵜⵉⵖⵔⵎⵉⵏ: { $count }
home-task-data = ⴰⵡⵢ ⵉⵙⴼⴽⴰ
home-task-data-figure = CSV, JSON, ⴱⵍⴰ ⴰⵎⵉⴹⴰⵏ
home-task-contact = ⵙⵉⵡⵍⴰⵜ ⴰⴽⵉⴷⵏⵖ
home-task-contact-figure = ⴰⵙⵇⵇⵙⵉ, ⵜⴰⵣⴳⵍⵜ
home-task-access = ⵜⵉⵖⵔⵉ ⵢⴰⴹⵏ
home-task-access-figure = ⵎⴰⵢⴷ ⵉⵙⵡⵡⵓⵔⵉⵏ, ⵎⴰⵢⴷ ⵉⵇⵇⵉⵎⵏ
home-parts = ⵜⴰⵙⴳⴰ ⵏⵏⵓⵏ
home-parts-caption = ⵉⵙⵏⴼⴰⵔⵏ ⴳ ⴽⵓ ⵜⴰⵙⴳⴰ
home-map-caption = ⴰⵎⴹⴰⵏ ⵏ ⵉⵙⵏⴼⴰⵔⵏ ⴳ ⴽⵓ ⵜⴰⵙⴳⴰ. ⵍⵍⴰⵏ ⵉⵎⴹⴰⵏⵏ ⴰⴷ ⴳ ⵜⴼⵍⵡⵉⵜ. ⵉⵡⵓⵜⵜⴰ ⵓⵔ ⴳⵉⵏ ⵓⵏⵚⵉⴱⵏ. ⴰⵖⴱⴰⵍⵓ ⵏ ⵉⵡⵓⵜⵜⴰ: HCP.
home-news = ⵎⴰⵢⴷ ⵉⵏⴼⵍⵏ
home-news-built = ⵉⵜⵜⵓⵙⴽⴰⵔ: { $percent } %
home-news-all = ⵉⵏⵖⵎⵉⵙⵏ ⴰⴽⴽⵯ
