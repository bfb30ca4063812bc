//! The product, running: a demonstration instance for the stages that look at it from outside.

use std::{
    io::{Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::{Result, cargo::cargo, shell, stages::Run, workspace::Workspace};

/// Making the demonstration data takes a while in a development build.
const PATIENCE: Duration = Duration::from_secs(180);

/// Builds the product and names its program.
pub fn build(run: &Run) -> Result<PathBuf> {
    // The whole workspace decides the features, as in the tests: otherwise the large crates would be built twice.
    shell::run(&mut cargo(run, &["build", "--workspace", "--bin", "infitah", "--locked", "--quiet"]))?;
    Ok(run.workspace.target.join("debug/infitah"))
}

/// A running `infitah`; dropping it ends it.
pub struct Demo {
    server: Child,
    port: u16,
}

impl Demo {
    /// Starts a demonstration over an empty folder and waits until it answers.
    pub fn start(workspace: &Workspace, program: &Path, data: &Path, name: &str) -> Result<Self> {
        Self::run(workspace, program, "demo", data, name)
    }

    /// Serves what is in a folder and waits until it answers.
    pub fn serve(workspace: &Workspace, program: &Path, data: &Path, name: &str) -> Result<Self> {
        Self::run(workspace, program, "serve", data, name)
    }

    fn run(workspace: &Workspace, program: &Path, what: &str, data: &Path, name: &str) -> Result<Self> {
        let port = free_port()?;
        let address = format!("127.0.0.1:{port}");
        let mut command = Command::new(program);
        command.args([what, "--listen", &address, "--data"]).arg(data).current_dir(data);
        Self::launch(workspace, &mut command, port, &format!("{what}-{name}"))
    }

    /// Starts a command that serves on this port, and waits until it answers.
    pub fn launch(workspace: &Workspace, command: &mut Command, port: u16, name: &str) -> Result<Self> {
        let log = workspace.scratch("logs")?.join(format!("{name}.log"));
        let (out, err) = shell::log_file(&log)?;
        let server = command.stdin(Stdio::null()).stdout(out).stderr(err).spawn();
        let server = server.map_err(|error| format!("{}: {error}", command.get_program().display()))?;
        let mut demo = Self { server, port };
        demo.wait(&log)?;
        Ok(demo)
    }

    /// Its address.
    pub fn base(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The body of a page that must be there.
    pub fn page(&self, path: &str) -> Result<Vec<u8>> {
        match get(self.port, path) {
            Ok((200, body)) => Ok(body),
            Ok((status, body)) => Err(format!("GET {path} answered {status}:\n{}", String::from_utf8_lossy(&body))),
            Err(error) => Err(format!("GET {path}: {error}")),
        }
    }

    fn wait(&mut self, log: &Path) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            if matches!(get(self.port, "/healthz"), Ok((200, _))) {
                return Ok(());
            }
            if let Ok(Some(status)) = self.server.try_wait() {
                return Err(format!("infitah ended with {status}:\n{}", shell::tail(log)));
            }
            thread::sleep(Duration::from_millis(100));
        }
        Err(format!("/healthz did not answer within {} s:\n{}", PATIENCE.as_secs(), shell::tail(log)))
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        // Asked politely first: a server that cannot stop in ten seconds is killed, and its users would be as well.
        let asked = format!("kill -TERM {}", self.server.id());
        if shell::succeeds(Command::new("sh").args(["-c", &asked])) {
            let end = Instant::now() + Duration::from_secs(10);
            while Instant::now() < end {
                if let Ok(Some(_)) = self.server.try_wait() {
                    return;
                }
                thread::sleep(Duration::from_millis(50));
            }
            println!("infitah did not stop within 10 s of SIGTERM: killed");
        }
        let _already_gone = self.server.kill();
        let _already_reaped = self.server.wait();
    }
}

/// A port nobody listens on now.
pub fn free_port() -> Result<u16> {
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
    port.map(|address| address.port()).map_err(|error| format!("no port is free: {error}"))
}

/// HTTP/1.0 by hand: no chunks, the body ends with the connection. Enough for our own server, and no dependency.
fn get(port: u16, path: &str) -> std::io::Result<(u16, Vec<u8>)> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    write!(stream, "GET {path} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    parse(&answer).ok_or_else(|| std::io::Error::other("not an HTTP answer"))
}

/// Status and body.
fn parse(answer: &[u8]) -> Option<(u16, Vec<u8>)> {
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&answer[..end]).ok()?;
    let status = head.strip_prefix("HTTP/1.")?.split(' ').nth(1)?.parse().ok()?;
    Some((status, answer[end + 4..].to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_taken_apart() {
        assert_eq!(parse(b"HTTP/1.0 200 OK\r\nA: b\r\n\r\nbody\r\n\r\n"), Some((200, b"body\r\n\r\n".to_vec())));
        assert_eq!(parse(b"HTTP/1.1 404 Not Found\r\n\r\n"), Some((404, Vec::new())));
        assert_eq!(parse(b"SSH-2.0"), None);
    }

    #[test]
    fn a_page_is_fetched() -> std::io::Result<()> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        let server = thread::spawn(move || -> std::io::Result<()> {
            let (mut stream, _) = listener.accept()?;
            // Read to its end: closing a connection with unread bytes resets it.
            let mut asked = Vec::new();
            while !asked.ends_with(b"\r\n\r\n") {
                let mut byte = [0];
                stream.read_exact(&mut byte)?;
                asked.extend(byte);
            }
            assert!(asked.starts_with(b"GET /data HTTP/1.0\r\n"));
            stream.write_all(b"HTTP/1.0 200 OK\r\n\r\n[]")
        });
        assert_eq!(get(port, "/data")?, (200, b"[]".to_vec()));
        server.join().expect("the server thread does not panic")
    }
}
