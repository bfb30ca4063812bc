//! Agents keep the register in the browser: drafts, two at once, a second person, and nothing lost.

use axum::http::{StatusCode, header};
use infitah_base::{Lang, Text};
use infitah_commons::access::Role;
use infitah_store::{db_test, testing::TestDb};
use infitah_transparency::projects::Project;

use crate::support::{Answer, Browser, TestApp};

/// A register of so many projects in the region.
async fn register(app: &TestApp, count: usize) -> Vec<String> {
    let project = |number: usize| {
        let mut project = Project::new(format!("T-{number}"), Text::one(Lang::arabic(), format!("طريق {number}")));
        project.dates.planned_end = "2027-06-30".parse().ok();
        project
    };
    app.save((0..count).map(project).collect()).await;
    let mut references: Vec<String> = app.all().await.into_iter().map(|(reference, _)| reference).collect();
    references.sort();
    references
}

async fn agent(app: &TestApp) -> Browser {
    app.signed_in(Some((Role::Agent, "05"))).await
}

/// Where an answer sends the browser.
fn to(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.header(header::LOCATION).to_owned()
}

/// Begins a draft of a project and gives its address.
async fn begin(who: &mut Browser, reference: &str) -> String {
    to(&who.post(&format!("/fr/desk/projects/{reference}/edit"), "").await)
}

async fn add_milestone(who: &mut Browser, draft: &str, number: &str) {
    let form = format!("seen=%7B%7D&title.fr=Jalon+{number}&id={number}&due=2027-01-01&do=save");
    to(&who.post(&format!("{draft}/entries/milestones/new"), &form).await);
}

/// Posts the page of publication as it was seen.
async fn decide(who: &mut Browser, draft: &str, what: &str) -> Answer {
    let page = who.get(&format!("{draft}/publish")).await;
    if page.status != StatusCode::OK {
        return page;
    }
    let field = |name: &str| page.attribute(&format!("input[name={name}]"), "value").remove(0);
    let form = format!("turn={}&newest={}&{what}", field("turn"), field("newest"));
    who.post(&format!("{draft}/publish"), &form).await
}

async fn project(app: &TestApp, reference: &str) -> Project {
    app.all().await.into_iter().find(|(one, _)| one == reference).unwrap().1
}

#[db_test]
async fn an_agent_writes_a_new_project_and_publishes_it(db: TestDb) {
    let app = TestApp::bare(db).await;
    let mut who = agent(&app).await;
    let refused = who.post("/fr/desk/projects/new", "title.fr=&identifier=N-1&place=05").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.attribute("#identifier", "value"), ["N-1"], "what was typed is kept");
    let draft = to(&who.post("/fr/desk/projects/new", "title.fr=%C3%89cole&identifier=N-1&place=05").await);
    let money = "budget.amount=1+250+000%2C50&budget.amount%3Acurrency=MAD&budget.approved=2026-01-31";
    to(&who.post(&format!("{draft}/pages/money"), money).await);
    let wrong = who.post(&format!("{draft}/pages/when"), "dates.planned_end=31%2F02").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.find(".errsum").join(" ").contains("année, mois, jour"));
    add_milestone(&mut who, &draft, "1").await;
    add_milestone(&mut who, &draft, "1").await;
    let preview = who.get(&format!("{draft}/preview")).await;
    assert!(preview.text().contains("École") && preview.text().contains("n’est pas publié"));
    assert!(app.all().await.is_empty(), "nothing is published before it is");
    let done = to(&decide(&mut who, &draft, "do=publish&why=Vote").await);
    assert!(done.contains("published=PRJ-"), "{done}");
    let all = app.all().await;
    let (reference, project) = all.first().unwrap();
    assert_eq!(project.budget.as_ref().unwrap().amount.minor, 125_000_050);
    assert_eq!(project.milestones.len(), 1, "a form sent twice is one entry");
    assert!(app.get(&format!("/fr/projects/{reference}")).await.text().contains("École"));
    // The button pressed twice.
    let again = who.get(&format!("{draft}/publish")).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    let taken = who.post("/fr/desk/projects/new", "title.fr=Autre&identifier=N-1&place=05").await;
    assert!(taken.text().contains("porte déjà ce numéro"));
}

#[db_test]
async fn the_second_of_two_agents_sees_what_changed_and_chooses(db: TestDb) {
    let app = TestApp::bare(db).await;
    let reference = register(&app, 1).await.remove(0);
    let (mut first, mut second) = (agent(&app).await, agent(&app).await);
    let (one, two) = (begin(&mut first, &reference).await, begin(&mut second, &reference).await);
    assert_ne!(one, two);
    assert_eq!(begin(&mut first, &reference).await, one, "who begins again goes on");
    to(&first.post(&format!("{one}/pages/when"), "dates.planned_end=2027-09-30").await);
    to(&second.post(&format!("{two}/pages/when"), "dates.planned_end=2028-01-31&dates.planned_start=2027-01-01").await);
    add_milestone(&mut second, &two, "7").await;
    assert!(to(&decide(&mut first, &one, "do=publish").await).contains("published="));
    let refused = to(&decide(&mut second, &two, "do=publish").await);
    assert!(refused.contains("changed=1"), "{refused}");
    let page = second.get(&format!("{two}/publish")).await;
    assert_eq!(page.attribute("fieldset.panel input[type=radio]", "name").len(), 2, "one choice: {}", page.text());
    assert!(page.text().contains("publié par quelqu’un d’autre"));
    let open = decide(&mut second, &two, "do=choose").await;
    assert_eq!(open.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(open.find(".errsum").join(" ").contains("Choisissez"));
    to(&decide(&mut second, &two, "do=choose&take%3Adates.planned_end=theirs").await);
    assert!(to(&decide(&mut second, &two, "do=publish").await).contains("published="));
    let now = project(&app, &reference).await;
    assert_eq!(now.dates.planned_end, "2027-09-30".parse().ok());
    assert_eq!(now.dates.planned_start, "2027-01-01".parse().ok());
    assert_eq!(now.milestones.len(), 1);
}

#[db_test]
async fn where_a_second_person_is_asked_for_the_author_cannot_publish(db: TestDb) {
    let app = TestApp::bare(db).await;
    let reference = register(&app, 1).await.remove(0);
    let mut administrator = app.signed_in(Some((Role::Administrator, "05"))).await;
    let setting = "/fr/desk/settings/projects.second-person";
    to(&administrator.post(setting, "version=0&value=yes").await);
    let (mut author, mut reader) = (agent(&app).await, agent(&app).await);
    let draft = begin(&mut author, &reference).await;
    add_milestone(&mut author, &draft, "1").await;
    assert_eq!(reader.get(&draft).await.status, StatusCode::NOT_FOUND, "a draft is its author's");
    let alone = decide(&mut author, &draft, "do=publish").await;
    assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY);
    to(&decide(&mut author, &draft, "do=send").await);
    assert!(reader.get("/fr/desk/projects").await.text().contains("À publier par vous"));
    let written = reader.post(&format!("{draft}/pages/when"), "dates.planned_end=2030-01-01").await;
    assert_eq!(to(&written), draft, "who reads it does not write it");
    assert!(to(&decide(&mut reader, &draft, "do=publish&why=Relu").await).contains("published="));
    assert_eq!(project(&app, &reference).await.milestones.len(), 1);
    assert_eq!(project(&app, &reference).await.dates.planned_end, "2027-06-30".parse().ok());
}

#[db_test]
async fn an_entry_that_another_window_changed_is_not_written_over(db: TestDb) {
    let app = TestApp::bare(db).await;
    let reference = register(&app, 1).await.remove(0);
    let mut who = agent(&app).await;
    let draft = begin(&mut who, &reference).await;
    add_milestone(&mut who, &draft, "1").await;
    add_milestone(&mut who, &draft, "2").await;
    let seen = |page: &Answer| page.attribute("input[name=seen]", "value").remove(0);
    let (first, second) = (format!("{draft}/entries/milestones/0"), format!("{draft}/entries/milestones/1"));
    let (one, two) = (seen(&who.get(&first).await), seen(&who.get(&second).await));
    let form = |seen: &str, rest: &str| {
        let seen: String = seen.bytes().map(|byte| format!("%{byte:02X}")).collect();
        format!("seen={seen}&{rest}")
    };
    to(&who.post(&first, &form(&one, "do=remove")).await);
    // The other window still believes that it is the second one.
    to(&who.post(&second, &form(&two, "title.fr=Jalon+2&id=2&due=2027-03-03&do=save")).await);
    let gone = who.post(&first, &form(&one, "title.fr=Jalon+1&id=1&do=save")).await;
    assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(gone.text().contains("autre fenêtre"));
    to(&decide(&mut who, &draft, "do=publish").await);
    let milestones = project(&app, &reference).await.milestones;
    assert_eq!(milestones.len(), 1);
    assert_eq!((milestones[0].id.as_str(), milestones[0].due), ("2", "2027-03-03".parse().ok()));
}

#[db_test]
async fn an_agent_of_one_province_writes_nothing_of_another(db: TestDb) {
    let app = TestApp::demo(db).await;
    let elsewhere = |project: &Project| {
        let codes: Vec<&str> = project.places.iter().filter_map(|place| place.code.as_deref()).collect();
        !codes.is_empty() && codes.iter().all(|code| code.starts_with("05.") && !code.starts_with("05.081"))
    };
    let (reference, _) = app.all().await.into_iter().find(|(_, project)| elsewhere(project)).unwrap();
    let mut who = app.signed_in(Some((Role::Agent, "05.081"))).await;
    let refused = who.post(&format!("/fr/desk/projects/{reference}/edit"), "").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

#[db_test]
async fn twenty_agents_on_two_hundred_projects_lose_nothing(db: TestDb) {
    const AGENTS: usize = 20;
    const PROJECTS: usize = 200;
    let app = TestApp::bare(db).await;
    let references = register(&app, PROJECTS).await;
    let mut agents = Vec::new();
    for _ in 0..AGENTS {
        agents.push(agent(&app).await);
    }
    // Each project is written by two of them, who begin at the same version and in no order.
    let work = agents.into_iter().enumerate().map(|(number, mut who)| {
        let references = &references;
        async move {
            let mine =
                references.iter().enumerate().filter(|(at, _)| at % AGENTS == number || (at + 1) % AGENTS == number);
            let mine: Vec<&String> = mine.map(|(_, reference)| reference).collect();
            let mut open = Vec::new();
            for reference in &mine {
                let draft = begin(&mut who, reference).await;
                add_milestone(&mut who, &draft, &format!("a{number}")).await;
                open.push(draft);
            }
            let mut rounds = 0;
            while let Some(draft) = open.pop() {
                rounds += 1;
                assert!(rounds < 10 * PROJECTS, "it does not end");
                let done = to(&decide(&mut who, &draft, "do=publish").await);
                if !done.contains("published=") {
                    to(&decide(&mut who, &draft, "do=choose").await);
                    open.insert(0, draft);
                }
            }
        }
    });
    futures_util::future::join_all(work).await;
    for (reference, project) in app.all().await {
        let at = references.iter().position(|one| *one == reference).unwrap();
        let mut names: Vec<String> = project.milestones.iter().map(|milestone| milestone.id.clone()).collect();
        names.sort();
        let mut wanted = vec![format!("a{}", at % AGENTS), format!("a{}", (at + 1) % AGENTS)];
        wanted.sort();
        assert_eq!(names, wanted, "{reference}");
    }
}
