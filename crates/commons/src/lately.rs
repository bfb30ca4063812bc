//! What came lately, from where: in memory, and for minutes only. Where somebody asked from is never written down.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::Mutex,
};

use infitah_base::Timestamp;
use infitah_kit::Client;

/// How long it is remembered, in milliseconds.
const WINDOW: i64 = 10 * 60 * 1000;

/// Addresses that are remembered at once: the memory of the program is not anybody's to fill.
const ADDRESSES: usize = 20_000;

/// What came in the last ten minutes, by address.
#[derive(Debug)]
pub struct Lately<T>(Mutex<HashMap<IpAddr, Vec<(Timestamp, T)>>>);

impl<T> Default for Lately<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T> Lately<T> {
    /// Remembers `one` if `pass` lets it in, who sees what came from there lately. `None`: so many addresses are
    /// remembered that there is no room for another.
    pub fn pass<A>(
        &self,
        at: Timestamp,
        client: Client,
        one: T,
        pass: impl FnOnce(&[(Timestamp, T)]) -> (bool, A),
    ) -> Option<A> {
        let mut heard = self.0.lock().unwrap_or_else(|p| p.into_inner());
        let is_fresh = |(then, _): &(Timestamp, T)| at.millis() - then.millis() < WINDOW;
        let from = address(client);
        if heard.len() >= ADDRESSES {
            heard.retain(|_, some| some.iter().any(is_fresh));
        }
        if heard.len() >= ADDRESSES && !heard.contains_key(&from) {
            return None;
        }
        let some = heard.entry(from).or_default();
        some.retain(is_fresh);
        let (is_let_in, answer) = pass(some);
        if is_let_in {
            some.push((at, one));
        }
        Some(answer)
    }

    /// Forgets what came from there and is not to be counted.
    pub fn forget(&self, client: Client, is_it: impl Fn(&T) -> bool) {
        let mut heard = self.0.lock().unwrap_or_else(|p| p.into_inner());
        if let Some(some) = heard.get_mut(&address(client)) {
            some.retain(|(_, one)| !is_it(one));
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
