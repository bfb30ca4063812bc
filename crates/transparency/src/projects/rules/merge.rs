//! What a newer file says is merged into what is known: what it does not say changes nothing.

use infitah_base::{CivilDate, Money, Text};

use super::super::model::{
    Agreement, Beneficiary, Budget, Classification, Contact, Contract, ContractStatus, CostAt, CostStep, Dates,
    Document, Duration, Funding, InvestmentAt, InvestmentStep, JobCount, JobGroup, Jobs, Kind, Method, Milestone,
    MilestoneStatus, Modification, Modified, Observation, Party, Phase, Photo, PlaceRef, Project, Registered, Sex,
    Shape, Status, Surroundings, Transfer, Vote, Withheld, Work,
};

/// Something that a newer saying completes.
trait Complete: Sized {
    /// Takes what the newer one says; where it says nothing, what is known stays.
    fn complete(&mut self, newer: Self);
}

/// Something in a list that can be found again in a newer list: it is completed, others are added, none is taken away.
trait Entry: Complete {
    fn same(&self, other: &Self) -> bool;
}

impl<T: Complete> Complete for Option<T> {
    fn complete(&mut self, newer: Self) {
        match (self.as_mut(), newer) {
            (Some(known), Some(newer)) => known.complete(newer),
            (None, newer) => *self = newer,
            (Some(_), None) => {}
        }
    }
}

impl<T: Entry> Complete for Vec<T> {
    fn complete(&mut self, newer: Self) {
        for one in newer {
            match self.iter_mut().find(|known| known.same(&one)) {
                Some(known) => known.complete(one),
                None => self.push(one),
            }
        }
    }
}

impl Complete for Text {
    fn complete(&mut self, newer: Self) {
        for (lang, text) in newer.iter() {
            self.set(lang, text);
        }
    }
}

/// Values: the newer one stands.
macro_rules! values {
    ($($type:ty),*) => { $(impl Complete for $type { fn complete(&mut self, newer: Self) { *self = newer; } })* };
}
values!(u32, bool, String, Money, CivilDate, Shape, [f64; 2], [u32; 2], Status, Kind, Work);
values!(CostAt, ContractStatus, Method, Modified, MilestoneStatus, Sex, Duration, InvestmentAt);

/// Lists of things without a name of their own: a newer list stands for the whole, unless it is empty.
macro_rules! lists {
    ($($type:ty),*) => {
        $(impl Complete for Vec<$type> {
            fn complete(&mut self, newer: Self) {
                if !newer.is_empty() {
                    *self = newer;
                }
            }
        })*
    };
}
lists!(String, Classification, Funding, JobGroup, Withheld);

/// The same, but each of the newer list keeps what is known of it: a table has no room for a line on the map, nor for
/// every language.
macro_rules! completed_lists {
    ($($type:ident)*) => {
        $(impl Complete for Vec<$type> {
            fn complete(&mut self, newer: Self) {
                if newer.is_empty() {
                    return;
                }
                let known = std::mem::take(self);
                self.extend(newer.into_iter().enumerate().map(|(index, one)| {
                    let twin = one.twin(index, &known).cloned();
                    match twin {
                        Some(mut twin) => {
                            twin.complete(one);
                            twin
                        }
                        None => one,
                    }
                }));
            }
        })*
    };
}
completed_lists!(PlaceRef Beneficiary);

impl PlaceRef {
    fn twin<'a>(&self, _: usize, known: &'a [PlaceRef]) -> Option<&'a PlaceRef> {
        let same = |one: &&PlaceRef| one.code == self.code && (self.code.is_some() || one.given == self.given);
        known.iter().find(same).filter(|_| self.code.is_some() || self.given.is_some())
    }
}

impl Beneficiary {
    fn twin<'a>(&self, index: usize, known: &'a [Beneficiary]) -> Option<&'a Beneficiary> {
        if self.who.is_empty() {
            return known.get(index);
        }
        known.iter().find(|one| one.who.iter().any(|(lang, text)| self.who.exactly(lang) == Some(text)))
    }
}

/// Whether places are what a table would say of the known ones: it names the codes of all, and of the first its words
/// and its point.
fn says_no_more(newer: &[PlaceRef], known: &[PlaceRef]) -> bool {
    let codes = |places: &[PlaceRef]| places.iter().filter_map(|place| place.code.clone()).collect::<Vec<_>>();
    let (Some(new), Some(old)) = (newer.first(), known.first()) else { return newer.is_empty() };
    let bare = |place: &PlaceRef| place.given.is_none() && place.point.is_none() && place.shape.is_none();
    let of_a_table = new.shape.is_none() && newer.iter().skip(1).all(bare);
    let same_words = new.given.is_none() || new.given == old.given;
    let same_point = new.point.is_none() || new.point == old.point;
    of_a_table && codes(newer) == codes(known) && same_words && same_point
}

/// A table says what was committed or paid in all until a day, not each time. When that is what is known, it is no
/// news; else what the single transfers do not add up to stands as one beside them. When they add up to more, they
/// stand.
fn merge_transfers(known: &mut Vec<Transfer>, newer: Vec<Transfer>) {
    let [all] = newer.as_slice() else { return known.complete(newer) };
    if all.id != IN_ALL {
        return known.complete(newer);
    }
    let alike = |one: &&Transfer| one.amount.currency == all.amount.currency;
    let sum = |singles: bool| {
        let counted = known.iter().filter(alike).filter(|one| !singles || one.id != IN_ALL);
        counted.fold(0_i64, |sum, one| sum.saturating_add(one.amount.minor))
    };
    if known.iter().any(|one| alike(&one)) && sum(false) == all.amount.minor {
        return;
    }
    let rest = all.amount.minor.saturating_sub(sum(true));
    known.retain(|one| one.id != IN_ALL);
    if rest > 0 || known.is_empty() {
        known.push(Transfer { amount: Money { minor: rest, ..all.amount }, ..all.clone() });
    }
}

/// The id of what a table says was committed or paid in all.
pub const IN_ALL: &str = "x-in-all";

/// Structures: field by field. A field that is forgotten here does not compile.
macro_rules! structures {
    ($($type:ident { $($field:ident)* })*) => {
        $(impl Complete for $type {
            fn complete(&mut self, newer: Self) {
                let $type { $($field),* } = newer;
                $(self.$field.complete($field);)*
            }
        })*
    };
}
structures! {
    Budget { amount approved }
    PlaceRef { code given point shape }
    Beneficiary { who people }
    CostStep { at amount date reason }
    Transfer { id amount date payer payee source }
    Registered { scheme id legal_name }
    Contact { address email telephone }
    Vote { date body decision ayes noes abstained }
    Agreement { number title date vote }
    Modification { id date what description reason old_value new_value old_end new_end }
    Contract { id title scope nature status method method_words bidders estimate value final_value signed start end buyer
        administrator suppliers modifications }
    Dates { planned_start planned_end actual_start actual_end }
    Phase { status dates }
    Milestone { id title description kind due met status }
    Observation { date percent source }
    JobCount { women men total }
    Jobs { planned created planned_groups created_groups method }
    Surroundings { impact_assessed protected_area environment land_compensation land accessible accessibility }
    Document { id kind title description url published format language }
    Photo { file alt taken point credit size }
    InvestmentStep { at date amount jobs }
}

/// By which field an entry is found again.
macro_rules! entries {
    ($($type:ident by $field:ident),*) => {
        $(impl Entry for $type {
            fn same(&self, other: &Self) -> bool {
                self.$field == other.$field
            }
        })*
    };
}
entries!(CostStep by at, Transfer by id, Agreement by number, Contract by id, Modification by id, Phase by status);
entries!(Milestone by id, Observation by date, Document by id, Photo by file, InvestmentStep by at);

impl Project {
    /// Merges what a newer file says into what is known: what it does not say changes nothing.
    pub fn merge(&mut self, mut newer: Project) {
        let known_as = merge_parties(&mut self.parties, std::mem::take(&mut newer.parties));
        newer.rename_parties(known_as);
        if newer.carried.is_none() && says_no_more(&newer.places, &self.places) {
            newer.places.clear();
        }
        merge_transfers(&mut self.commitments, std::mem::take(&mut newer.commitments));
        merge_transfers(&mut self.payments, std::mem::take(&mut newer.payments));
        let Project {
            identifier: _,
            title,
            purpose,
            description,
            kind,
            status,
            work,
            sectors,
            classifications,
            places,
            budget,
            funding,
            costs,
            commitments: _,
            payments: _,
            agreements,
            contracts,
            dates,
            phases,
            milestones,
            physical,
            financial,
            jobs,
            beneficiaries,
            surroundings,
            documents,
            photos,
            investment,
            withheld,
            final_scope,
            final_reason,
            parties: _,
            updated,
            kept,
            carried,
        } = newer;
        macro_rules! each {
            ($($field:ident)*) => { $(self.$field.complete($field);)* };
        }
        each!(title purpose description kind status work sectors classifications places budget funding);
        each!(costs agreements contracts dates phases milestones physical financial jobs);
        each!(beneficiaries surroundings documents photos investment withheld final_scope final_reason updated);
        self.costs.sort_by_key(|step| step.at);
        self.physical.sort_by_key(|observation| observation.date);
        self.financial.sort_by_key(|observation| observation.date);
        self.kept.extend(kept);
        self.carried = carried.or(self.carried.take());
    }

    /// Gives every mention of a party the id that `known_as` says.
    fn rename_parties(&mut self, known_as: impl Fn(&str) -> Option<String>) {
        let rename = |id: &mut String| {
            if let Some(known) = known_as(id) {
                *id = known;
            }
        };
        self.funding.iter_mut().for_each(|share| rename(&mut share.party));
        for transfer in self.commitments.iter_mut().chain(&mut self.payments) {
            transfer.payer.iter_mut().chain(&mut transfer.payee).for_each(rename);
        }
        for contract in &mut self.contracts {
            contract.suppliers.iter_mut().for_each(rename);
            contract.buyer.iter_mut().chain(&mut contract.administrator).for_each(rename);
        }
    }
}

/// Parties are added and completed, never taken away: funding and contracts speak of them. One is the same by its id,
/// or, where a table gives only names, by a name in any language. Gives what the newer ids are known as.
fn merge_parties(known: &mut Vec<Party>, newer: Vec<Party>) -> impl Fn(&str) -> Option<String> {
    let mut renamed: Vec<(String, String)> = Vec::new();
    for party in newer {
        let same_name =
            |one: &Party| one.name.iter().any(|(_, name)| party.name.iter().any(|(_, other)| other == name));
        let index = match known.iter().position(|one| one.id == party.id && (!is_made_up(&party.id) || same_name(one)))
        {
            Some(index) => Some(index),
            None if is_made_up(&party.id) => known.iter().position(same_name),
            None => None,
        };
        match index.and_then(|index| known.get_mut(index)) {
            Some(one) => {
                if one.id == party.id && !is_made_up(&party.id) {
                    one.name.complete(party.name);
                }
                one.roles
                    .extend(party.roles.iter().filter(|role| !one.roles.contains(role)).cloned().collect::<Vec<_>>());
                one.registered.complete(party.registered);
                one.contact.complete(party.contact);
                renamed.push((party.id, one.id.clone()));
            }
            None => {
                let mut id = party.id.clone();
                let mut number = known.len() + 1;
                while known.iter().any(|one| one.id == id) {
                    id = format!("{MADE_UP}{number}");
                    number += 1;
                }
                renamed.push((party.id, id.clone()));
                known.push(Party { id, ..party });
            }
        }
    }
    move |id| renamed.iter().find(|(newer, _)| newer == id).map(|(_, known)| known.clone())
}

/// The beginning of ids that a table's reader makes up, because the table has only names.
pub const MADE_UP: &str = "x-";

/// Whether an id was made up, and says nothing outside its project.
pub fn is_made_up(id: &str) -> bool {
    id.starts_with(MADE_UP)
}
