# Home

home-title = Votre région, porte ouverte
home-lede = Voyez les projets de la région : où ils sont, qui paie, ce qui est construit et ce qui est payé.
home-not-yet = Ce site n’est pas encore en service
home-not-yet-text = Revenez bientôt. Il n’y a encore rien à lire ici.
home-people = habitants (recensement 2024)
home-communes = communes, { $provinces } provinces
home-projects = projets suivis
home-cost = coût prévu, en tout
home-tasks = Que voulez-vous faire ?
home-task-projects = Suivre un projet
home-task-budget = Comprendre le budget
home-task-budget-figure = { $year } : { $amount }
home-task-places = Voir votre commune
home-task-places-figure = { $count ->
    [one] { $count } commune
   *[other] { $count } communes
}
home-task-data = Prendre les données
home-task-data-figure = CSV et JSON, sans inscription
home-task-contact = Nous parler
home-task-contact-figure = une question, une erreur
home-task-access = Lire autrement
home-task-access-figure = ce qui marche, ce qui manque
home-parts = Votre province
home-parts-caption = Projets par province
home-map-caption = Nombre de projets par province. Les mêmes chiffres sont dans le tableau. Limites indicatives. Source des limites : HCP.
home-news = Ce qui a changé
home-news-built = { $percent } % construits
home-news-all = Toutes les nouvelles
