//! Who asks: the address of the client and whether the way was encrypted, also behind a proxy.
//!
//! A header is a claim. It counts only when the peer, who is known from the connection, is a proxy that the
//! configuration trusts; then the client is the last address in it that is not such a proxy itself.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};
use ipnet::IpNet;

/// Who asks. On every request, as an extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Client {
    /// The address the request comes from; unspecified (`0.0.0.0`) when there is no connection, as in tests.
    pub ip: IpAddr,
    /// Whether the client's own connection was encrypted.
    pub https: bool,
}

impl Client {
    /// Of a request from `peer`; `https`: whether that very connection is encrypted.
    pub fn of(peer: Option<IpAddr>, https: bool, headers: &HeaderMap, trusted: &[IpNet]) -> Self {
        let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |ip| ip.to_canonical());
        let direct = Self { ip: peer, https };
        if !trusts(trusted, peer) {
            return direct;
        }
        let claimed = match (x_forwarded(headers), forwarded(headers)) {
            (Some(hops), None) | (None, Some(hops)) => hops,
            // A proxy writes one of the two and passes the other on as the client sent it. Which one is not known, so
            // two that differ prove nothing.
            (Some(one), Some(other)) if one.iter().map(|hop| hop.ip).eq(other.iter().map(|hop| hop.ip)) => one,
            (Some(_), Some(_)) | (None, None) => return direct,
        };
        // From the nearest hop outwards, as long as the one who speaks is trusted.
        let mut client = direct;
        for hop in claimed.iter().rev() {
            let Some(ip) = hop.ip else { break };
            client = Self { ip, https: hop.https };
            if !trusts(trusted, ip) {
                break;
            }
        }
        client
    }

    /// The address as it may stand in a log: the network, not the connection (the first 24 of 32 bits, the first 48
    /// of 128).
    pub fn shortened(&self) -> IpAddr {
        match self.ip {
            IpAddr::V4(ip) => IpAddr::V4(Ipv4Addr::from_bits(ip.to_bits() & !0xff)),
            IpAddr::V6(ip) => IpAddr::V6(Ipv6Addr::from_bits(ip.to_bits() >> 80 << 80)),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Client {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let nobody = || Client::of(None, false, &HeaderMap::new(), &[]);
        Ok(parts.extensions.get().copied().unwrap_or_else(nobody))
    }
}

fn trusts(trusted: &[IpNet], ip: IpAddr) -> bool {
    trusted.iter().any(|net| net.contains(&ip))
}

/// One claim of a chain: an address, or none where a proxy hides it, and how it came.
struct Hop {
    ip: Option<IpAddr>,
    https: bool,
}

/// `X-Forwarded-For` with the scheme of `X-Forwarded-Proto`; `None` without the header.
fn x_forwarded(headers: &HeaderMap) -> Option<Vec<Hop>> {
    // The last scheme is the one that the nearest proxy wrote.
    let https = list(headers, "x-forwarded-proto").last().is_some_and(|scheme| scheme.eq_ignore_ascii_case("https"));
    let hops: Vec<Hop> =
        list(headers, "x-forwarded-for").map(|address| Hop { ip: address_of(address), https }).collect();
    (!hops.is_empty()).then_some(hops)
}

/// `Forwarded` (RFC 7239); `None` without the header.
fn forwarded(headers: &HeaderMap) -> Option<Vec<Hop>> {
    let hop = |element: &str| {
        let mut hop = Hop { ip: None, https: false };
        for pair in element.split(';') {
            match pair.split_once('=').map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim())) {
                Some((name, value)) if name == "for" => hop.ip = address_of(value),
                Some((name, value)) if name == "proto" => hop.https = unquoted(value).eq_ignore_ascii_case("https"),
                _ => {}
            }
        }
        hop
    };
    let hops: Vec<Hop> = list(headers, header::FORWARDED.as_str()).map(hop).collect();
    (!hops.is_empty()).then_some(hops)
}

/// The elements of a header that is a list, over all its lines.
fn list<'h>(headers: &'h HeaderMap, name: &str) -> impl DoubleEndedIterator<Item = &'h str> {
    let lines: Vec<&str> = headers.get_all(name).iter().map(|line| line.to_str().unwrap_or_default()).collect();
    let elements: Vec<&str> = lines.into_iter().flat_map(|line| line.split(',')).map(str::trim).collect();
    elements.into_iter().filter(|element| !element.is_empty())
}

/// An address with or without port, brackets and quotes.
fn address_of(text: &str) -> Option<IpAddr> {
    let text = unquoted(text);
    let bare = match text.strip_prefix('[') {
        Some(rest) => rest.split(']').next()?,
        None if text.matches(':').count() == 1 => text.split(':').next()?,
        None => text,
    };
    bare.parse().ok().map(|ip: IpAddr| ip.to_canonical())
}

fn unquoted(text: &str) -> &str {
    text.trim().trim_matches('"')
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderName;
    use rstest::rstest;

    fn client(peer: &str, headers: &[(&str, &str)]) -> Client {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(name.parse::<HeaderName>().unwrap(), value.parse().unwrap());
        }
        let trusted = ["127.0.0.1/32".parse().unwrap(), "10.0.0.0/8".parse().unwrap()];
        Client::of(Some(peer.parse().unwrap()), false, &map, &trusted)
    }

    const FOR: &str = "x-forwarded-for";

    #[rstest]
    #[case::a_stranger_may_claim_nothing("203.0.113.9", &[(FOR, "192.0.2.1"), ("x-forwarded-proto", "https")], "203.0.113.9", false)]
    #[case::a_proxy_without_a_claim("127.0.0.1", &[], "127.0.0.1", false)]
    #[case::a_proxy_names_the_client("127.0.0.1", &[(FOR, "192.0.2.1"), ("x-forwarded-proto", "https")], "192.0.2.1", true)]
    #[case::what_the_client_wrote_before_is_not_believed("127.0.0.1", &[(FOR, "1.2.3.4, 192.0.2.1")], "192.0.2.1", false)]
    #[case::nor_on_a_line_of_its_own("127.0.0.1", &[(FOR, "1.2.3.4"), (FOR, "192.0.2.1")], "192.0.2.1", false)]
    #[case::two_proxies("127.0.0.1", &[(FOR, "1.2.3.4, 192.0.2.1, 10.0.0.7")], "192.0.2.1", false)]
    #[case::proxies_only("127.0.0.1", &[(FOR, "10.0.0.8, 10.0.0.7")], "10.0.0.8", false)]
    #[case::not_an_address("127.0.0.1", &[(FOR, "192.0.2.1, unknown")], "127.0.0.1", false)]
    #[case::the_standard_header("127.0.0.1", &[("forwarded", "for=1.2.3.4, For=\"[2001:db8::7]:4711\";proto=https")], "2001:db8::7", true)]
    #[case::a_hidden_client("127.0.0.1", &[("forwarded", "for=_secret;proto=https")], "127.0.0.1", false)]
    #[case::two_headers_that_agree("127.0.0.1", &[(FOR, "192.0.2.1"), ("forwarded", "for=192.0.2.1")], "192.0.2.1", false)]
    #[case::two_headers_that_differ("127.0.0.1", &[(FOR, "192.0.2.1"), ("forwarded", "for=1.2.3.4;proto=https")], "127.0.0.1", false)]
    #[case::with_a_port("127.0.0.1", &[(FOR, "192.0.2.1:5123")], "192.0.2.1", false)]
    #[case::a_mapped_peer("::ffff:127.0.0.1", &[(FOR, "192.0.2.1")], "192.0.2.1", false)]
    #[case::only_the_last_scheme_counts("127.0.0.1", &[(FOR, "192.0.2.1"), ("x-forwarded-proto", "https, http")], "192.0.2.1", false)]
    fn the_client_is_who_a_trusted_proxy_says(
        #[case] peer: &str,
        #[case] headers: &[(&str, &str)],
        #[case] ip: &str,
        #[case] https: bool,
    ) {
        assert_eq!(client(peer, headers), Client { ip: ip.parse().unwrap(), https });
    }

    #[test]
    fn a_log_names_networks() {
        assert_eq!(client("203.0.113.9", &[]).shortened().to_string(), "203.0.113.0");
        assert_eq!(client("2001:db8:1:2:3::9", &[]).shortened().to_string(), "2001:db8:1::");
    }
}
