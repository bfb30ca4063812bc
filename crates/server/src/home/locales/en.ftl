# Home

home-title = Your region, an open door
home-lede = See the projects of the region: where they are, who pays, what is built and what is paid.
home-not-yet = This site is not set up yet
home-not-yet-text = Come back soon. There is nothing to read here yet.
home-people = inhabitants (2024 census)
home-communes = { $provinces ->
    [one] communes, 1 province
   *[other] communes, { $provinces } provinces
}
home-projects = projects followed
home-cost = planned cost, in total
home-tasks = What do you want to do?
home-task-projects = Follow a project
home-task-budget = Understand the budget
home-task-budget-figure = { $year }: { $amount }
home-task-places = See your commune
home-task-places-figure = { $count ->
    [one] 1 commune
   *[other] { $count } communes
}
home-task-data = Download the data
home-task-data-figure = CSV and JSON, without signing up
home-task-contact = Talk to us
home-task-contact-figure = a question, a mistake
home-task-access = Read in another way
home-task-access-figure = what works, what is missing
home-parts = Your province
home-parts-caption = Projects by province
home-map-caption = Number of projects per province. The same figures are in the table. Boundaries are indicative. Source of the boundaries: HCP.
home-news = What has changed
home-news-built = { $percent }% built
home-news-all = All the news
