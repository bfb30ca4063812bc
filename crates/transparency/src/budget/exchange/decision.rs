//! How a budget was decided, as a person writes it.

use std::collections::BTreeMap;

use infitah_base::{CivilDate, Currency, Money, Text};
use serde::Deserialize;

use crate::budget::{
    data,
    model::{Audit, Decision, Indicator, NodeKey, Programme, Transfer, Vote, YearAhead},
};

/// A file to fill in, with every field that can be said.
pub fn draft_decision() -> &'static str {
    include_str!("decision.toml")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    documents_sent: Option<CivilDate>,
    session: Option<CivilDate>,
    adopted: Option<CivilDate>,
    rejected: Option<CivilDate>,
    second_session: Option<CivilDate>,
    visa_asked: Option<CivilDate>,
    visa_given: Option<CivilDate>,
    deposited: Option<CivilDate>,
    published: Option<CivilDate>,
    carried_over: Option<CivilDate>,
    statement: Option<CivilDate>,
    documents: Option<Vec<String>>,
    #[serde(default)]
    vote: Vec<Vote>,
    #[serde(default)]
    ahead: Vec<Ahead>,
    #[serde(default)]
    transfer: Vec<Moved>,
    #[serde(default)]
    audit: Vec<Audit>,
    #[serde(default)]
    programme: BTreeMap<String, OfProgramme>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ahead {
    year: i16,
    revenue: String,
    spending: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Moved {
    on: Option<CivilDate>,
    from: NodeKey,
    to: NodeKey,
    amount: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfProgramme {
    #[serde(default)]
    objectives: Vec<Text>,
    #[serde(default)]
    indicator: Vec<Indicator>,
}

/// Reads how a budget was decided, and the objectives of its programmes; the error says what is wrong.
pub fn read_decision(text: &str, currency: Currency) -> Result<(Decision, BTreeMap<String, Programme>), String> {
    let written: Written = toml::from_str(text).map_err(|error| error.to_string())?;
    let amount = |text: &str| {
        let money = Money::from_decimal(text, currency).map_err(|error| format!("amount {text:?}: {error}"));
        money.map(|money| money.minor)
    };
    if let Some(unknown) =
        written.documents.iter().flatten().find(|key| data::documents().iter().all(|one| one.key != **key))
    {
        let known: Vec<&str> = data::documents().iter().map(|one| one.key.as_str()).collect();
        return Err(format!("document {unknown:?} is not known; known are {}", known.join(", ")));
    }
    let ahead = written
        .ahead
        .iter()
        .map(|one| Ok(YearAhead { year: one.year, revenue: amount(&one.revenue)?, spending: amount(&one.spending)? }));
    let transfers = written.transfer.iter().map(|one| {
        let Moved { on, from, to, amount: much } = one;
        Ok(Transfer { on: *on, from: from.clone(), to: to.clone(), amount: amount(much)? })
    });
    let programmes = written.programme.into_iter().map(|(node, said)| {
        let node: NodeKey = node.parse().map_err(|error| format!("programme {node:?}: {error}"))?;
        Ok((node.to_string(), Programme { objectives: said.objectives, indicators: said.indicator }))
    });
    let decision = Decision {
        documents_sent: written.documents_sent,
        session: written.session,
        adopted: written.adopted,
        rejected: written.rejected,
        second_session: written.second_session,
        visa_asked: written.visa_asked,
        visa_given: written.visa_given,
        deposited: written.deposited,
        published: written.published,
        carried_over: written.carried_over,
        statement: written.statement,
        votes: written.vote,
        documents: written.documents,
        programming: ahead.collect::<Result<_, String>>()?,
        transfers: transfers.collect::<Result<_, String>>()?,
        audits: written.audit,
    };
    Ok((decision, programmes.collect::<Result<_, String>>()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filled_draft_is_read_and_an_empty_one_says_nothing() {
        let (empty, programmes) = read_decision(draft_decision(), Currency::MAD).unwrap();
        assert!(empty.is_empty() && programmes.is_empty());
        let filled: String = draft_decision()
            .lines()
            .map(|line| {
                line.strip_prefix("# ").filter(|rest| rest.contains('=') || rest.starts_with('[')).unwrap_or(line)
            })
            .fold(String::new(), |all, line| all + line + "\n");
        let (decision, programmes) =
            read_decision(&filled, Currency::MAD).unwrap_or_else(|error| panic!("{error}\n{filled}"));
        assert_eq!(decision.adopted, "2026-11-05".parse().ok());
        assert_eq!((decision.votes[0].yes, decision.votes[0].on.to_string()), (38, "revenue".to_owned()));
        assert_eq!((decision.programming[0].revenue, decision.transfers[0].amount), (78_000_000_000, 125_000_000));
        assert_eq!(decision.documents.unwrap().len(), 8);
        let indicator = &programmes["spending/2/30/10/1"].indicators[0];
        assert_eq!((indicator.target, indicator.year), (Some(70.0), Some(2029)));
        assert_eq!(indicator.result().map(|one| (one.year, one.value)), Some((2027, 64.5)));
    }

    #[test]
    fn what_is_not_known_is_refused_by_name() {
        assert!(read_decision("adoptd = \"2026-11-05\"", Currency::MAD).unwrap_err().contains("adoptd"));
        assert!(read_decision("documents = [\"x\"]", Currency::MAD).unwrap_err().contains("programming"));
        let fine = "[[ahead]]\nyear = 2027\nrevenue = \"1.234\"\nspending = \"1\"\n";
        assert!(read_decision(fine, Currency::MAD).unwrap_err().contains("1.234"));
    }
}
