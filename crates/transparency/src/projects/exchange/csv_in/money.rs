//! Amounts of a row: the budget and who promised what, the cost from step to step, what is committed and paid.

use infitah_base::{Currency, Money, number};
use strum::IntoEnumIterator;

use super::{
    super::{columns, sane_amount, values},
    Row, Table,
};
use crate::projects::{
    model::{Budget, CostAt, CostStep, Funding, Project, Transfer},
    rules::IN_ALL,
};

impl Table<'_> {
    /// The currency of the row's amounts, when it has one. An amount without a currency is a problem.
    pub(super) fn currency(&self, row: &mut Row<'_>) -> Option<Currency> {
        let named = row.parsed("currency", "import-currency", |cell| cell.parse::<Currency>().ok());
        let currency = named.or(self.mapping.currency).or(self.options.currency);
        if currency.is_none() {
            let mut amounts = self.targets.iter().filter(|target| columns::is_amount(target));
            if let Some((header, cell)) = amounts.find_map(|target| row.cell(target)) {
                row.wrong(header, cell, "import-no-currency");
            }
        }
        currency
    }

    /// An amount in the row's currency.
    fn amount_of(&self, cell: &str, currency: Currency) -> Option<Money> {
        let (plain, named) = values::without_mark(cell);
        let same = named.is_empty() || named.contains(&currency);
        sane_amount(&number::plain_decimal(plain, self.mapping.decimal).filter(|_| same)?, currency)
    }

    /// The amount of this meaning.
    pub(super) fn amount(&self, row: &mut Row<'_>, target: &str, currency: Option<Currency>) -> Option<Money> {
        let currency = currency?;
        row.parsed(target, "import-amount", |cell| self.amount_of(cell, currency))
    }

    pub(super) fn money(&self, row: &mut Row<'_>, project: &mut Project, currency: Option<Currency>) {
        let order = self.mapping.dates;
        let approved = row.day("budget.approved", order);
        match self.amount(row, "budget", currency) {
            Some(amount) => project.budget = Some(Budget { amount, approved }),
            // A date of approval without an amount has no place in the model: it stays as it was given.
            None => row.keep_alone(project, &["budget.approved"]),
        }
        self.funding(row, project, currency);
        for at in CostAt::iter() {
            let target = format!("cost.{}", at.code());
            let (said, why) = (format!("{target}.date"), format!("{target}.reason"));
            let date = row.day(&said, order);
            match self.amount(row, &target, currency) {
                Some(amount) => {
                    let reason = self.texts(row, &why);
                    project.costs.push(CostStep { at, amount, date, reason });
                }
                None => {
                    row.keep_alone(project, &[&said]);
                    self.keep_texts(row, project, &why);
                }
            }
        }
        project.commitments = self.in_all(row, project, "committed", currency);
        project.payments = self.in_all(row, project, "paid.amount", currency);
    }

    /// What was committed or paid in all until a day.
    fn in_all(
        &self,
        row: &mut Row<'_>,
        project: &mut Project,
        target: &str,
        currency: Option<Currency>,
    ) -> Vec<Transfer> {
        let said = format!("{target}.date");
        let date = row.day(&said, self.mapping.dates).or(project.updated);
        let Some(amount) = self.amount(row, target, currency) else {
            row.keep_alone(project, &[&said]);
            return Vec::new();
        };
        vec![Transfer {
            id: IN_ALL.to_owned(),
            amount,
            date,
            payer: None,
            payee: None,
            source: infitah_base::Text::default(),
        }]
    }

    /// Our own export writes "who: how much | who: how much".
    fn funding(&self, row: &mut Row<'_>, project: &mut Project, currency: Option<Currency>) {
        let (Some(currency), Some((header, cell))) = (currency, row.cell("funding")) else { return };
        for part in cell.split('|') {
            let share =
                part.rsplit_once(':').and_then(|(who, much)| Some((who.trim(), self.amount_of(much, currency)?)));
            let Some((who, amount)) = share else {
                row.wrong(header.clone(), part.to_owned(), "import-funding");
                continue;
            };
            let party = self.party(project, who, "funder");
            project.funding.push(Funding { party, amount });
        }
    }

    /// Contracts beside those that have columns: "number: how much | number".
    pub(super) fn numbered_amounts(
        &self,
        row: &mut Row<'_>,
        target: &str,
        currency: Option<Currency>,
    ) -> Vec<(String, Option<Money>)> {
        let Some((header, cell)) = row.cell(target) else { return Vec::new() };
        let mut out = Vec::new();
        for part in cell.split('|').map(str::trim).filter(|part| !part.is_empty()) {
            let (number, much) = part.rsplit_once(':').unwrap_or((part, ""));
            let amount = currency.and_then(|currency| self.amount_of(much, currency));
            if number.trim().is_empty() || (amount.is_none() && !much.trim().is_empty()) {
                row.wrong(header.clone(), part.to_owned(), "import-contracts");
            } else {
                out.push((number.trim().to_owned(), amount));
            }
        }
        out
    }
}
