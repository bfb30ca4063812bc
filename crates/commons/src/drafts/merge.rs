//! Two changed the same document: what each changed alone is taken, what both changed differently is a choice.

use serde_json::{Map, Value};

/// Whose value is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What the draft says.
    Mine,
    /// What was published in between.
    Theirs,
}

/// A value that both changed, and differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// The way to it: `budget.amount`, `contracts[12].value`. It names the choice in a form.
    pub way: String,
    /// What it was; `None`: nothing.
    pub base: Option<Value>,
    /// What the draft says.
    pub mine: Option<Value>,
    /// What was published in between.
    pub theirs: Option<Value>,
}

/// Merges two documents that began as `base`. Where both changed a value differently `choose` is asked; what it leaves
/// open is given as a clash, and stands in the result as the draft says it.
///
/// Entries of lists are the same by what names them: `name` gives it, `None` for a list whose entries have no names,
/// which is one value.
pub fn merge(
    base: &Value,
    mine: &Value,
    theirs: &Value,
    name: &dyn Fn(&Map<String, Value>) -> Option<String>,
    choose: &dyn Fn(&str) -> Option<Side>,
) -> (Value, Vec<Clash>) {
    let mut merger = Merger { name, choose, clashes: Vec::new() };
    let merged = merger.value("", Some(base), Some(mine), Some(theirs)).unwrap_or(Value::Null);
    (merged, merger.clashes)
}

struct Merger<'a> {
    name: &'a dyn Fn(&Map<String, Value>) -> Option<String>,
    choose: &'a dyn Fn(&str) -> Option<Side>,
    clashes: Vec<Clash>,
}

/// The keys of an amount: neither half of it means anything without the other.
const AMOUNT: [&str; 2] = ["currency", "minor"];

impl Merger<'_> {
    fn value(
        &mut self,
        way: &str,
        base: Option<&Value>,
        mine: Option<&Value>,
        theirs: Option<&Value>,
    ) -> Option<Value> {
        if mine == theirs || theirs == base {
            return mine.cloned();
        }
        if mine == base {
            return theirs.cloned();
        }
        let nothing = Value::Object(Map::new());
        if let (Some(Value::Object(mine)), Some(Value::Object(theirs))) = (mine, theirs)
            && let Value::Object(base) = base.unwrap_or(&nothing)
            && !AMOUNT.iter().all(|key| mine.contains_key(*key) || theirs.contains_key(*key))
        {
            return Some(Value::Object(self.object(way, base, mine, theirs)));
        }
        if let (Some(base), Some(mine), Some(theirs)) = (self.named(base), self.named(mine), self.named(theirs)) {
            return self.list(way, &base, &mine, &theirs);
        }
        match (self.choose)(way) {
            Some(Side::Mine) => mine.cloned(),
            Some(Side::Theirs) => theirs.cloned(),
            None => {
                let [base, mine, theirs] = [base, mine, theirs].map(Option::<&Value>::cloned);
                let kept = mine.clone();
                self.clashes.push(Clash { way: way.to_owned(), base, mine, theirs });
                kept
            }
        }
    }

    fn object(
        &mut self,
        way: &str,
        base: &Map<String, Value>,
        mine: &Map<String, Value>,
        theirs: &Map<String, Value>,
    ) -> Map<String, Value> {
        let mut keys: Vec<&String> = mine.keys().chain(theirs.keys()).chain(base.keys()).collect();
        keys.sort();
        keys.dedup();
        let mut merged = Map::new();
        for key in keys {
            let inner = if way.is_empty() { key.clone() } else { format!("{way}.{key}") };
            if let Some(value) = self.value(&inner, base.get(key), mine.get(key), theirs.get(key)) {
                merged.insert(key.clone(), value);
            }
        }
        merged
    }

    /// The entries of a list by their names; `None`: it is none whose entries all have a name of their own.
    fn named<'v>(&self, list: Option<&'v Value>) -> Option<Vec<(String, &'v Value)>> {
        let Some(list) = list else { return Some(Vec::new()) };
        let mut named: Vec<(String, &Value)> = Vec::new();
        for entry in list.as_array()? {
            let name = (self.name)(entry.as_object()?)?;
            if named.iter().any(|(other, _)| *other == name) {
                return None;
            }
            named.push((name, entry));
        }
        Some(named)
    }

    fn list(
        &mut self,
        way: &str,
        base: &[(String, &Value)],
        mine: &[(String, &Value)],
        theirs: &[(String, &Value)],
    ) -> Option<Value> {
        let find =
            |list: &[(String, &Value)], name: &str| list.iter().find(|(one, _)| one == name).map(|(_, v)| (*v).clone());
        // The order of what was published, and behind it what the draft adds.
        let added = mine.iter().filter(|(name, _)| find(theirs, name).is_none());
        let mut merged = Vec::new();
        for (name, _) in theirs.iter().chain(added) {
            let (base, mine, theirs) = (find(base, name), find(mine, name), find(theirs, name));
            let inner = format!("{way}[{name}]");
            merged.extend(self.value(&inner, base.as_ref(), mine.as_ref(), theirs.as_ref()));
        }
        (!merged.is_empty()).then_some(Value::Array(merged))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn name(entry: &Map<String, Value>) -> Option<String> {
        entry.get("id")?.as_str().map(str::to_owned)
    }

    fn merged(base: &Value, mine: &Value, theirs: &Value) -> (Value, Vec<String>) {
        let (value, clashes) = merge(base, mine, theirs, &name, &|_| None);
        (value, clashes.into_iter().map(|clash| clash.way).collect())
    }

    #[test]
    fn what_each_changed_alone_is_taken() {
        let base = json!({"title": {"ar": "أ", "fr": "A"}, "status": "a", "list": [{"id": "1", "n": 1}, {"id": "2"}]});
        let mine = json!({"title": {"ar": "ب", "fr": "A"}, "list": [{"id": "1", "n": 2}, {"id": "2"}, {"id": "4"}]});
        let theirs =
            json!({"title": {"ar": "أ", "fr": "B"}, "status": "a", "list": [{"id": "3"}, {"id": "1", "n": 1}]});
        let all = json!({"title": {"ar": "ب", "fr": "B"}, "list": [{"id": "3"}, {"id": "1", "n": 2}, {"id": "4"}]});
        assert_eq!(merged(&base, &mine, &theirs), (all, Vec::new()));
    }

    #[test]
    fn what_both_changed_differently_is_a_choice_and_an_amount_is_one_value() {
        let base = json!({"cost": {"currency": "MAD", "minor": 1}, "l": [{"id": "1", "n": 1}]});
        let mine = json!({"cost": {"currency": "MAD", "minor": 2}});
        let theirs = json!({"cost": {"currency": "EUR", "minor": 1}, "l": [{"id": "1", "n": 2}]});
        let (_, ways) = merged(&base, &mine, &theirs);
        assert_eq!(ways, ["cost", "l[1]"], "what one takes away and the other changes is a choice too");
        let (value, clashes) = merge(&base, &mine, &theirs, &name, &|_| Some(Side::Theirs));
        assert_eq!((value, clashes), (theirs.clone(), Vec::new()));
        let (value, _) = merge(&base, &mine, &theirs, &name, &|_| Some(Side::Mine));
        assert_eq!(value, mine);
    }

    #[test]
    fn the_same_change_twice_is_no_choice() {
        let (base, both) = (json!({"a": 1}), json!({"a": 2}));
        assert_eq!(merged(&base, &both, &both), (both.clone(), Vec::new()));
    }

    #[test]
    fn entries_without_names_of_their_own_are_one_value() {
        let (base, mine, theirs) = (json!({"l": [{"n": 1}]}), json!({"l": [{"n": 2}]}), json!({"l": [{"n": 3}]}));
        assert_eq!(merged(&base, &mine, &theirs).1, ["l"]);
    }
}
