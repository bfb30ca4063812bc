//! Who acts and who looks. Whoever looks without an account is the public; whoever acts is somebody with an account, the
//! operator of the machine, a machine, or anybody, for the little that needs no account.

mod model;
mod policy;

pub use model::{Domain, Grant, Role, Strength, Who};
pub use policy::{Deed, RULES, Refusal, Rule, is_fresh, may};

use std::marker::PhantomData;

use infitah_base::Timestamp;

use crate::places::Atlas;

/// Who looks at something. Every query takes one and filters by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Viewer {
    /// Anybody.
    Public,
}

/// Who acts: written into the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor(String);

impl Actor {
    /// The operator of the machine, by the command they gave (`import`): whoever can run the program on the data
    /// can change the data, so no other check would be honest.
    pub fn operator(command: &str) -> Self {
        Self(format!("operator:{command}"))
    }

    /// Somebody without an account, by what they did (`remark`). Nothing of them is written down.
    pub fn visitor(did: &str) -> Self {
        Self(format!("visitor:{did}"))
    }

    /// A machine, by what it does (`messages`, `sms-gateway`): what happens without a person.
    pub fn machine(does: &str) -> Self {
        Self(format!("machine:{does}"))
    }

    /// Somebody with an account, by its id: their name stays out of the record, which is never forgotten.
    pub fn person(who: &Who) -> Self {
        Self(format!("account:{}", who.account))
    }

    /// As it stands in the record.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An action of a service that people with an account may do: the policy decides by its deed.
pub trait Action {
    /// What it is in the policy's table.
    const DEED: Deed;
}

/// Leave to do `Action`, which only the policy in this module can give.
#[derive(Clone, Debug)]
pub struct Permit<Action> {
    actor: Actor,
    /// The place it was given for; `None`: it is not bound to one.
    place: Option<String>,
    action: PhantomData<Action>,
}

impl<Action> Permit<Action> {
    /// Leave for the operator of the machine.
    pub fn for_operator(command: &str) -> Self {
        Self { actor: Actor::operator(command), place: None, action: PhantomData }
    }

    /// Leave for somebody with an account, for something that belongs to this place, if the policy gives it.
    pub fn of(who: &Who, place: &str, atlas: &Atlas, now: Timestamp) -> Result<Self, Refusal>
    where
        Action: self::Action,
    {
        may(who, Action::DEED, place, atlas, now)?;
        Ok(Self { actor: Actor::person(who), place: Some(place.to_owned()), action: PhantomData })
    }

    /// Leave for somebody with an account, for what concerns nobody but themselves.
    pub fn for_person(who: &Who) -> Self {
        Self { actor: Actor::person(who), place: None, action: PhantomData }
    }

    /// Leave for anybody, for what needs no account.
    pub fn for_anybody(what: &str) -> Self {
        Self { actor: Actor::visitor(what), place: None, action: PhantomData }
    }

    /// Leave for a machine that has shown who it is, or is part of the program.
    pub fn for_machine(does: &str) -> Self {
        Self { actor: Actor::machine(does), place: None, action: PhantomData }
    }

    /// Whether it is good for what belongs to this place: the one that it was given for, and no other.
    pub fn is_for(&self, place: &str) -> bool {
        self.place.as_ref().is_none_or(|of| of == place)
    }

    /// Who has it.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }
}
