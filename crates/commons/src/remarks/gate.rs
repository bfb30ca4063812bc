//! Who may say something now. In memory, and for minutes only: neither an address nor what ties two remarks to one
//! person is ever written down.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::Mutex,
};

use infitah_base::Timestamp;
use infitah_kit::Client;

use super::service::Remark;

/// How long it is remembered that somebody spoke, in milliseconds.
const WINDOW: i64 = 10 * 60 * 1000;

/// Remarks from one address in that time. Many telephones share one address, so it is not small.
const MOST: usize = 20;

/// Addresses that are remembered at once: the memory of the program is not anybody's to fill.
const ADDRESSES: usize = 20_000;

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

/// What was said lately, from where.
#[derive(Debug, Default)]
pub struct Gate(Mutex<HashMap<IpAddr, Vec<Heard>>>);

#[derive(Debug)]
struct Heard {
    at: Timestamp,
    browser: String,
    remark: Remark,
}

impl Gate {
    /// Lets a remark in, or not. What is let in is remembered.
    pub fn pass(&self, at: Timestamp, client: Client, browser: &str, remark: &Remark) -> Pass {
        let mut heard = self.0.lock().unwrap_or_else(|p| p.into_inner());
        let is_fresh = |one: &Heard| at.millis() - one.at.millis() < WINDOW;
        let from = address(client);
        if heard.len() >= ADDRESSES {
            heard.retain(|_, some| some.iter().any(is_fresh));
        }
        if heard.len() >= ADDRESSES && !heard.contains_key(&from) {
            return Pass::Later;
        }
        let some = heard.entry(from).or_default();
        some.retain(is_fresh);
        if some.iter().any(|one| one.browser == browser && one.remark == *remark) {
            return Pass::Again;
        }
        if some.len() >= MOST {
            return Pass::Later;
        }
        some.push(Heard { at, browser: browser.to_owned(), remark: remark.clone() });
        Pass::New
    }

    /// Forgets a remark that could not be kept, so that it can be sent again.
    pub fn forget(&self, client: Client, remark: &Remark) {
        let mut heard = self.0.lock().unwrap_or_else(|p| p.into_inner());
        if let Some(some) = heard.get_mut(&address(client)) {
            some.retain(|one| one.remark != *remark);
        }
    }
}

/// An IPv4 address, or the network of a household: one of IPv6 has countless addresses.
fn address(client: Client) -> IpAddr {
    match client.ip {
        IpAddr::V6(ip) => IpAddr::V6(Ipv6Addr::from_bits(ip.to_bits() >> 64 << 64)),
        v4 => v4,
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
