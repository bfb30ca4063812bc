//! What a newer file says is merged into what is known: by the identifier of each line, and blanks change nothing.

use std::collections::{BTreeMap, HashMap, HashSet};

use infitah_base::Text;

use crate::budget::model::{Amounts, Budget, Decision, Line, Nature, Stated};

/// What became of the lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// New lines.
    pub created: usize,
    /// Known and changed.
    pub updated: usize,
    /// Known and the same.
    pub unchanged: usize,
    /// The identifiers of known lines that the newer file does not name.
    pub absent: Vec<String>,
}

/// Merges a newer file into what is known. A field that the newer one leaves blank stays as it was. Lines that it does
/// not name stay too, unless it is `whole`: then they go. Either way they are told; only the accounts, directions and
/// parts of which the newer file has a line are looked at, since revenue and spending often come apart.
pub fn merge(known: Option<&Budget>, newer: Budget, whole: bool) -> (Budget, Merged) {
    let mut told = Merged::default();
    let Some(known) = known else {
        told.created = newer.lines.len();
        return (newer, told);
    };
    // Taken apart by name: a forgotten field does not compile.
    let Budget { year, phase, currency, scheme, lines, names, programmes, decision, stated, signed } = newer;
    let spoken_of: HashSet<_> = lines.iter().map(|line| (&line.account, line.direction, line.part)).collect();
    let mut newer: HashMap<&str, &Line> = lines.iter().map(|line| (line.id.as_str(), line)).collect();
    let mut merged = Vec::with_capacity(lines.len());
    for old in &known.lines {
        match newer.remove(old.id.as_str()) {
            Some(said) => {
                let line = merge_line(old, said);
                if line == *old {
                    told.unchanged += 1
                } else {
                    told.updated += 1
                }
                merged.push(line);
            }
            None if !spoken_of.contains(&(&old.account, old.direction, old.part)) => merged.push(old.clone()),
            None => {
                told.absent.push(old.id.clone());
                if !whole {
                    merged.push(old.clone());
                }
            }
        }
    }
    // New ones in the order of their file.
    let fresh = lines.iter().filter(|line| newer.contains_key(line.id.as_str()));
    for line in fresh {
        told.created += 1;
        merged.push(line.clone());
    }
    let budget = Budget {
        year,
        phase,
        currency,
        scheme,
        lines: merged,
        names: merge_names(&known.names, names),
        programmes: if programmes.is_empty() { known.programmes.clone() } else { programmes },
        decision: merge_decision(&known.decision, decision),
        stated: merge_stated(&known.stated, stated),
        signed: signed.or_else(|| known.signed.clone()),
    };
    (budget, told)
}

/// The texts of both; where both have a language, the newer one.
fn merge_text(known: &Text, newer: &Text) -> Text {
    let mut text = known.clone();
    newer.iter().for_each(|(lang, said)| text.set(lang, said));
    text
}

fn merge_names(known: &BTreeMap<String, Text>, newer: BTreeMap<String, Text>) -> BTreeMap<String, Text> {
    let mut names = known.clone();
    for (node, name) in newer {
        let text = names.get(&node).map_or_else(|| name.clone(), |known| merge_text(known, &name));
        names.insert(node, text);
    }
    names
}

fn merge_line(known: &Line, newer: &Line) -> Line {
    let Line {
        id,
        account,
        direction,
        part,
        path,
        name,
        nature,
        cofog,
        purpose,
        family,
        surplus,
        mandatory,
        pdr,
        places,
        project,
        basis,
        reserved_for,
        amounts,
    } = newer;
    let or = |newer: &Option<String>, known: &Option<String>| newer.clone().or_else(|| known.clone());
    let Amounts { commitment, payment, committed, paid } = *amounts;
    Line {
        id: id.clone(),
        account: account.clone(),
        direction: *direction,
        part: part.or(known.part),
        path: if path.is_empty() { known.path.clone() } else { path.clone() },
        name: merge_text(&known.name, name),
        nature: match (nature, &known.nature) {
            (Some(newer), Some(known)) if newer.code == known.code => {
                Some(Nature { code: newer.code.clone(), name: merge_text(&known.name, &newer.name) })
            }
            (newer, known) => newer.clone().or_else(|| known.clone()),
        },
        cofog: or(cofog, &known.cofog),
        purpose: or(purpose, &known.purpose),
        family: or(family, &known.family),
        surplus: *surplus || known.surplus,
        mandatory: or(mandatory, &known.mandatory),
        pdr: pdr.or(known.pdr),
        places: if places.is_empty() { known.places.clone() } else { places.clone() },
        project: or(project, &known.project),
        basis: merge_text(&known.basis, basis),
        reserved_for: or(reserved_for, &known.reserved_for),
        amounts: Amounts {
            commitment: commitment.or(known.amounts.commitment),
            payment: payment.or(known.amounts.payment),
            committed: committed.or(known.amounts.committed),
            paid: paid.or(known.amounts.paid),
        },
    }
}

/// What the newer file states stands in place of what was stated of the same node and measure.
fn merge_stated(known: &[Stated], newer: Vec<Stated>) -> Vec<Stated> {
    let is_said = |one: &Stated| newer.iter().any(|said| said.of == one.of && said.measure == one.measure);
    let mut stated: Vec<Stated> = known.iter().filter(|one| !is_said(one)).cloned().collect();
    stated.extend(newer);
    stated
}

fn merge_decision(known: &Decision, newer: Decision) -> Decision {
    let Decision {
        documents_sent,
        session,
        adopted,
        rejected,
        second_session,
        visa_asked,
        visa_given,
        deposited,
        published,
        carried_over,
        statement,
        votes,
        documents,
        programming,
        transfers,
        audits,
    } = newer;
    fn filled<T: Clone>(newer: Vec<T>, known: &[T]) -> Vec<T> {
        if newer.is_empty() { known.to_vec() } else { newer }
    }
    Decision {
        documents_sent: documents_sent.or(known.documents_sent),
        session: session.or(known.session),
        adopted: adopted.or(known.adopted),
        rejected: rejected.or(known.rejected),
        second_session: second_session.or(known.second_session),
        visa_asked: visa_asked.or(known.visa_asked),
        visa_given: visa_given.or(known.visa_given),
        deposited: deposited.or(known.deposited),
        published: published.or(known.published),
        carried_over: carried_over.or(known.carried_over),
        statement: statement.or(known.statement),
        votes: filled(votes, &known.votes),
        documents: documents.or_else(|| known.documents.clone()),
        programming: filled(programming, &known.programming),
        transfers: filled(transfers, &known.transfers),
        audits: filled(audits, &known.audits),
    }
}

#[cfg(test)]
mod tests {
    use infitah_base::{Currency, Lang};

    use super::*;
    use crate::budget::{data, model::Phase, rules::totals::tests::line};

    fn budget(lines: Vec<Line>) -> Budget {
        let scheme = data::scheme("ma-1999").unwrap().clone();
        Budget { lines, ..Budget::new(2027, Phase::Voted, Currency::MAD, scheme) }
    }

    #[test]
    fn blanks_of_a_newer_file_change_nothing() {
        let mut full = line("spending/2/10", 5);
        full.cofog = Some("04.5".to_owned());
        full.places = vec!["05.081".to_owned()];
        full.amounts.commitment = Some(9);
        let known = budget(vec![full.clone(), line("spending/2/20", 6)]);
        let mut blank = line("spending/2/10", 0);
        (blank.amounts, blank.name) = (Amounts::default(), Text::one(Lang::arabic(), "ا"));
        let (merged, told) = merge(Some(&known), budget(vec![blank, line("spending/2/30", 7)]), false);
        assert_eq!(told, Merged { created: 1, updated: 1, unchanged: 0, absent: vec!["spending/2/20".to_owned()] });
        assert_eq!(merged.lines.len(), 3);
        assert_eq!((merged.lines[0].amounts, &merged.lines[0].cofog), (full.amounts, &full.cofog));
        assert_eq!(merged.lines[0].name.iter().count(), 2);
        let (again, told) = merge(Some(&merged), merged.clone(), false);
        assert_eq!((again == merged, told.unchanged), (true, 3));
    }

    #[test]
    fn lines_that_a_whole_file_does_not_name_go() {
        let known = budget(vec![line("spending/2/10", 5), line("spending/2/20", 6)]);
        let (merged, told) = merge(Some(&known), budget(vec![line("spending/2/20", 6)]), true);
        assert_eq!((merged.lines.len(), told.absent, told.unchanged), (1, vec!["spending/2/10".to_owned()], 1));
    }
}
