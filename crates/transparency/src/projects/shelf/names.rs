//! Short numbers for names that stand in many entries.

use std::{collections::HashMap, sync::Arc};

/// The number of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Id(u32);

impl Id {
    pub(super) fn index(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }
}

/// Names with their numbers, from 0. None is ever taken out.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    ids: HashMap<Arc<str>, Id>,
    names: Vec<Arc<str>>,
}

impl Names {
    /// The number of a name, a new one when it has none.
    pub(super) fn id(&mut self, name: &str) -> Id {
        if let Some(id) = self.find(name) {
            return id;
        }
        let id = Id(u32::try_from(self.names.len()).unwrap_or(u32::MAX));
        let name: Arc<str> = name.into();
        self.names.push(name.clone());
        self.ids.insert(name, id);
        id
    }

    /// The number of a name.
    pub(super) fn find(&self, name: &str) -> Option<Id> {
        self.ids.get(name).copied()
    }

    /// The name with this number.
    pub(super) fn name(&self, id: Id) -> &str {
        self.names.get(id.index()).map(Arc::as_ref).unwrap_or_default()
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// All of them, in the order of their numbers.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, Id)> {
        self.names.iter().zip(0..).map(|(name, number)| (name.as_ref(), Id(number)))
    }
}
