//! The visitors: connections that are kept, each asking for the next page when it has the last one. A thread for each
//! connection, because a thread that waits for its socket costs nothing, and no library is needed.

use std::{
    io::{Read, Write},
    net::{Ipv4Addr, TcpStream},
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

use super::draw::{Dice, Zipf};
use crate::Result;

/// One connection.
pub struct Client {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// What came back.
pub struct Answer<'a> {
    /// The status.
    pub status: u16,
    /// Status line and headers.
    pub head: &'a str,
    /// The body, compressed if the head says so.
    pub body: &'a [u8],
}

/// A request for a page as browsers send it: with keep-alive and, unless `plain`, with gzip.
pub fn request(address: &str, plain: bool) -> Vec<u8> {
    let coding = if plain { "" } else { "Accept-Encoding: gzip\r\n" };
    format!("GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\n{coding}\r\n").into_bytes()
}

impl Client {
    /// Connects.
    pub fn connect(port: u16) -> std::io::Result<Self> {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        Ok(Self { stream, buffer: vec![0; 256 * 1024] })
    }

    /// Asks, and reads the whole answer.
    pub fn ask(&mut self, request: &[u8]) -> std::io::Result<Answer<'_>> {
        self.stream.write_all(request)?;
        let mut filled = 0;
        let (head_end, length) = loop {
            filled += self.read(filled)?;
            let Some(end) = self.buffer[..filled].windows(4).position(|window| window == b"\r\n\r\n") else { continue };
            break (end + 4, length(&self.buffer[..end]).ok_or_else(|| std::io::Error::other("no Content-Length"))?);
        };
        while filled < head_end + length {
            filled += self.read(filled)?;
        }
        let head = std::str::from_utf8(&self.buffer[..head_end]).map_err(std::io::Error::other)?;
        let status = head.get(9..12).and_then(|status| status.parse().ok()).unwrap_or_default();
        Ok(Answer { status, head, body: &self.buffer[head_end..head_end + length] })
    }

    fn read(&mut self, filled: usize) -> std::io::Result<usize> {
        if filled == self.buffer.len() {
            self.buffer.resize(filled * 2, 0);
        }
        match self.stream.read(&mut self.buffer[filled..])? {
            0 => Err(std::io::ErrorKind::UnexpectedEof.into()),
            read => Ok(read),
        }
    }
}

/// The length of the body that a head announces.
fn length(head: &[u8]) -> Option<usize> {
    let head = std::str::from_utf8(head).ok()?;
    let named = |line: &&str| line.get(..15).is_some_and(|name| name.eq_ignore_ascii_case("content-length:"));
    head.lines().find(named)?.get(15..)?.trim().parse().ok()
}

/// In which order addresses are asked for.
pub enum Order {
    /// By Zipf's law, the first ones most.
    Zipf(Zipf),
    /// Each once, then the end.
    EachOnce,
}

/// A run of visitors.
pub struct Load<'a> {
    /// Where the server listens.
    pub port: u16,
    /// What is asked for.
    pub requests: &'a [Vec<u8>],
    /// In which order.
    pub order: Order,
    /// By how many at once.
    pub connections: usize,
}

/// What a run saw.
#[derive(Debug, Default)]
pub struct Seen {
    /// Answers with status 200.
    pub good: usize,
    /// All others, and broken connections.
    pub bad: usize,
    /// Bytes of bodies.
    pub bytes: u64,
    /// How many different addresses were asked for: with an empty cache, each first visit is a miss.
    pub different: usize,
    /// How long it took.
    pub took: Duration,
    /// Microseconds of each answer, sorted.
    micros: Vec<u32>,
}

impl Seen {
    /// Answers a second.
    pub fn per_second(&self) -> f64 {
        self.good as f64 / self.took.as_secs_f64()
    }

    /// The milliseconds within which this share of the answers came.
    pub fn percentile(&self, share: f64) -> f64 {
        let at = (self.micros.len() as f64 * share).ceil() as usize;
        let micros = self.micros.get(at.clamp(1, self.micros.len().max(1)) - 1);
        f64::from(micros.copied().unwrap_or_default()) / 1000.0
    }
}

impl Load<'_> {
    /// Runs until `end` returns, or until every address was asked for once.
    pub fn run(&self, end: impl FnOnce() -> Result<()>) -> Result<Seen> {
        let (stop, next) = (AtomicBool::new(false), AtomicUsize::new(0));
        let visited: Vec<AtomicBool> = self.requests.iter().map(|_| AtomicBool::new(false)).collect();
        let begin = Instant::now();
        let (mut seen, ended) = thread::scope(|scope| {
            let (stop, next, visited) = (&stop, &next, &visited);
            let visitors: Vec<_> = (0..self.connections)
                .map(|number| scope.spawn(move || self.visit(number, stop, next, visited)))
                .collect();
            let ended = end();
            if matches!(self.order, Order::Zipf(_)) || ended.is_err() {
                stop.store(true, Ordering::Relaxed);
            }
            let mut all = Seen::default();
            for one in visitors.into_iter().map(|visitor| visitor.join().unwrap_or_default()) {
                all.good += one.good;
                all.bad += one.bad;
                all.bytes += one.bytes;
                all.micros.extend(one.micros);
            }
            (all, ended)
        });
        ended?;
        seen.took = begin.elapsed();
        seen.micros.sort_unstable();
        seen.different = visited.iter().filter(|visited| visited.load(Ordering::Relaxed)).count();
        Ok(seen)
    }

    fn visit(&self, number: usize, stop: &AtomicBool, next: &AtomicUsize, visited: &[AtomicBool]) -> Seen {
        let (mut seen, mut dice) = (Seen::default(), Dice::new(number as u64));
        let mut client = None;
        while !stop.load(Ordering::Relaxed) {
            let index = match &self.order {
                Order::Zipf(zipf) => zipf.draw(&mut dice),
                Order::EachOnce => next.fetch_add(1, Ordering::Relaxed),
            };
            let Some(request) = self.requests.get(index) else { break };
            let begin = Instant::now();
            let asked = match client.take().map_or_else(|| Client::connect(self.port), Ok) {
                Ok(open) => client.insert(open).ask(request),
                Err(error) => Err(error),
            };
            match asked {
                Ok(answer) if answer.status == 200 => {
                    seen.good += 1;
                    seen.bytes += answer.body.len() as u64;
                    seen.micros.push(u32::try_from(begin.elapsed().as_micros()).unwrap_or(u32::MAX));
                    visited[index].store(true, Ordering::Relaxed);
                }
                Ok(_) => seen.bad += 1,
                Err(_) => {
                    seen.bad += 1;
                    client = None;
                }
            }
        }
        seen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_taken_from_what_was_seen() {
        let seen = Seen { micros: (1..=1000).map(|n| n * 1000).collect(), ..Seen::default() };
        assert_eq!((seen.percentile(0.5), seen.percentile(0.99), seen.percentile(1.0)), (500.0, 990.0, 1000.0));
        assert_eq!(Seen::default().percentile(0.99), 0.0);
    }

    #[test]
    fn the_length_of_a_body_is_read_in_any_case() {
        assert_eq!(length(b"HTTP/1.1 200 OK\r\ncontent-length: 12\r\nx: y"), Some(12));
        assert_eq!(length(b"HTTP/1.1 200 OK\r\nContent-Length: 7"), Some(7));
        assert_eq!(length(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked"), None);
    }

    #[test]
    fn every_address_is_asked_for_once() -> Result<()> {
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(|error| error.to_string())?;
        let port = listener.local_addr().map_err(|error| error.to_string())?.port();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                thread::spawn(move || serve(stream));
            }
        });
        let requests: Vec<Vec<u8>> = (0..50).map(|number| request(&format!("/{number}"), false)).collect();
        let seen = Load { port, requests: &requests, order: Order::EachOnce, connections: 3 }.run(|| Ok(()))?;
        assert_eq!((seen.good, seen.bad, seen.different, seen.bytes), (50, 0, 50, 100));
        Ok(())
    }

    fn serve(mut stream: TcpStream) -> std::io::Result<()> {
        let mut buffer = [0; 1024];
        while stream.read(&mut buffer)? > 0 {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")?;
        }
        Ok(())
    }
}
