//! What a year's page is made of: the carpet, the chapters, the accounts beside the budget, whether it holds.

use infitah_base::Text;
use infitah_kit::svg::{Rug, hundredths};

use super::super::{NodeKey, Told, sliced::Sliced};
use crate::budget::{
    model::{Account, Direction, Part},
    rules::totals,
};

/// How many accounts beside the budget the brochure has room for; the smaller ones are one row there.
const ON_PAPER: usize = 3;

/// A part or a chapter in the order of the law.
pub(super) struct Chapter {
    pub(super) depth: usize,
    pub(super) code: String,
    pub(super) name: Text,
    pub(super) href: String,
    pub(super) amount: String,
}

/// An annexed budget or a special account: beside the budget, and in none of its sums.
pub(super) struct Other {
    pub(super) name: Text,
    pub(super) kind: &'static str,
    pub(super) revenue: (String, String),
    pub(super) spending: (String, String),
    /// Whether paper tells it in one row with other small ones.
    pub(super) is_folded: bool,
}

/// What the accounts that paper folds sum to.
pub(super) struct Folded {
    pub(super) count: usize,
    pub(super) revenue: String,
    pub(super) spending: String,
}

/// Whether running pays for itself and leaves what it has over to equipment (organic law 111-14, article 167).
pub(super) struct Balance {
    pub(super) revenue: i64,
    pub(super) spending: i64,
    pub(super) carried: Option<i64>,
}

impl Balance {
    pub(super) fn of(told: &Told) -> Option<Self> {
        let running = |direction| told.edition.total(direction, Some(Part::Running), told.measure);
        let (revenue, spending) = (running(Direction::Revenue)?, running(Direction::Spending)?);
        Some(Self { revenue, spending, carried: told.edition.surplus(told.measure) })
    }

    pub(super) fn left(&self) -> i64 {
        self.revenue - self.spending
    }

    /// Whether all that is left is carried to equipment.
    pub(super) fn holds(&self) -> bool {
        self.left() >= 0 && self.carried.unwrap_or_default() == self.left()
    }
}

/// What the knots of one motif stand for.
pub(super) struct Knots {
    pub(super) mark: u8,
    pub(super) count: u32,
    pub(super) name: Text,
    pub(super) part: String,
    /// Whether it is one thing that has a name, and can be told first.
    pub(super) is_named: bool,
}

/// The carpet, and its key in the order in which it is woven.
pub(super) fn rug(told: &Told) -> (Rug, Vec<Knots>) {
    let sliced = told.sliced();
    let amounts: Vec<i64> = sliced.iter().map(|one| one.amount.unwrap_or_default()).collect();
    let knots = |(one, count): (Sliced, u32)| Knots {
        mark: one.mark,
        count,
        name: one.name,
        part: one.part,
        is_named: one.slice.is_named(),
    };
    let key: Vec<Knots> = sliced.into_iter().zip(hundredths(&amounts)).map(knots).collect();
    let parts: Vec<String> = key.iter().map(|one| format!("{} {}", one.name.plain(told.lang), one.count)).collect();
    let parts = parts.join(&told.t.m("list-comma").to_string());
    let label =
        told.t.m("budget-rug-label").s("currency", told.t.currency(told.money(0))).s("parts", parts).to_string();
    (Rug { label, knots: key.iter().map(|one| (one.mark, one.count)).collect() }, key)
}

/// Spending as it was voted: its parts, and what stands right below them.
pub(super) fn chapters(told: &Told) -> Vec<Chapter> {
    let tree = told.edition.tree();
    let spending = NodeKey::direction(Direction::Spending);
    let Some(root) = tree.find(&spending) else { return Vec::new() };
    let mut out = Vec::new();
    let mut add = |node: &totals::TreeNode, depth| {
        out.push(Chapter {
            depth,
            code: node.key.path.last().cloned().unwrap_or_default(),
            name: told.node_name(&node.key),
            href: told.node_url(&node.key),
            amount: told.said(node.sums.get(told.measure)),
        });
    };
    for part in tree.children(root) {
        add(part, 0);
        if part.key.path.is_empty() {
            tree.children(part).for_each(|chapter| add(chapter, 1));
        }
    }
    out
}

/// The accounts beside the budget, and what those that paper has no room for sum to.
pub(super) fn others(told: &Told) -> (Vec<Other>, Option<Folded>) {
    let tree = told.edition.tree();
    let mut accounts: Vec<&Account> =
        tree.roots().map(|root| &root.key.account).filter(|account| !account.is_main()).collect();
    accounts.dedup();
    let amount = |account: &Account, direction: Direction| {
        tree.sums(&NodeKey { account: account.clone(), ..NodeKey::direction(direction) }).get(told.measure)
    };
    let mut small = accounts.clone();
    small.sort_by_key(|account| std::cmp::Reverse(amount(account, Direction::Spending)));
    // One alone is its own row.
    let room = if small.len() > ON_PAPER + 1 { ON_PAPER } else { small.len() };
    let small = small.split_off(room);
    let other = |account: &Account| {
        let of = |direction: Direction| {
            let lines =
                told.lines(&[("direction", direction.code()), ("account", &account.to_string()), ("surplus", "no")]);
            (told.said(amount(account, direction)), lines)
        };
        let kind = match account {
            Account::Special(_) => "account-special",
            Account::Annexed(_) => "account-annexed",
            Account::Main => "account-main",
        };
        Other {
            name: told.account_name(account),
            kind,
            revenue: of(Direction::Revenue),
            spending: of(Direction::Spending),
            is_folded: small.contains(&account),
        }
    };
    let sum = |direction| {
        let known = small.iter().filter_map(|account| amount(account, direction));
        told.said(known.reduce(i64::saturating_add))
    };
    let folded = Folded { count: small.len(), revenue: sum(Direction::Revenue), spending: sum(Direction::Spending) };
    (accounts.into_iter().map(other).collect(), Some(folded).filter(|folded| folded.count > 0))
}
