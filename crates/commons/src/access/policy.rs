//! The one policy: who may do what, where, and how surely it has to be them. Every page, file, job and command asks here
//! and nowhere else; what is not in the table is nobody's.

use infitah_base::Timestamp;
use strum::{EnumIter, IntoStaticStr};

use super::model::{Domain, Role, Strength, Who};
use crate::places::Atlas;

/// Something that not everybody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Deed {
    /// Drafts of projects are written, files of them are looked at.
    DraftProjects,
    /// Projects are published, withdrawn, or brought by a file.
    PublishProjects,
    /// Drafts of budgets and plain words for them are written.
    DraftBudget,
    /// Budgets are published or taken back.
    PublishBudget,
    /// The glossary is kept.
    KeepWords,
    /// What people said is read.
    ReadRemarks,
    /// An account is opened for somebody who cannot do it alone.
    OpenForOthers,
    /// Accounts are searched and looked at.
    SeePeople,
    /// Roles are given and taken back.
    GiveRoles,
    /// The record is read.
    ReadRecord,
    /// Background jobs, deliveries and backups are looked at.
    SeeWorkings,
    /// A job is begun again or given up.
    MoveJobs,
    /// Settings are changed, sections opened and closed.
    ChangeSettings,
}

/// A line of the table.
pub struct Rule {
    /// What is done.
    pub deed: Deed,
    /// To which domain it belongs: a role held for another one does not count.
    pub domain: Domain,
    /// Who may.
    pub roles: &'static [Role],
    /// Whether it must have been proved again, lately, that it is them.
    pub again: bool,
}

const fn rule(deed: Deed, domain: Domain, roles: &'static [Role], again: bool) -> Rule {
    Rule { deed, domain, roles, again }
}

/// The table.
pub const RULES: &[Rule] = &[
    rule(Deed::DraftProjects, Domain::Projects, &[Role::Agent], false),
    rule(Deed::PublishProjects, Domain::Projects, &[Role::Agent], false),
    rule(Deed::DraftBudget, Domain::Budget, &[Role::Agent], false),
    rule(Deed::PublishBudget, Domain::Budget, &[Role::Agent], false),
    rule(Deed::KeepWords, Domain::Words, &[Role::Agent, Role::Communications], false),
    rule(Deed::ReadRemarks, Domain::Messages, &[Role::Agent, Role::Communications, Role::Moderator], false),
    rule(Deed::OpenForOthers, Domain::People, &[Role::Facilitator, Role::Agent, Role::InformationOfficer], false),
    rule(Deed::SeePeople, Domain::People, &[Role::Administrator], false),
    rule(Deed::GiveRoles, Domain::People, &[Role::Administrator], true),
    rule(Deed::ReadRecord, Domain::Program, &[Role::Auditor, Role::Administrator], false),
    rule(Deed::SeeWorkings, Domain::Program, &[Role::Administrator, Role::Auditor], false),
    rule(Deed::MoveJobs, Domain::Program, &[Role::Administrator], false),
    rule(Deed::ChangeSettings, Domain::Program, &[Role::Administrator], true),
];

/// How long a proof counts as new, in milliseconds.
const FRESH: i64 = 10 * 60 * 1000;

/// Why somebody may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// They hold no role that may do it there.
    #[error("no role allows it there")]
    NoRole,
    /// They hold the role, but a code alone does not prove enough.
    #[error("a passkey, or an application that shows codes, is needed")]
    TooWeak,
    /// They hold the role, but proved who they are too long ago.
    #[error("it has to be proved again")]
    ProveAgain,
}

/// Whether `who` may do `deed` to something that belongs to `place`. What cannot be decided is refused: an unknown place
/// is nobody's.
pub fn may(who: &Who, deed: Deed, place: &str, atlas: &Atlas, now: Timestamp) -> Result<(), Refusal> {
    let Some(rule) = RULES.iter().find(|rule| rule.deed == deed) else { return Err(Refusal::NoRole) };
    let Some(place) = atlas.find(place) else { return Err(Refusal::NoRole) };
    let allowed = who.grants.iter().filter(|grant| {
        grant.holds(now)
            && rule.roles.contains(&grant.role)
            && grant.domain.is_none_or(|domain| domain == rule.domain)
            && (grant.place == place.code || atlas.is_within(place, &grant.place))
    });
    let mut refusal = Refusal::NoRole;
    for grant in allowed {
        if grant.role.is_staff() && who.strength < Strength::Totp {
            refusal = Refusal::TooWeak;
        } else if rule.again && !is_fresh(who.proved, now) {
            refusal = Refusal::ProveAgain;
        } else {
            return Ok(());
        }
    }
    Err(refusal)
}

/// Whether a proof counts as new. One of the future does not: a clock was wrong.
pub fn is_fresh(proved: Timestamp, now: Timestamp) -> bool {
    (0..FRESH).contains(&(now.millis() - proved.millis()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use infitah_base::Lang;
    use infitah_store::{StoreError, db_test, testing::TestDb};
    use strum::IntoEnumIterator;
    use uuid::Uuid;

    use super::*;
    use crate::{Permit, access::Grant, places::load_all};

    const NOW: Timestamp = Timestamp::from_millis(1_800_000_000_000);
    /// A commune of the province 05.081.
    const COMMUNE: &str = "05.081.03.13";

    async fn atlas(db: &TestDb) -> Atlas {
        let loaded: Result<_, StoreError> =
            db.write(|tx| Box::pin(async move { load_all(tx, &Permit::for_operator("test")).await })).await;
        loaded.unwrap();
        Atlas::load(&db.read().await.unwrap()).await.unwrap()
    }

    fn who(role: Role, place: &str) -> Who {
        let grant = Grant {
            id: Uuid::nil(),
            role,
            place: place.to_owned(),
            domain: None,
            from: NOW,
            until: None,
            delegated: false,
        };
        Who {
            account: Uuid::nil(),
            session: Uuid::nil(),
            name: "Itto".to_owned(),
            lang: Lang::arabic(),
            strength: Strength::Passkey,
            proved: NOW,
            grants: vec![grant],
        }
    }

    #[test]
    fn every_deed_has_one_line() {
        let lines: Vec<Deed> = RULES.iter().map(|rule| rule.deed).collect();
        assert_eq!(lines, Deed::iter().collect::<Vec<_>>());
        assert!(RULES.iter().all(|rule| !rule.roles.is_empty()), "what nobody may do is no deed");
    }

    #[db_test]
    async fn a_role_does_what_the_table_says_and_nothing_else(db: TestDb) {
        let atlas = atlas(&db).await;
        let mut got = BTreeSet::new();
        for (role, rule) in Role::iter().flat_map(|role| RULES.iter().map(move |rule| (role, rule))) {
            if may(&who(role, "05"), rule.deed, COMMUNE, &atlas, NOW).is_ok() {
                got.insert((rule.deed, role));
            }
        }
        let told = RULES.iter().flat_map(|rule| rule.roles.iter().map(|role| (rule.deed, *role)));
        assert_eq!(got, told.collect());
        let mut nobody = who(Role::Administrator, "05");
        nobody.grants.clear();
        assert!(Deed::iter().all(|deed| may(&nobody, deed, "05", &atlas, NOW) == Err(Refusal::NoRole)));
    }

    #[db_test]
    async fn a_role_holds_in_its_place_and_within(db: TestDb) {
        let atlas = atlas(&db).await;
        let agent = who(Role::Agent, "05.081");
        let may = |place| super::may(&agent, Deed::DraftProjects, place, &atlas, NOW);
        assert_eq!(may("05.081"), Ok(()));
        assert_eq!(may(COMMUNE), Ok(()));
        // Around it, beside it, whose code begins alike, and nowhere.
        for elsewhere in ["05", "MA", "05.091", "05.08", "05.081.", "", "99"] {
            assert_eq!(may(elsewhere), Err(Refusal::NoRole), "{elsewhere:?}");
        }
    }

    #[db_test]
    async fn a_role_holds_in_its_time_and_domain(db: TestDb) {
        let atlas = atlas(&db).await;
        let (yes, no) = (Ok(()), Err(Refusal::NoRole));
        for (from, until, domain, expected) in [
            (1, None, None, no),
            (0, None, None, yes),
            (0, Some(1), None, yes),
            (-1, Some(0), None, no),
            (0, None, Some(Domain::Projects), yes),
            (0, None, Some(Domain::Budget), no),
        ] {
            let mut agent = who(Role::Agent, "05");
            agent.grants[0].from = NOW.plus_millis(from);
            agent.grants[0].until = until.map(|until| NOW.plus_millis(until));
            agent.grants[0].domain = domain;
            let got = may(&agent, Deed::PublishProjects, COMMUNE, &atlas, NOW);
            assert_eq!(got, expected, "{from} {until:?} {domain:?}");
        }
    }

    #[db_test]
    async fn staff_prove_more_and_for_what_is_dangerous_again(db: TestDb) {
        let atlas = atlas(&db).await;
        let mut admin = who(Role::Administrator, "05");
        let see = |who: &Who| may(who, Deed::SeePeople, "05", &atlas, NOW);
        let give = |who: &Who| may(who, Deed::GiveRoles, "05", &atlas, NOW);
        admin.strength = Strength::Code;
        assert_eq!((see(&admin), give(&admin)), (Err(Refusal::TooWeak), Err(Refusal::TooWeak)));
        admin.strength = Strength::Totp;
        assert_eq!((see(&admin), give(&admin)), (Ok(()), Ok(())));
        for (ago, expected) in [(FRESH - 1, Ok(())), (FRESH, Err(Refusal::ProveAgain)), (-1, Err(Refusal::ProveAgain))]
        {
            admin.proved = NOW.plus_millis(-ago);
            assert_eq!((see(&admin), give(&admin)), (Ok(()), expected), "{ago}");
        }
    }
}
