//! The money: who pays, what it costs from step to step, what is committed and paid; contracts and agreements; what
//! became of a private investment.

use infitah_base::{CivilDate, Currency, Money, Text, number};
use infitah_kit::{components::Funding, i18n::Shown, urls};

use super::ProjectPage;
use crate::projects::model::{Contract, CostStep, InvestmentStep, Modification, Party, Transfer, Vote};

/// Commitments and payments on a page: old telephones load it whole. The files have all.
const TRANSFERS: usize = 20;

impl ProjectPage {
    /// Who pays how much: several shares of one party (by year, by part) are one line.
    pub(super) fn funding(&self) -> Option<Funding<'_>> {
        let mut rows: Vec<(Shown<'_>, Money)> = Vec::new();
        let mut seen: Vec<(&str, Currency)> = Vec::new();
        for share in &self.project.funding {
            let key = (share.party.as_str(), share.amount.currency);
            let known = seen.iter().position(|known| *known == key).and_then(|index| rows.get_mut(index));
            match known.and_then(|row| Some((row.1.checked_add(share.amount)?, row))) {
                Some((sum, row)) => row.1 = sum,
                None => {
                    seen.push(key);
                    rows.push((self.named(&share.party), share.amount));
                }
            }
        }
        let total = self.project.budget.as_ref().map(|budget| budget.amount);
        (!rows.is_empty()).then_some(Funding { t: &self.t, rows, total })
    }

    /// The name of a party; whom the source does not name is shown by the id it gives.
    pub(super) fn named<'a>(&'a self, id: &'a str) -> Shown<'a> {
        self.project.party(id).map_or(Shown::plain(id), |party| self.t.text(&party.name))
    }

    /// The parties with a role: name and page.
    pub(super) fn parties(&self, role: &str) -> Vec<(&Party, String)> {
        let to = |party: &Party| urls::organisation(&party.key()).to(self.lang);
        self.project.with_role(role).map(|party| (party, to(party))).collect()
    }

    /// The page of a party.
    pub(super) fn party_page(&self, id: &str) -> Option<String> {
        Some(urls::organisation(&self.project.party(id)?.key()).to(self.lang))
    }

    /// The cost from step to step, when there is more than one to tell.
    pub(super) fn costs(&self) -> Vec<CostStep> {
        let steps = self.project.cost_steps();
        if steps.len() > 1 { steps } else { Vec::new() }
    }

    /// What the cost at a step is more or less than at the step before, in percent with its sign.
    pub(super) fn cost_change(&self, steps: &[CostStep], index: &usize) -> Option<String> {
        let (before, step) = (steps.get(index.checked_sub(1)?)?.amount, steps.get(*index)?.amount);
        if before.currency != step.currency || before.minor <= 0 {
            return None;
        }
        let per_mille = i128::from(step.minor - before.minor) * 1000 / i128::from(before.minor);
        let per_mille = i64::try_from(per_mille).ok()?;
        let sign = if per_mille > 0 { "+" } else { "" };
        (per_mille != 0).then(|| format!("{sign}{}%", number::fixed(per_mille, 1)))
    }

    /// Whether the cost changed at a step.
    pub(super) fn cost_changed(&self, steps: &[CostStep], index: &usize) -> bool {
        self.cost_change(steps, index).is_some()
    }

    /// Committed, paid, and what they are of the cost in percent: key of the label, amount, share.
    pub(super) fn spent(&self) -> Vec<(&'static str, Money, Option<i64>)> {
        let cost = self.project.cost_steps().last().map(|step| step.amount);
        let share = |sum: Money| {
            let cost = cost.filter(|cost| cost.currency == sum.currency && cost.minor > 0)?;
            i64::try_from(i128::from(sum.minor) * 100 / i128::from(cost.minor)).ok()
        };
        let sums = [("money-committed", self.project.committed_sum()), ("money-paid", self.project.paid_sum())];
        sums.into_iter().filter_map(|(key, sum)| Some((key, sum?, share(sum?)))).collect()
    }

    /// Commitments and payments together, the newest first: key of what it is, and the transfer.
    pub(super) fn transfers(&self) -> Vec<(&'static str, &Transfer)> {
        let committed = self.project.commitments.iter().map(|one| ("money-committed", one));
        let paid = self.project.payments.iter().map(|one| ("money-paid", one));
        let mut all: Vec<_> = committed.chain(paid).collect();
        all.sort_by_key(|(_, one)| std::cmp::Reverse(one.date));
        all.truncate(TRANSFERS);
        all
    }

    /// How many there are, when not all are shown.
    pub(super) fn more_transfers(&self) -> Option<usize> {
        Some(self.project.commitments.len() + self.project.payments.len()).filter(|count| *count > TRANSFERS)
    }

    /// Label and value of what is published of a contract, in the order in which it comes about.
    pub(super) fn contract_lines(&self, contract: &Contract) -> Vec<(&'static str, String)> {
        let t = &self.t;
        let method = match (t.text(&contract.method_words).bare(), contract.method) {
            ("", method) => method.map(|method| t.m(&method.label()).to_string()),
            (words, _) => Some(words.to_owned()),
        };
        let date = |date: Option<CivilDate>| date.map(|date| t.date(date));
        let money = |amount: Option<Money>| amount.map(|amount| t.money(amount));
        let nature = contract.nature.iter().map(|code| self.word("nature", code)).collect::<Vec<_>>();
        let lines = [
            ("contract-method", method),
            ("contract-bidders", contract.bidders.map(|count| t.int(count))),
            ("contract-nature", Some(nature.join(&t.m("list-comma").to_string())).filter(|text| !text.is_empty())),
            ("contract-estimate", money(contract.estimate)),
            ("contract-value", money(contract.value)),
            ("contract-final", money(contract.final_value)),
            ("contract-signed", date(contract.signed)),
            ("contract-start", date(contract.start)),
            ("contract-end", date(contract.end)),
        ];
        lines.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
    }

    /// A code in words, or the code.
    pub(super) fn word(&self, prefix: &str, code: &str) -> String {
        let key = format!("{prefix}-{code}");
        if self.t.has(&key) { self.t.m(&key).to_string() } else { code.to_owned() }
    }

    /// Old and new values of a modification.
    pub(super) fn modified(&self, change: &Modification) -> Vec<(String, String)> {
        let none = || self.t.m("not-published").to_string();
        let money = |amount: Option<Money>| amount.map_or_else(none, |amount| self.t.money(amount));
        let date = |date: Option<CivilDate>| date.map_or_else(none, |date| self.t.date(date));
        let mut out = Vec::new();
        if change.old_value.is_some() || change.new_value.is_some() {
            out.push((money(change.old_value), money(change.new_value)));
        }
        if change.old_end.is_some() || change.new_end.is_some() {
            out.push((date(change.old_end), date(change.new_end)));
        }
        out
    }

    /// How a council voted, in words.
    pub(super) fn votes(&self, vote: &Vote) -> Option<String> {
        let count = |count: Option<u32>| count.map_or_else(|| self.t.m("not-published").to_string(), |n| self.t.int(n));
        if vote.ayes.is_none() && vote.noes.is_none() && vote.abstained.is_none() {
            return None;
        }
        let said = self.t.m("vote-counts").s("ayes", count(vote.ayes)).s("noes", count(vote.noes));
        Some(said.s("abstained", count(vote.abstained)).to_string())
    }

    /// The steps of a private investment, in their order.
    pub(super) fn investment(&self) -> Vec<&InvestmentStep> {
        let mut steps: Vec<&InvestmentStep> = self.project.investment.iter().collect();
        steps.sort_by_key(|step| step.at);
        steps
    }

    /// The suppliers of a contract: name and page.
    pub(super) fn suppliers(&self, contract: &Contract) -> Vec<(Text, Option<String>, Option<String>)> {
        let one = |id: &String| match self.project.party(id) {
            Some(party) => {
                let number = party.registered.as_ref().map(|number| format!("{} {}", number.scheme, number.id));
                (party.name.clone(), self.party_page(id), number)
            }
            None => (Text::one(self.lang, id.clone()), None, None),
        };
        contract.suppliers.iter().map(one).collect()
    }
}
