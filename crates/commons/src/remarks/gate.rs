//! Who may say something now. In memory, and for minutes only: neither an address nor what ties two remarks to one
//! person is ever written down.

use infitah_base::Timestamp;
use infitah_kit::Client;

use super::service::Remark;
use crate::lately::Lately;

/// Remarks from one address in ten minutes. Many telephones share one address, so it is not small.
const MOST: usize = 20;

/// What becomes of a remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// It is to be kept.
    New,
    /// The same came a moment ago, from the same browser: it is thanked for and not counted again.
    Again,
    /// Too many came from there: later.
    Later,
}

/// What was said lately, from where: browser and remark.
#[derive(Debug, Default)]
pub struct Gate(Lately<(String, Remark)>);

impl Gate {
    /// Lets a remark in, or not. What is let in is remembered.
    pub fn pass(&self, at: Timestamp, client: Client, browser: &str, remark: &Remark) -> Pass {
        let one = (browser.to_owned(), remark.clone());
        let pass = self.0.pass(at, client, one.clone(), |lately| {
            if lately.iter().any(|(_, before)| *before == one) {
                (false, Pass::Again)
            } else if lately.len() >= MOST {
                (false, Pass::Later)
            } else {
                (true, Pass::New)
            }
        });
        pass.unwrap_or(Pass::Later)
    }

    /// Forgets a remark that could not be kept, so that it can be sent again.
    pub fn forget(&self, client: Client, remark: &Remark) {
        self.0.forget(client, |(_, one)| one == remark);
    }
}

#[cfg(test)]
mod tests {
    use infitah_base::Lang;

    use super::*;

    fn client(ip: &str) -> Client {
        Client { ip: ip.parse().unwrap(), https: false }
    }

    fn remark(text: &str) -> Remark {
        Remark { about: "budget/2027".to_owned(), lang: Lang::arabic(), understood: true, text: text.to_owned() }
    }

    #[test]
    fn the_same_twice_is_counted_once_and_many_have_to_wait() {
        let (gate, at) = (Gate::default(), Timestamp::from_millis(1_795_428_900_123));
        let later = |minutes: i64| Timestamp::from_millis(at.millis() + minutes * 60_000);
        let one = client("192.0.2.1");
        assert_eq!(gate.pass(at, one, "a", &remark("")), Pass::New);
        assert_eq!(gate.pass(later(1), one, "a", &remark("")), Pass::Again);
        assert_eq!(gate.pass(later(1), one, "b", &remark("")), Pass::New, "another telephone behind the same address");
        assert_eq!(gate.pass(later(11), one, "a", &remark("")), Pass::New, "another evening");
        let answers: Vec<Pass> =
            (0..MOST).map(|number| gate.pass(later(12), one, "a", &remark(&number.to_string()))).collect();
        assert_eq!(answers.iter().filter(|pass| **pass == Pass::New).count(), MOST - 1);
        assert_eq!(answers.last(), Some(&Pass::Later));
        assert_eq!(gate.pass(later(12), client("192.0.2.2"), "a", &remark("")), Pass::New);
        assert_eq!(gate.pass(later(23), one, "a", &remark("0")), Pass::New);
    }

    #[test]
    fn what_could_not_be_kept_can_be_sent_again() {
        let (gate, at, one) = (Gate::default(), Timestamp::from_millis(0), client("2001:db8::1"));
        assert_eq!(gate.pass(at, one, "a", &remark("x")), Pass::New);
        gate.forget(client("2001:db8::2"), &remark("x"));
        assert_eq!(gate.pass(at, one, "a", &remark("x")), Pass::New);
    }
}
