//! HTTPS without a proxy: certificate files, read anew when they are renewed, and the listener that shakes hands.

use std::{
    io,
    net::SocketAddr,
    path::Path,
    sync::{Arc, Mutex, RwLock},
    time::{Duration, SystemTime},
};

use axum::serve::Listener;
use infitah_base::config::TlsFiles;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{Semaphore, mpsc},
    task::JoinHandle,
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        self, ServerConfig,
        crypto::ring,
        pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
    },
    server::TlsStream,
};

/// Why HTTPS cannot be spoken. Said to the technician.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file cannot be read.
    #[error("{0}: {1}")]
    File(String, io::Error),
    /// A file holds something else.
    #[error("{0} holds no {1} in PEM form")]
    Empty(String, &'static str),
    /// Two files of different pairs.
    #[error("the key {1} does not belong to the certificate {0}")]
    NotAPair(String, String),
    /// The certificate is damaged or of a kind that is not understood.
    #[error("the certificate {0} cannot be used: {1}")]
    Unusable(String, rustls::Error),
}

/// The certificate in use. Connections that begin after a renewal get the new one.
pub struct Certificates {
    files: TlsFiles,
    current: RwLock<Arc<ServerConfig>>,
    seen: Mutex<Times>,
}

/// When the two files were last changed.
type Times = (Option<SystemTime>, Option<SystemTime>);

impl Certificates {
    /// Reads the files.
    pub fn load(files: &TlsFiles) -> Result<Self, TlsError> {
        let seen = times(files);
        let current = read(files)?;
        Ok(Self { files: files.clone(), current: RwLock::new(current), seen: Mutex::new(seen) })
    }

    /// Reads the files anew when they have changed; `true` when they have. What cannot be used leaves the old
    /// certificate in use, and is looked at again the next time: the two files are rarely written at one moment.
    pub fn renew(&self) -> Result<bool, TlsError> {
        let now = times(&self.files);
        let mut seen = self.seen.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if *seen == now {
            return Ok(false);
        }
        let read = read(&self.files)?;
        *self.current.write().unwrap_or_else(|poisoned| poisoned.into_inner()) = read;
        *seen = now;
        Ok(true)
    }

    fn acceptor(&self) -> TlsAcceptor {
        TlsAcceptor::from(self.current.read().unwrap_or_else(|poisoned| poisoned.into_inner()).clone())
    }
}

fn times(files: &TlsFiles) -> Times {
    let changed = |path: &Path| std::fs::metadata(path).and_then(|found| found.modified()).ok();
    (changed(&files.certificate), changed(&files.key))
}

fn read(files: &TlsFiles) -> Result<Arc<ServerConfig>, TlsError> {
    let (certificate, key) = (files.certificate.display().to_string(), files.key.display().to_string());
    let bytes = |path: &Path| std::fs::read(path).map_err(|error| TlsError::File(path.display().to_string(), error));
    let chain: Vec<CertificateDer<'static>> =
        CertificateDer::pem_slice_iter(&bytes(&files.certificate)?).filter_map(Result::ok).collect();
    if chain.is_empty() {
        return Err(TlsError::Empty(certificate, "certificate"));
    }
    let secret = PrivateKeyDer::from_pem_slice(&bytes(&files.key)?);
    let secret = secret.map_err(|_| TlsError::Empty(key.clone(), "private key"))?;
    let made = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|builder| builder.with_no_client_auth().with_single_cert(chain, secret));
    match made {
        Ok(mut config) => {
            config.alpn_protocols = vec![b"http/1.1".to_vec()];
            Ok(Arc::new(config))
        }
        Err(rustls::Error::InconsistentKeys(_)) => Err(TlsError::NotAPair(certificate, key)),
        Err(error) => Err(TlsError::Unusable(certificate, error)),
    }
}

/// A client that does not finish its handshake is left after this time.
const HANDSHAKE: Duration = Duration::from_secs(10);

/// So many handshakes may be under way; more wait in the kernel's queue.
const AT_ONCE: usize = 512;

/// A listener of encrypted connections. Handshakes happen beside it: a slow one delays nobody.
pub struct TlsListener {
    ready: mpsc::Receiver<(TlsStream<TcpStream>, SocketAddr)>,
    local: SocketAddr,
    accepting: JoinHandle<()>,
}

impl TlsListener {
    /// Takes the connections of a plain listener.
    pub fn new(listener: TcpListener, certificates: Arc<Certificates>) -> io::Result<Self> {
        let local = listener.local_addr()?;
        let (send, ready) = mpsc::channel(AT_ONCE);
        Ok(Self { ready, local, accepting: tokio::spawn(accept(listener, certificates, send)) })
    }
}

impl Drop for TlsListener {
    fn drop(&mut self) {
        // The port is free at once when the program is told to stop.
        self.accepting.abort();
    }
}

async fn accept(
    mut listener: TcpListener,
    certificates: Arc<Certificates>,
    send: mpsc::Sender<(TlsStream<TcpStream>, SocketAddr)>,
) {
    let places = Arc::new(Semaphore::new(AT_ONCE));
    while let Ok(place) = places.clone().acquire_owned().await {
        let (stream, peer) = Listener::accept(&mut listener).await;
        let (acceptor, send) = (certificates.acceptor(), send.clone());
        tokio::spawn(async move {
            let _place = place;
            let _slower_at_worst = stream.set_nodelay(true);
            match tokio::time::timeout(HANDSHAKE, acceptor.accept(stream)).await {
                Ok(Ok(stream)) => {
                    let _stopping = send.send((stream, peer)).await;
                }
                // Scanners and plain HTTP: no fault of ours.
                Ok(Err(error)) => tracing::debug!(%error, "a handshake failed"),
                Err(_) => tracing::debug!("a handshake took too long"),
            }
        });
    }
}

impl Listener for TlsListener {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.ready.recv().await {
            Some(connection) => connection,
            // The task above ends only with this listener.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        Ok(self.local)
    }
}
