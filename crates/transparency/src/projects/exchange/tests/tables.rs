//! Tables with every group of the register: what a ministry writes is understood, what we write comes home.

use infitah_base::{Currency, Lang, Money, Text};
use infitah_kit::export::{sheet::About, table::Cell};
use rstest::rstest;

use super::super::{columns as meanings, *};
use crate::projects::{
    Status,
    model::{
        Agreement, Beneficiary, Budget, Contract, ContractStatus, CostAt, CostStep, Dates, Duration, Funding, JobCount,
        JobGroup, Kind, Method, Modification, Observation, Party, Phase, PlaceRef, Registered, Sex, Shape,
        Surroundings, Transfer, Vote, Work,
    },
};

fn mad(minor: i64) -> Money {
    Money::new(minor, Currency::MAD)
}

fn day(text: &str) -> Option<infitah_base::CivilDate> {
    Some(text.parse().unwrap())
}

/// A text in every language.
fn said(what: &str) -> Text {
    let mut out = Text::default();
    for lang in Lang::all() {
        out.set(lang, format!("{what}, {lang}"));
    }
    out
}

fn party(id: &str, role: &str, registered: Option<&str>) -> Party {
    let registered =
        registered.map(|id| Registered { scheme: "MA-ICE".to_owned(), id: id.to_owned(), legal_name: None });
    Party { id: id.to_owned(), name: said(id), roles: vec![role.to_owned()], registered, contact: None }
}

fn transfer(id: &str, minor: i64, date: &str) -> Transfer {
    Transfer {
        id: id.to_owned(),
        amount: mad(minor),
        date: day(date),
        payer: Some("MA-REG".to_owned()),
        payee: None,
        source: Text::default(),
    }
}

fn dates(year: i16) -> Dates {
    let end = |month: &str| day(&format!("{year}-{month}-07"));
    Dates { planned_start: end("01"), planned_end: end("05"), actual_start: end("02"), actual_end: end("06") }
}

fn jobs(sex: Sex, age: &str, count: u32) -> JobGroup {
    JobGroup { sex: Some(sex), age: Some(age.to_owned()), duration: None, local: None, count }
}

fn contract(id: &str, value: Option<i64>, suppliers: &[&str]) -> Contract {
    Contract {
        id: id.to_owned(),
        value: value.map(mad),
        suppliers: suppliers.iter().map(|id| (*id).to_owned()).collect(),
        ..Contract::default()
    }
}

/// A project that says something in every column.
fn whole() -> Project {
    let mut project = Project::new("A-1", said("Route"));
    (project.purpose, project.description) = (said("But"), said("Description"));
    (project.kind, project.status, project.work) =
        (Some(Kind::PublicWorks), Some(Status::Implementation), Some(Work::Construction));
    project.sectors = vec!["transport.road".to_owned(), "health".to_owned()];
    let place = |code: &str| PlaceRef { code: Some(code.to_owned()), ..PlaceRef::default() };
    let line = Some(Shape::LineString(vec![[-6.0, 32.0], [-6.1, 32.1]]));
    project.places = vec![
        PlaceRef {
            given: Some("Taghia".to_owned()),
            point: Some([-6.25, 32.125]),
            shape: line,
            ..place("05.081.03.13")
        },
        place("05.081"),
        PlaceRef { given: Some("Ailleurs".to_owned()), ..PlaceRef::default() },
    ];
    project.budget = Some(Budget { amount: mad(4_200_000_050), approved: day("2025-10-06") });
    project.parties = vec![
        party("MA-REG", "funder", None),
        party("MA-AREP", "publicAuthority", None),
        party("SOC-1", "supplier", Some("000000000000101")),
        party("SOC-2", "supplier", None),
    ];
    project.funding = vec![Funding { party: "MA-REG".to_owned(), amount: mad(4_200_000_050) }];
    project.costs = [CostAt::Approval, CostAt::Award, CostAt::Now, CostAt::Final]
        .into_iter()
        .zip(1..)
        .map(|(at, n)| CostStep { at, amount: mad(n * 100), date: day("2026-01-15"), reason: said("Parce que") })
        .collect();
    project.commitments = vec![transfer("E-1", 500, "2026-01-20"), transfer("E-2", 1_050, "2026-03-20")];
    project.payments = vec![transfer("P-2", 250, "2026-04-02"), transfer("P-1", 100, "2026-02-02")];
    let vote = Vote {
        date: "2025-10-06".parse().unwrap(),
        body: said("Conseil"),
        decision: Some("15/2025".to_owned()),
        ayes: Some(45),
        noes: Some(2),
        abstained: Some(0),
    };
    project.agreements = vec![
        Agreement {
            number: "2025-051".to_owned(),
            title: said("Convention"),
            date: day("2025-10-30"),
            vote: Some(vote),
        },
        Agreement { number: "2026-007".to_owned(), title: said("Avenant"), date: None, vote: None },
    ];
    let modification = Modification {
        id: "1".to_owned(),
        date: day("2026-05-01"),
        what: None,
        description: Text::default(),
        reason: said("Mur"),
        old_value: Some(mad(9_000)),
        new_value: Some(mad(9_500)),
        old_end: None,
        new_end: None,
    };
    project.contracts = vec![
        contract("2025/10", Some(800), &["SOC-2"]),
        Contract {
            title: said("Travaux"),
            status: Some(ContractStatus::PreAward),
            method: Some(Method::Open),
            method_words: said("Appel d’offres ouvert"),
            bidders: Some(4),
            estimate: Some(mad(9_999)),
            final_value: Some(mad(9_400)),
            signed: day("2026-01-05"),
            start: day("2026-02-03"),
            end: day("2026-09-30"),
            modifications: vec![modification],
            ..contract("2025/11", Some(9_000), &["SOC-1"])
        },
        contract("ocds:12", None, &[]),
        contract("2025/13", None, &["SOC-1", "SOC-2"]),
    ];
    project.dates = dates(2026);
    let status = [Status::Identification, Status::Preparation, Status::Completion, Status::Maintenance];
    project.phases = status
        .into_iter()
        .chain([Status::Decommissioning])
        .zip(2020..)
        .map(|(status, year)| Phase { status, dates: dates(year) })
        .collect();
    let seen = |date: &str, percent| Observation { date: date.parse().unwrap(), percent, source: said("PV") };
    project.physical = vec![seen("2026-03-10", 6), seen("2026-11-12", 46)];
    project.financial = vec![seen("2026-11-05", 61)];
    let count = |women, men| JobCount { women: Some(women), men: Some(men), total: Some(women + men) };
    (project.jobs.planned, project.jobs.created) = (count(2, 40), count(14, 41));
    project.jobs.planned_groups = vec![
        JobGroup { sex: None, age: None, duration: Some(Duration::Permanent), local: Some(false), count: 3 },
        JobGroup { sex: None, age: Some("jeunes".to_owned()), duration: None, local: Some(true), count: 0 },
    ];
    project.jobs.created_groups =
        vec![jobs(Sex::Female, "18-35", 9), jobs(Sex::Female, "36+", 5), jobs(Sex::Male, "18-35", 41)];
    project.jobs.method = said("Déclarations");
    project.beneficiaries = vec![
        Beneficiary { who: said("Habitants"), people: Some(6_200) },
        Beneficiary { who: Text::one(Lang::parse("fr").unwrap(), "Élèves"), people: None },
    ];
    project.surroundings = Surroundings {
        impact_assessed: Some(true),
        protected_area: Some(false),
        environment: said("Arbres"),
        land_compensation: Some(mad(64_000_001)),
        land: said("Domaine"),
        accessible: Some(false),
        accessibility: said("Pas de rampe"),
    };
    (project.final_scope, project.final_reason) = (said("Dix kilomètres"), said("Pluies"));
    project.updated = day("2026-11-20");
    project
}

fn publication(languages: Vec<Lang>) -> Publication {
    Publication {
        uri: "https://infitah.example/data/projects.csv".to_owned(),
        site: "https://infitah.example".to_owned(),
        at: infitah_store::testing::NOW,
        publisher: "Infitah".to_owned(),
        licence: "https://creativecommons.org/licenses/by/4.0/".to_owned(),
        prefix: "oc4ids-000000".to_owned(),
        languages,
        about: About::default(),
    }
}

/// What a file says, understood by the mapping that is drafted for it.
fn drafted(bytes: &[u8]) -> ImportReport {
    let source = Source::look(Body::Bytes(bytes.to_vec()), None, None).unwrap().unwrap();
    let draft = draft_mapping(&source, &std::collections::HashMap::new()).unwrap().unwrap();
    let mapping = read_mapping(&draft).unwrap_or_else(|error| panic!("{error}\n{draft}"));
    prepare(bytes, &ImportOptions { mapping: Some(mapping), ..ImportOptions::default() })
}

#[test]
fn every_column_of_ours_is_understood_and_says_something_of_a_whole_project() {
    let row = ("PRJ-2026-0001".to_owned(), whole().for_files());
    for column in columns(&Lang::all().collect::<Vec<_>>()) {
        let target = meanings::understand(column.name());
        assert!(target.is_some(), "{} would be kept, not read", column.name());
        assert_ne!(column.value(&row), Cell::Nothing, "{}", column.name());
    }
}

/// A table says less than the register knows: single payments, lines on the map, changes of contracts, other languages.
#[rstest]
fn our_own_tables_brought_back_change_nothing(
    #[values(ExportFormat::Csv, ExportFormat::Xlsx)] format: ExportFormat,
    #[values("ar,fr", "en,ary,zgh,fr,ar")] languages: &str,
) {
    let languages = languages.split(',').map(|tag| Lang::parse(tag).unwrap()).collect();
    let mut other = whole();
    // Amounts in another currency than the row's, people in small groups, nothing but a contract, nobody named.
    other.identifier = "A-2".to_owned();
    other.contracts.push(Contract { value: Some(Money::new(9, Currency::MAD)), ..contract("X", None, &["nobody"]) });
    other.costs[1].amount = "EUR".parse().map(|euro| Money::new(700, euro)).unwrap();
    other
        .payments
        .push(Transfer { amount: Money::new(1, other.costs[1].amount.currency), ..other.payments[0].clone() });
    other.funding.push(Funding { party: "MA-AREP".to_owned(), amount: other.costs[1].amount });
    other.jobs.created = JobCount { women: Some(3), men: Some(41), total: Some(44) };
    let mut bare = Project::new("A-3", said("Puits"));
    bare.contracts = vec![contract("M-3", Some(7), &[])];
    bare.parties = vec![party("SOC-9", "supplier", None)];
    bare.payments = vec![
        Transfer { payer: None, ..transfer(crate::projects::rules::IN_ALL, 5, "2026-03-01") },
        transfer("P-1", 3, "2026-05-01"),
    ];
    let known = [whole(), other, bare, Project::new("A-4", said("Rien"))];
    let rows: Vec<Row> = known.iter().zip(1..).map(|(one, n)| (format!("PRJ-2026-{n:04}"), one.clone())).collect();
    let report = drafted(&export(format, &rows, &publication(languages)).unwrap());
    assert_eq!(report.problems, []);
    assert_eq!((report.good.len(), report.kept.len(), report.left_out.len()), (4, 0, 1), "{:?}", report.left_out);
    for (before, (_, newer)) in known.into_iter().zip(report.good) {
        let mut after = before.clone();
        after.merge(newer);
        assert_eq!(after, before, "{}", before.identifier);
    }
}

#[test]
fn a_small_group_is_in_no_column() {
    let mut small = whole();
    small.jobs.created = JobCount { women: Some(3), men: Some(41), total: Some(44) };
    small.jobs.created_groups[0].count = 3;
    let row = ("PRJ-2026-0001".to_owned(), small.for_files());
    let told = |name: &str| columns(&[]).into_iter().find(|column| column.name() == name).unwrap().value(&row);
    for name in ["jobs_created_women", "jobs_created", "jobs_created_groups"] {
        assert_eq!(told(name), Cell::Nothing, "{name}");
    }
    assert_eq!(told("jobs_created_men"), Cell::Number("41".to_owned()));
}

/// As a ministry writes it.
#[test]
fn a_sheet_of_a_ministry_is_understood_group_by_group() {
    let file = "Code projet;Intitulé;Devise;Titulaire;ICE;N° du marché;Mode de passation;Nombre d’offres;\
         Montant du marché;N° marché 2;Montant du marché 2;Titulaire 2;N° convention;Date de la convention;\
         Date du vote;Votes pour;Votes contre;Montant engagé;Engagements au;Montant payé;Coût actualisé;\
         Motif de l’écart;Population bénéficiaire;Emplois locaux;Étude d’impact;Foncier;Début des études\n\
         A-1;Piste;MAD;Atlas;1525713000018;12/2026;Appel d’offres ouvert;4;1 250 000,50 DH;13/2026;40 000,00;Raqaba;\
         C-7;12/10/2025;06/10/2025;45;2;1 000 000,00;30/06/2026;300 000,00;1 300 000,00;Mur ajouté;4 200;12;Oui;\
         Domaine communal;15/01/2025\n";
    let report = drafted(file.as_bytes());
    assert_eq!(report.problems, []);
    assert!(report.kept.is_empty(), "{:?}", report.kept);
    let (_, project) = &report.good[0];
    let [first, second] = project.contracts.as_slice() else { panic!("{:?}", project.contracts) };
    let fr = Lang::parse("fr").unwrap();
    assert_eq!((first.id.as_str(), first.method, first.bidders), ("12/2026", Some(Method::Open), Some(4)));
    assert_eq!(first.method_words.exactly(fr), Some("Appel d’offres ouvert"), "the law's own words stay");
    assert_eq!((first.value, second.value), (Some(mad(125_000_050)), Some(mad(4_000_000))));
    let supplier = project.party(&first.suppliers[0]).unwrap();
    assert_eq!(supplier.name.exactly(fr), Some("Atlas"));
    assert_eq!(supplier.registered.as_ref().unwrap().id, "001525713000018", "a spreadsheet took the zeros");
    assert_eq!(supplier.key(), "MA-ICE-001525713000018");
    assert_eq!(project.party(&second.suppliers[0]).unwrap().name.exactly(fr), Some("Raqaba"));
    let agreement = &project.agreements[0];
    let vote = agreement.vote.as_ref().unwrap();
    assert_eq!((agreement.number.as_str(), agreement.date), ("C-7", day("2025-10-12")));
    assert_eq!((Some(vote.date), vote.ayes, vote.noes, vote.abstained), (day("2025-10-06"), Some(45), Some(2), None));
    assert_eq!((project.committed_sum(), project.commitments[0].date), (Some(mad(100_000_000)), day("2026-06-30")));
    assert_eq!((project.paid_sum(), project.payments[0].date), (Some(mad(30_000_000)), None));
    assert_eq!((project.costs[0].at, project.costs[0].amount), (CostAt::Now, mad(130_000_000)));
    assert_eq!(project.costs[0].reason.exactly(fr), Some("Mur ajouté"));
    assert_eq!((project.beneficiaries[0].people, project.jobs.created_groups[0].count), (Some(4_200), 12));
    assert_eq!(project.jobs.created_groups[0].local, Some(true));
    assert_eq!(project.surroundings.impact_assessed, Some(true));
    assert_eq!(project.surroundings.land.exactly(fr), Some("Domaine communal"));
    assert_eq!(project.phases[0].dates.actual_start, day("2025-01-15"));
}

#[rstest]
#[case("contract_id,contract_signed", "M,soon", "contract_signed", "import-date")]
#[case("contract_id,contract_method", "M,beauty contest", "contract_method", "import-method")]
#[case("contract_id,contract_status", "M,maybe", "contract_status", "import-contract-status")]
#[case("contract_id,contract_bidders", "M,many", "contract_bidders", "import-count")]
#[case("contract_id,contract_value", "M,12 €", "contract_value", "import-amount")]
#[case("contract_id,contract_3_id,contract_3_value", "M,N,much", "contract_3_value", "import-amount")]
#[case("contracts_other", "M: 12 | N: much", "contracts_other", "import-contracts")]
#[case("cost_now", "-1", "cost_now", "import-amount")]
#[case("committed,committed_date", "5,30/02/2026", "committed_date", "import-date")]
#[case("agreement_number,vote_date", "C,yesterday", "vote_date", "import-date")]
#[case("agreement_number,vote_date,vote_ayes", "C,2026-01-01,1.5", "vote_ayes", "import-count")]
#[case("jobs_created_groups", "women: 9", "jobs_created_groups", "import-jobs-group")]
#[case("beneficiaries_people", "4 | many", "beneficiaries_people", "import-count")]
#[case("beneficiaries_fr,beneficiaries_people", "a | b,7", "beneficiaries_people", "import-beneficiaries")]
#[case("accessible", "perhaps", "accessible", "import-yes-or-no")]
#[case("preparation_actual_end", "x", "preparation_actual_end", "import-date")]
fn every_mistake_is_named(#[case] header: &str, #[case] cells: &str, #[case] field: &str, #[case] key: &str) {
    let file = format!("identifier,title,currency,{header}\n1,a,MAD,{cells}\n");
    let report = prepare(file.as_bytes(), &ImportOptions::default());
    assert_eq!(super::keys(&report), [(2, field, key)], "{file}");
}

#[test]
fn what_cannot_stand_alone_is_kept_and_blanks_say_nothing() {
    let file = "identifier,title,currency,contract_value,contract_method,vote_date,vote_ayes,agreement_date,\
                contractor_number,cost_now_reason,committed_date,note\n\
                1,a,MAD,12,open,2026-01-02,3,2026-01-03,77,Mur,2026-02-01,x\n2,b,,,,,,,,,,\n";
    let report = prepare(file.as_bytes(), &ImportOptions::default());
    assert_eq!(report.problems, []);
    let (_, first) = &report.good[0];
    assert_eq!(first.kept.len(), 9, "{:?}", first.kept);
    assert_eq!((first.kept["contract_value"].as_str(), report.kept["cost_now_reason"]), ("12", 1));
    assert!(first.contracts.is_empty() && first.agreements.is_empty() && first.costs.is_empty());
    let (_, second) = &report.good[1];
    assert_eq!(*second, Project { title: second.title.clone(), ..Project::new("2", Text::default()) });
    let none = prepare(b"identifier,title,contract_id,contract_value\n1,a,M,2\n", &ImportOptions::default());
    assert_eq!(super::keys(&none), [(0, "currency", "import-no-currency-file")], "nothing is assumed");
}

#[test]
fn what_has_a_column_is_in_the_package_too() {
    let mut known = whole();
    known.beneficiaries[1] = Beneficiary { who: Text::default(), people: Some(70) };
    let rows = [("PRJ-2026-0001".to_owned(), known.clone())];
    let package = export(ExportFormat::Oc4ids, &rows, &publication(Lang::all().collect())).unwrap();
    let report = prepare(&package, &ImportOptions::default());
    assert_eq!(report.problems, []);
    let (_, back) = &report.good[0];
    assert_eq!(back.contracts, known.contracts, "the day of signing among the rest");
    assert_eq!(
        (&back.beneficiaries, &back.agreements, &back.costs),
        (&known.beneficiaries, &known.agreements, &known.costs)
    );
    assert_eq!((&back.phases, &back.surroundings), (&known.phases, &known.surroundings));
}
