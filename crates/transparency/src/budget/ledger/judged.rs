//! What the law says of each edition: judged once a day, for of one ledger only the day can change it.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use infitah_base::CivilDate;

use super::Ledger;
use crate::budget::{
    data,
    model::{Law, Phase},
    rules::law::{Case, Verdict, judge},
};

/// Every rule of the law, in its order, with its verdict.
pub type Verdicts = Vec<(&'static Law, Verdict)>;

/// What was judged of an edition, and on which day.
type OfDay = (CivilDate, Arc<Verdicts>);

/// What was judged already.
#[derive(Debug, Default)]
pub(super) struct Judged(Mutex<BTreeMap<(i16, Phase), OfDay>>);

impl Ledger {
    /// What the law says of an edition today; nothing where there is no such edition.
    pub fn judged(&self, year: i16, phase: Phase, today: CivilDate) -> Arc<Verdicts> {
        // Held while judging: who asks for the same waits for it, and does not do it again.
        let mut judged = self.judged.0.lock().unwrap_or_else(PoisonError::into_inner);
        match judged.get(&(year, phase)) {
            Some((day, verdicts)) if *day == today => verdicts.clone(),
            _ => {
                let verdicts = Arc::new(self.judge(year, phase, today));
                judged.insert((year, phase), (today, verdicts.clone()));
                verdicts
            }
        }
    }

    fn judge(&self, year: i16, phase: Phase, today: CivilDate) -> Verdicts {
        let Some(edition) = self.edition(year, phase) else { return Vec::new() };
        let of = |phase| self.edition(year, phase).map(|edition| edition.budget());
        let case = Case {
            budget: edition.budget(),
            tree: edition.tree(),
            credits: of(Phase::Modified).or_else(|| of(Phase::Voted)),
            executed: of(Phase::Executed),
            families: data::families(),
            mandatory: data::mandatory(),
            documents: data::documents(),
            today,
        };
        data::laws().iter().map(|law| (law, judge(&law.key, &case))).collect()
    }
}
