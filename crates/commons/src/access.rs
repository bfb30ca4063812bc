//! Who acts and who looks. Accounts do not exist yet: whoever looks is the public, whoever acts is the operator of
//! the machine, or anybody, for the little that needs no account. Services and queries take these already, so that nothing has to be reached another way afterwards.

use std::marker::PhantomData;

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

    /// As it stands in the record.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Leave to do `Action`, which only the policy in this module can give.
#[derive(Clone, Debug)]
pub struct Permit<Action> {
    actor: Actor,
    action: PhantomData<Action>,
}

impl<Action> Permit<Action> {
    /// Leave for the operator of the machine.
    pub fn for_operator(command: &str) -> Self {
        Self { actor: Actor::operator(command), action: PhantomData }
    }

    /// Leave for anybody, for what needs no account.
    pub fn for_anybody(what: &str) -> Self {
        Self { actor: Actor::visitor(what), action: PhantomData }
    }

    /// Leave for a machine that has shown who it is, or is part of the program.
    pub fn for_machine(does: &str) -> Self {
        Self { actor: Actor::machine(does), action: PhantomData }
    }

    /// Who has it.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }
}
