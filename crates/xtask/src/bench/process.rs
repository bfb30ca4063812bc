//! Servers that are measured: started, watched through `/proc`, stopped.

use std::{
    fs,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use super::load::{Client, request};
use crate::{Result, demo::free_port, shell};

/// How long a server may take until it answers.
const PATIENCE: Duration = Duration::from_secs(60);

/// Linux counts processor time in hundredths of a second, whatever the machine (`USER_HZ`).
const TICK: f64 = 0.01;

/// A running server; dropping it ends it.
pub struct Server {
    child: Child,
    /// Where it listens.
    pub port: u16,
    /// Where its figures are, if it tells them.
    metrics: u16,
    /// From its start to its first page.
    pub first_answer: Duration,
}

impl Server {
    /// Starts a server with a command made for a port (and another one for figures), and waits until `address` is
    /// answered.
    pub fn start(log: &Path, address: &str, command: impl FnOnce(u16, u16) -> Command) -> Result<Self> {
        let (port, metrics) = (free_port()?, free_port()?);
        let (out, err) = shell::log_file(log)?;
        let mut command = command(port, metrics);
        let begin = Instant::now();
        let child = command.stdin(Stdio::null()).stdout(out).stderr(err).spawn();
        let child = child.map_err(|error| format!("{}: {error}", command.get_program().to_string_lossy()))?;
        let mut server = Self { child, port, metrics, first_answer: Duration::ZERO };
        let request = request(address, false);
        while begin.elapsed() < PATIENCE {
            if let Ok(mut client) = Client::connect(port)
                && client.ask(&request).is_ok_and(|answer| answer.status == 200)
            {
                server.first_answer = begin.elapsed();
                return Ok(server);
            }
            if let Ok(Some(status)) = server.child.try_wait() {
                return Err(format!("the server ended with {status}:\n{}", shell::tail(log)));
            }
            thread::sleep(Duration::from_millis(2));
        }
        Err(format!("{address} was not answered within {} s:\n{}", PATIENCE.as_secs(), shell::tail(log)))
    }

    fn proc(&self, file: &str) -> Result<String> {
        let path = format!("/proc/{}/{file}", self.child.id());
        fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))
    }

    /// Milliseconds of processor time until now, in the program and in the kernel for it.
    pub fn cpu_millis(&self) -> Result<f64> {
        let stat = self.proc("stat")?;
        ticks(&stat).map(|ticks| ticks * TICK * 1000.0).ok_or(format!("/proc: not understood: {stat}"))
    }

    /// Megabytes of memory: all that it holds, and its share of it (what it has in common with others divided).
    pub fn memory(&self) -> Result<(f64, f64)> {
        let rollup = self.proc("smaps_rollup")?;
        let megabytes = |name: &str| {
            let line = rollup.lines().find_map(|line| line.strip_prefix(name))?;
            Some(line.split_whitespace().next()?.parse::<f64>().ok()? / 1024.0)
        };
        megabytes("Rss:").zip(megabytes("Pss:")).ok_or(format!("/proc: not understood: {rollup}"))
    }

    /// A figure that the server itself tells at `/metrics`; `None` when it tells none.
    pub fn figure(&self, name: &str) -> Option<f64> {
        let mut client = Client::connect(self.metrics).ok()?;
        let answer = client.ask(&request("/metrics", true)).ok()?;
        figure(std::str::from_utf8(answer.body).ok()?, name)
    }
}

/// User and system time of a line of `/proc/PID/stat`: the name of the program may hold spaces and brackets.
fn ticks(stat: &str) -> Option<f64> {
    let (_, rest) = stat.rsplit_once(')')?;
    let fields: Vec<&str> = rest.split_whitespace().collect();
    Some(fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?)
}

/// A figure without labels, in Prometheus' text format.
fn figure(text: &str, name: &str) -> Option<f64> {
    text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' ')?.trim().parse().ok())
}

impl Drop for Server {
    fn drop(&mut self) {
        let _already_gone = self.child.kill();
        let _already_reaped = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn processor_time_is_read_behind_any_name() {
        let stat =
            "42 (a (b) c) S 1 42 42 0 -1 4194304 900 0 0 0 150 50 0 0 20 0 5 0 1000 100000 200 18446744073709551615";
        assert_eq!(ticks(stat), Some(200.0));
        assert_eq!(ticks(""), None);
    }

    #[test]
    fn a_figure_is_found_by_its_whole_name() {
        let text = "# HELP hits_total x\nhits_total_all 7\nhits_total 12\n";
        assert_eq!(figure(text, "hits_total"), Some(12.0));
        assert_eq!(figure(text, "hits"), None);
    }
}
