use infitah_base::Text;

use super::*;
use crate::projects::model::{Party, *};
use infitah_kit::T;

fn said() -> Text {
    Text::one(infitah_base::Lang::arabic(), "س")
}

fn money() -> infitah_base::Money {
    infitah_base::Money::new(100, "MAD".parse().unwrap())
}

fn line() -> Option<String> {
    Some("x".to_owned())
}

/// Everything that a project can say. There is no `..` in it: a field that the model gains has to be added here, and
/// then the desk has to ask for it.
fn whole() -> crate::projects::Project {
    let day: infitah_base::CivilDate = "2026-01-31".parse().unwrap();
    let dates =
        || Dates { planned_start: Some(day), planned_end: Some(day), actual_start: Some(day), actual_end: Some(day) };
    let transfer = || Transfer {
        id: "1".to_owned(),
        amount: money(),
        date: Some(day),
        payer: line(),
        payee: line(),
        source: said(),
    };
    let observation = || Observation { date: day, percent: 1, source: said() };
    let jobs = || JobCount { women: Some(9), men: Some(9), total: Some(18) };
    let group = || JobGroup {
        sex: Some(Sex::Female),
        age: line(),
        duration: Some(Duration::Permanent),
        local: Some(true),
        count: 9,
    };
    crate::projects::Project {
        identifier: "A".to_owned(),
        title: said(),
        purpose: said(),
        description: said(),
        kind: Some(Kind::Service),
        status: Some(Status::Completion),
        work: Some(Work::Expansion),
        sectors: vec!["health".to_owned()],
        classifications: vec![Classification { scheme: "S".to_owned(), id: "1".to_owned(), label: said() }],
        places: vec![PlaceRef {
            code: line(),
            given: line(),
            point: Some([-6.0, 32.0]),
            shape: Some(Drawn::Point([-6.0, 32.0])),
        }],
        budget: Some(Budget { amount: money(), approved: Some(day) }),
        funding: vec![Funding { party: "p".to_owned(), amount: money() }],
        costs: vec![CostStep { at: CostAt::Now, amount: money(), date: Some(day), reason: said() }],
        commitments: vec![transfer()],
        payments: vec![transfer()],
        agreements: vec![Agreement {
            number: "1".to_owned(),
            title: said(),
            date: Some(day),
            vote: Some(Vote {
                date: day,
                body: said(),
                decision: line(),
                ayes: Some(1),
                noes: Some(1),
                abstained: Some(1),
            }),
        }],
        contracts: vec![Contract {
            id: "1".to_owned(),
            title: said(),
            scope: said(),
            nature: vec!["design".to_owned()],
            status: Some(ContractStatus::Active),
            method: Some(Method::Open),
            method_words: said(),
            bidders: Some(1),
            estimate: Some(money()),
            value: Some(money()),
            final_value: Some(money()),
            signed: Some(day),
            start: Some(day),
            end: Some(day),
            buyer: line(),
            administrator: line(),
            suppliers: vec!["p".to_owned()],
            modifications: vec![Modification {
                id: "1".to_owned(),
                date: Some(day),
                what: Some(Modified::Scope),
                description: said(),
                reason: said(),
                old_value: Some(money()),
                new_value: Some(money()),
                old_end: Some(day),
                new_end: Some(day),
            }],
        }],
        dates: dates(),
        phases: vec![Phase { status: Status::Preparation, dates: dates() }],
        milestones: vec![Milestone {
            id: "1".to_owned(),
            title: said(),
            description: said(),
            kind: line(),
            due: Some(day),
            met: Some(day),
            status: Some(MilestoneStatus::Met),
        }],
        physical: vec![observation()],
        financial: vec![observation()],
        jobs: Jobs {
            planned: jobs(),
            created: jobs(),
            planned_groups: vec![group()],
            created_groups: vec![group()],
            method: said(),
        },
        beneficiaries: vec![Beneficiary { who: said(), people: Some(9) }],
        surroundings: Surroundings {
            impact_assessed: Some(true),
            protected_area: Some(true),
            environment: said(),
            land_compensation: Some(money()),
            land: said(),
            accessible: Some(true),
            accessibility: said(),
        },
        documents: vec![Document {
            id: "1".to_owned(),
            kind: line(),
            title: said(),
            description: said(),
            url: line(),
            published: Some(day),
            format: line(),
            language: line(),
        }],
        photos: vec![Photo {
            file: "f".to_owned(),
            alt: said(),
            taken: Some(day),
            point: Some([-6.0, 32.0]),
            credit: line(),
            size: Some([1, 1]),
        }],
        investment: vec![InvestmentStep {
            at: InvestmentAt::Approved,
            date: Some(day),
            amount: Some(money()),
            jobs: Some(9),
        }],
        withheld: vec![Withheld { what: said(), ground: said() }],
        final_scope: said(),
        final_reason: said(),
        parties: vec![Party {
            id: "p".to_owned(),
            name: said(),
            roles: vec!["funder".to_owned()],
            registered: Some(Registered { scheme: "S".to_owned(), id: "1".to_owned(), legal_name: line() }),
            contact: Some(Contact { address: line(), email: line(), telephone: line() }),
        }],
        updated: Some(day),
        kept: [("a".to_owned(), "b".to_owned())].into(),
        // What an OC4IDS file said is not written by hand.
        carried: None,
    }
}

/// Takes away what the fields and lists ask for; what is left is asked for by nobody.
fn take(value: &mut Value, fields: &[Field], lists: &[List]) {
    for field in fields {
        infitah_commons::drafts::put(value, field.at, None);
    }
    for list in lists {
        let Some(Value::Array(mut entries)) = infitah_commons::drafts::at(value, list.at).cloned() else { continue };
        entries.iter_mut().for_each(|entry| take(entry, list.fields, list.lists));
        entries.retain(|entry| entry.as_object().is_none_or(|left| !left.is_empty()));
        let left = (!entries.is_empty()).then_some(Value::Array(entries));
        infitah_commons::drafts::put(value, list.at, left);
    }
}

#[test]
fn the_desk_asks_for_every_field_of_a_project() {
    let mut left = serde_json::to_value(whole()).unwrap();
    for chapter in CHAPTERS {
        take(&mut left, &chapter.fields(), chapter.lists);
    }
    // How large a photo is follows from its file.
    assert_eq!(left, serde_json::json!({"photos": [{"size": [1, 1]}]}));
}

#[test]
fn every_field_and_every_choice_has_a_name_in_every_language() {
    let sources = [infitah_kit::messages(), infitah_commons::messages(), crate::messages()];
    let catalog: std::sync::Arc<_> = infitah_kit::i18n::Catalog::load(&sources).unwrap().into();
    fn fields(lists: &'static [List], all: &mut Vec<Field>, labels: &mut Vec<&'static str>) {
        for list in lists {
            labels.push(list.label);
            all.extend(list.fields);
            fields(list.lists, all, labels);
        }
    }
    for lang in infitah_base::Lang::all() {
        let t = T::new(catalog.clone(), lang);
        for chapter in CHAPTERS {
            let (mut all, mut labels) = (chapter.fields(), vec![chapter.label]);
            labels.extend(chapter.groups.iter().map(|group| group.label).filter(|label| !label.is_empty()));
            fields(chapter.lists, &mut all, &mut labels);
            labels.extend(all.iter().map(|field| field.label));
            for label in labels {
                assert!(t.has(label), "{lang}: {label}");
            }
            for field in all {
                let (One(list) | Several(list)) = field.shape else { continue };
                for choice in list(&t) {
                    assert_ne!(choice.code, choice.name, "{lang}: {} of {}", choice.code, field.at);
                }
            }
        }
    }
}
