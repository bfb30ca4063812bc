//! An edition as a table that can be imported again, and its description as open fiscal data (Fiscal Data Package of
//! Open Knowledge, with the column types of OpenSpending). A column is one line of the list below.

use std::{collections::BTreeSet, sync::Arc};

use infitah_base::{Lang, Text};
use infitah_kit::export::table::{Cell, Column, schema};
use serde_json::{Value, json};

use super::columns::measures;
use crate::budget::{
    Edition,
    model::{Account, Direction, Line, NodeKey, Part, Phase},
};

/// A line of an edition, as files have it.
pub type Row = (Arc<Edition>, usize);

/// The columns of these rows.
pub type Col = Column<Row>;

/// The word of the standard for what goes out; reading knows it.
const EXPENDITURE: &str = "expenditure";

fn line((edition, position): &Row) -> Option<&Line> {
    edition.at_position(*position)
}

fn of(row: &Row, read: impl Fn(&Line) -> Cell) -> Cell {
    line(row).map_or(Cell::Nothing, read)
}

fn yes(value: bool) -> Cell {
    if value { "yes".into() } else { "no".into() }
}

/// The languages of the texts of an edition.
fn languages(edition: &Edition) -> Vec<Lang> {
    let budget = edition.budget();
    let of_lines = budget.lines.iter().flat_map(|line| {
        let nature = line.nature.as_ref().map(|nature| &nature.name);
        [&line.name, &line.basis].into_iter().chain(nature)
    });
    let tags: BTreeSet<&str> =
        of_lines.chain(budget.names.values()).flat_map(Text::iter).map(|(lang, _)| lang.tag()).collect();
    Lang::all().filter(|lang| tags.contains(lang.tag())).collect()
}

/// The types by which OpenSpending knows the levels of a path.
fn type_of_level(key: &str, depth: usize) -> (String, String) {
    let known = match key {
        "programme" => "activity:generic:program".to_owned(),
        "project" => "activity:generic:project".to_owned(),
        _ => format!("administrative-classification:generic:level{}", (depth + 1).min(8)),
    };
    (format!("{known}:code"), format!("{known}:label"))
}

/// The columns of an edition.
pub fn columns(edition: &Edition) -> Vec<Col> {
    let languages = languages(edition);
    let budget = edition.budget();
    let deepest = budget.lines.iter().map(|line| line.path.len()).max().unwrap_or_default();
    let mut out = vec![
        Col::text("id", "The line's identifier.", |row| of(row, |line| (&line.id).into()))
            .required()
            .unique()
            .typed("budget-line-id"),
        Col::whole("year", "The fiscal year.", |(edition, _)| Cell::number(Some(edition.budget().year)))
            .required()
            .typed("date:fiscal-year"),
        Col::text("phase", "voted, modified or executed.", |(edition, _)| edition.budget().phase.code().into())
            .required()
            .one_of([Phase::Voted, Phase::Modified, Phase::Executed].map(Phase::code))
            .typed("phase:id"),
        Col::text("direction", "revenue or expenditure.", |row| of(row, |line| direction(line.direction).into()))
            .required()
            .one_of(["revenue", EXPENDITURE])
            .typed("direction"),
        Col::text("part", "running or equipment (organic law 111-14, article 167).", |row| {
            of(row, |line| line.part.map(Part::code).into())
        })
        .one_of([Part::Running, Part::Equipment].map(Part::code))
        .typed("expenditure-type:code"),
        Col::text("account", "main, an annexed budget or a special account, with its code.", |row| {
            of(row, |line| line.account.to_string().into())
        })
        .required()
        .typed("administrative-classification:generic:code"),
    ];
    out.extend(languages.iter().enumerate().map(|(index, &lang)| {
        let name = move |row: &Row| {
            let account = line(row).map(|line| line.account.clone()).filter(|account| *account != Account::Main);
            let key = account.map(|account| NodeKey { account, ..NodeKey::default() });
            key.and_then(|key| row.0.budget().name(&key)?.exactly(lang).map(str::to_owned)).into()
        };
        texts("account.name", "What the account is called", lang, name)
            .typed(label(index, "administrative-classification:generic:label"))
    }));
    let plain = budget.scheme.levels.iter().all(|level| level.key.starts_with("level-"));
    for (depth, level) in budget.scheme.levels.iter().enumerate().take_while(|(depth, _)| !plain || *depth < deepest) {
        let (code, called) = type_of_level(&level.key, depth);
        let about = format!("Code of the {}.", level.key);
        out.push(
            Col::text(level.key.clone(), about, move |row| of(row, |line| line.path.get(depth).into())).typed(code),
        );
        out.extend(languages.iter().enumerate().map(|(index, &lang)| {
            let name = move |row: &Row| {
                let name = line(row).and_then(|line| {
                    let path = line.path.get(..=depth)?.to_vec();
                    row.0.budget().name(&NodeKey { path, ..line.node() })?.exactly(lang)
                });
                name.into()
            };
            texts(&format!("{}.name", level.key), "What it is called", lang, name).typed(label(index, &called))
        }));
    }
    out.extend(languages.iter().map(|&lang| {
        texts("name", "What the line is called", lang, move |row| of(row, |line| line.name.exactly(lang).into()))
            .typed("unknown:string")
    }));
    out.push(
        Col::text("nature", "Code of its economic nature.", |row| {
            of(row, |line| line.nature.as_ref().map(|nature| &nature.code).into())
        })
        .typed("economic-classification:generic:level1:code"),
    );
    out.extend(languages.iter().enumerate().map(|(index, &lang)| {
        let name =
            move |row: &Row| of(row, |line| line.nature.as_ref().and_then(|nature| nature.name.exactly(lang)).into());
        texts("nature.name", "What its economic nature is called", lang, name)
            .typed(label(index, "economic-classification:generic:level1:label"))
    }));
    out.extend([
        Col::text("cofog", "Code in the Classification of the Functions of Government.", |row| {
            of(row, |line| line.cofog.as_ref().into())
        })
        .pattern("[0-9]{2}(\\.[0-9]){0,2}")
        .typed("functional-classification:cofog:code"),
        Col::text("purpose", "For what it is, as the line itself says.", |row| {
            of(row, |line| line.purpose.as_ref().into())
        })
        .typed("unknown:string"),
        Col::text("family", "Family of the law (organic law 111-14, articles 189 and 194).", |row| {
            of(row, |line| line.family.as_ref().into())
        })
        .typed("fin-source:generic:code"),
        Col::text("surplus", "yes: it carries the surplus of running to equipment, and is in no total.", |row| {
            of(row, |line| yes(line.surplus))
        })
        .one_of(["yes", "no"])
        .typed("budgetary-transfers"),
        Col::text("mandatory", "Kind of mandatory spending (article 196).", |row| {
            of(row, |line| line.mandatory.as_ref().into())
        })
        .typed("unknown:string"),
        Col::text("pdr", "Whether it serves the regional development programme.", |row| {
            of(row, |line| line.pdr.map(yes).unwrap_or(Cell::Nothing))
        })
        .one_of(["yes", "no"])
        .typed("unknown:string"),
        Col::text("place", "Census codes of where it is spent, separated by spaces.", |row| {
            of(row, |line| line.places.join(" ").into())
        })
        .typed("geo-source:target:code"),
        Col::text("reference", "The project in the register.", |row| of(row, |line| line.project.as_ref().into()))
            .typed("unknown:string"),
        Col::text("reserved_for", "The spending line that this revenue is reserved for.", |row| {
            of(row, |line| line.reserved_for.as_ref().into())
        })
        .typed("unknown:string"),
    ]);
    out.extend(languages.iter().map(|&lang| {
        texts("basis", "On what the forecast rests", lang, move |row| of(row, |line| line.basis.exactly(lang).into()))
            .typed("unknown:string")
    }));
    out.push(
        Col::text("currency", "Currency of the amounts, ISO 4217.", |(edition, _)| {
            edition.budget().currency.code().into()
        })
        .required()
        .pattern("[A-Z]{3}")
        .typed("value-currency:code"),
    );
    let about = |measure: &str| match measure {
        "commitment" => "What may be promised, over years (commitment credits).",
        "payment" => "What may be paid in the year (payment credits), or is expected to come in.",
        "committed" => "What was promised.",
        _ => "What was paid, or came in.",
    };
    out.extend(measures().map(|measure| {
        let amount = move |row: &Row| {
            of(row, |line| Cell::number(line.amounts.get(measure).map(|minor| row.0.money(minor).to_decimal())))
        };
        Col::number(measure.code(), about(measure.code()), amount).typed("value")
    }));
    out
}

/// The type of a name in several languages: the first is the label of its code, the others are texts.
fn label(index: usize, known: &str) -> String {
    if index == 0 { known.to_owned() } else { "unknown:string".to_owned() }
}

fn texts(name: &str, about: &str, lang: Lang, read: impl Fn(&Row) -> Cell + Send + Sync + 'static) -> Col {
    Col::text(format!("{name}.{lang}"), format!("{about}; language: {lang}."), read)
}

fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Revenue => direction.code(),
        Direction::Spending => EXPENDITURE,
    }
}

/// One edition as a resource of a data package.
pub fn resource(edition: &Edition, title: &str) -> Value {
    let name = edition.budget().edition();
    json!({
        "name": name,
        "path": format!("{name}.csv"),
        "profile": "tabular-data-resource",
        "title": title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {
            "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true
        },
        "schema": schema(&columns(edition), &["id"]),
    })
}
