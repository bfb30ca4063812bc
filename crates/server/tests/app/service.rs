//! The running service: who asks, the figures, the log, HTTPS, systemd.

use std::{
    io::Write,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command},
    sync::Arc,
    time::{Duration, Instant, SystemTime},
};

use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Request, header},
};
use infitah::{metrics, watch::ACCESS};
use infitah_commons::jobs::{self, New};
use infitah_store::{StoreError, db_test, testing::TestDb};
use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, crypto::ring, pki_types::CertificateDer},
};
use tower::ServiceExt;

use crate::support::{Answer, TestApp, infitah, said};

/// A request from an address, with a claim about another.
async fn from(app: &TestApp, peer: &str, path: &str, claims: &[(&str, &str)]) -> Answer {
    let mut request = Request::get(path);
    for (name, value) in claims {
        request = request.header(*name, *value);
    }
    let mut request = request.body(Body::empty()).unwrap();
    request.extensions_mut().insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 4711)));
    app.ask(request).await
}

/// The figures as Prometheus would read them.
async fn figures(app: &TestApp) -> String {
    let router = metrics::router(app.app.clone(), app.metrics.clone());
    let response = router.oneshot(Request::get("/metrics").body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(response.headers()[header::CONTENT_TYPE], "text/plain; version=0.0.4");
    let bytes = axum::body::to_bytes(response.into_body(), 1024 * 1024).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The value of one series.
fn figure(text: &str, series: &str) -> f64 {
    let line = text.lines().find_map(|line| line.strip_prefix(series)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("{series} is not in\n{text}")).parse().unwrap()
}

#[db_test]
async fn requests_are_counted_by_route_and_never_by_address(db: TestDb) {
    let app = TestApp::demo(db).await;
    for path in ["/fr/projects/PRJ-2026-0001", "/fr/projects/PRJ-2026-0002", "/fr/projects/PRJ-2026-0001"] {
        assert_eq!(app.get(path).await.status, 200);
    }
    for number in 0..50 {
        app.get(&format!("/nowhere/{number}")).await;
        app.get(&format!("/recordings/ary/{number}.opus")).await;
        let method = format!("INVENTED{number}");
        app.ask(Request::builder().method(method.as_str()).uri("/healthz").body(Body::empty()).unwrap()).await;
    }
    let text = figures(&app).await;
    let count = |labels: &str| figure(&text, &format!("infitah_http_request_duration_seconds_count{{{labels}}}"));
    assert_eq!(count(r#"method="GET",route="/{lang}/projects/{reference}",status="2xx""#), 3.0);
    assert_eq!(count(r#"method="GET",route="none",status="4xx""#), 50.0);
    assert_eq!(count(r#"method="GET",route="/recordings",status="4xx""#), 50.0);
    assert_eq!(count(r#"method="other",route="/healthz",status="4xx""#), 50.0);
    let series = text.lines().filter(|line| line.starts_with("infitah_http_request_duration_seconds_count")).count();
    assert_eq!(series, 4, "{text}");
    assert_eq!(figure(&text, "infitah_page_cache_hits_total"), 1.0);
    assert_eq!(figure(&text, "infitah_page_cache_misses_total"), 2.0);
    assert_eq!(figure(&text, "infitah_http_requests_in_flight"), 0.0);
    assert_eq!(figure(&text, "infitah_database_up"), 1.0);
    assert!(figure(&text, "process_resident_memory_bytes") > 1e6);
    assert!(text.contains(concat!("infitah_build_info{version=\"", env!("CARGO_PKG_VERSION"), "\"} 1")));
    assert_eq!(figure(&figures(&app).await, "infitah_page_cache_hits_total"), 1.0, "asking twice adds nothing");
}

#[db_test]
async fn the_figures_tell_of_jobs(db: TestDb) {
    let app = TestApp::bare(db).await;
    let added: Result<(), StoreError> = app
        .db
        .write(|tx| {
            Box::pin(async move {
                for kind in ["a", "b"] {
                    jobs::enqueue(tx, New { kind, key: None, payload: &(), run_at: None }).await?;
                }
                Ok(())
            })
        })
        .await;
    added.unwrap();
    app.db.clock.advance(90_000);
    let text = figures(&app).await;
    let of = |state: &str| figure(&text, &format!("infitah_jobs{{state=\"{state}\"}}"));
    assert_eq!([of("waiting"), of("running"), of("failed")], [2.0, 0.0, 0.0]);
    assert_eq!(figure(&text, "infitah_jobs_oldest_waiting_seconds"), 90.0);
}

#[db_test]
async fn the_figures_are_not_on_the_public_listener(db: TestDb) {
    let app = TestApp::bare(db).await;
    assert_eq!(app.get("/metrics").await.status, 404);
}

/// What the log was given while `work` ran.
async fn logged<T>(work: impl Future<Output = T>) -> String {
    #[derive(Clone, Default)]
    struct Lines(Arc<std::sync::Mutex<Vec<u8>>>);
    impl Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            Write::write(&mut *self.0.lock().unwrap(), bytes)
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter(format!("off,{ACCESS}=info"))
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    let guard = tracing::subscriber::set_default(subscriber);
    work.await;
    drop(guard);
    let bytes = lines.0.lock().unwrap().clone();
    String::from_utf8(bytes).unwrap()
}

#[db_test]
async fn the_log_of_requests_names_the_network_of_the_true_client(db: TestDb) {
    let app = TestApp::with(db, &[("INFITAH_ACCESS_LOG", "yes"), ("INFITAH_TRUSTED_PROXY", "127.0.0.1")]).await;
    let claim = [("x-forwarded-for", "6.6.6.6, 192.0.2.77"), ("x-forwarded-proto", "https")];
    let behind = logged(from(&app, "127.0.0.1", "/fr/projects?q=secret", &claim)).await;
    assert!(behind.contains("method=GET path=\"/fr/projects\" status=200"), "{behind}");
    assert!(behind.contains("from=192.0.2.0 https=true"), "{behind}");
    assert!(!behind.contains("secret") && !behind.contains("192.0.2.77") && !behind.contains("6.6.6.6"), "{behind}");
    let spoofed = logged(from(&app, "203.0.113.9", "/fr/projects", &claim)).await;
    assert!(spoofed.contains("from=203.0.113.0 https=false"), "a stranger's header is ignored: {spoofed}");
    let text = app.get("/fr/privacy").await.text();
    assert!(text.contains("une adresse réseau raccourcie"), "visitors are told");
}

#[db_test]
async fn without_the_setting_requests_leave_no_line(db: TestDb) {
    let app = TestApp::bare(db).await;
    assert_eq!(logged(from(&app, "203.0.113.9", "/fr/projects", &[])).await, "");
    assert!(app.get("/fr/privacy").await.text().contains("Lire ce site ne laisse aucune trace de vous."));
}

#[db_test]
async fn browsers_are_held_to_https_where_the_address_is_https(db: TestDb) {
    let plain = TestApp::bare(db).await;
    assert_eq!(plain.get("/fr").await.header(header::STRICT_TRANSPORT_SECURITY), "");
    let secure = TestApp::with(plain.db, &[("INFITAH_PUBLIC_URL", "https://infitah.example")]).await;
    assert_eq!(secure.get("/fr").await.header(header::STRICT_TRANSPORT_SECURITY), "max-age=31536000");
}

/// The built program, ended with the test.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        let _ended_already = self.0.kill();
        let _reaped = self.0.wait();
    }
}

impl Program {
    fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([format!("-{name}"), self.0.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }
}

fn free_port() -> SocketAddr {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

/// A certificate for `localhost`, its key, and its DER form.
fn certificate(directory: &Path) -> (PathBuf, PathBuf, CertificateDer<'static>) {
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let (certificate, key) = (directory.join("certificate.pem"), directory.join("key.pem"));
    std::fs::write(&certificate, cert.pem()).unwrap();
    std::fs::write(&key, signing_key.serialize_pem()).unwrap();
    (certificate, key, cert.der().clone())
}

/// Asks over TLS, as a client that trusts one certificate only.
async fn ask_encrypted(address: SocketAddr, trusted: &CertificateDer<'static>, path: &str) -> std::io::Result<String> {
    let mut roots = RootCertStore::empty();
    roots.add(trusted.clone()).unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let stream = TcpStream::connect(address).await?;
    let mut stream = TlsConnector::from(Arc::new(config)).connect("localhost".try_into().unwrap(), stream).await?;
    stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").as_bytes()).await?;
    let mut answer = Vec::new();
    // A server may close without a farewell; what came is what counts.
    let _farewell = stream.read_to_end(&mut answer).await;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

/// Asks again and again, until it is answered as wanted.
async fn until(address: SocketAddr, trusted: &CertificateDer<'static>, path: &str) -> String {
    let start = Instant::now();
    loop {
        match ask_encrypted(address, trusted, path).await {
            Ok(answer) if answer.starts_with("HTTP/1.1 200") => return answer,
            other => assert!(start.elapsed() < Duration::from_secs(30), "{other:?}"),
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[db_test]
async fn https_is_spoken_and_a_renewed_certificate_taken_up(db: TestDb) {
    let app = TestApp::bare(db).await;
    let directory = tempfile::tempdir().unwrap();
    let (certificate_file, key_file, first) = certificate(directory.path());
    let (address, figures) = (free_port(), free_port());
    let settings = format!(
        "listen = \"{address}\"\nmetrics-listen = \"{figures}\"\ntls-certificate = \"{}\"\ntls-key = \"{}\"\n",
        certificate_file.display(),
        key_file.display()
    );
    std::fs::write(directory.path().join("infitah.toml"), settings).unwrap();
    let mut program =
        Program(infitah(directory.path(), &["serve", "--database-url", &app.db.address]).spawn().unwrap());

    let page = until(address, &first, "/fr/").await;
    assert!(page.contains("strict-transport-security: max-age=31536000"), "{page}");
    assert_eq!(until(address, &first, "/healthz").await.lines().last(), Some("ok"));
    assert!(ask_encrypted(address, &first, "/metrics").await.unwrap().starts_with("HTTP/1.1 404"));
    let mut plain = TcpStream::connect(figures).await.unwrap();
    plain.write_all(b"GET /metrics HTTP/1.0\r\n\r\n").await.unwrap();
    let mut text = String::new();
    plain.read_to_string(&mut text).await.unwrap();
    // As any word in the place of a language.
    let refused = r#"infitah_http_request_duration_seconds_count{method="GET",route="/{lang}",status="4xx"}"#;
    assert_eq!(figure(&text, refused), 1.0);

    // A client that never shakes hands holds nobody up.
    let _silent = TcpStream::connect(address).await.unwrap();
    until(address, &first, "/healthz").await;

    // Another key alone does not belong to the certificate: the old pair stays in use.
    let other = tempfile::tempdir().unwrap();
    let (new_certificate, new_key, second) = certificate(other.path());
    let later = |path: &Path| {
        let file = std::fs::File::options().write(true).open(path).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(2_000_000_000)).unwrap();
    };
    std::fs::copy(&new_key, &key_file).unwrap();
    later(&key_file);
    program.signal("HUP");
    tokio::time::sleep(Duration::from_millis(300)).await;
    until(address, &first, "/healthz").await;
    std::fs::copy(&new_certificate, &certificate_file).unwrap();
    later(&certificate_file);
    program.signal("HUP");
    until(address, &second, "/healthz").await;
    assert!(ask_encrypted(address, &first, "/healthz").await.is_err(), "the old certificate is gone");

    program.signal("TERM");
    let end = Instant::now() + Duration::from_secs(10);
    let status = loop {
        if let Some(status) = program.0.try_wait().unwrap() {
            break status;
        }
        assert!(Instant::now() < end, "it did not stop");
        tokio::time::sleep(Duration::from_millis(20)).await;
    };
    assert!(status.success(), "{status}");
}

#[db_test]
async fn bad_certificate_files_are_told_in_a_sentence(db: TestDb) {
    let app = TestApp::bare(db).await;
    let directory = tempfile::tempdir().unwrap();
    let (certificate_file, key_file, _) = certificate(directory.path());
    let other = tempfile::tempdir().unwrap();
    let (_, other_key, _) = certificate(other.path());
    let text = directory.path().join("text.pem");
    std::fs::write(&text, "nothing").unwrap();
    let missing = directory.path().join("missing.pem");
    for (certificate, key, sentence) in [
        (&missing, &key_file, "missing.pem: No such file or directory"),
        (&certificate_file, &missing, "missing.pem: No such file or directory"),
        (&text, &key_file, "text.pem holds no certificate in PEM form"),
        (&certificate_file, &text, "text.pem holds no private key in PEM form"),
        (&certificate_file, &other_key, "does not belong to the certificate"),
    ] {
        let mut command =
            infitah(directory.path(), &["serve", "--listen", "127.0.0.1:0", "--database-url", &app.db.address]);
        let output = command.env("INFITAH_TLS_CERTIFICATE", certificate).env("INFITAH_TLS_KEY", key).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!(said(&output).starts_with("infitah: ") && said(&output).contains(sentence), "{}", said(&output));
        assert_eq!(said(&output).lines().count(), 1, "{}", said(&output));
    }
}

#[db_test]
async fn systemd_is_told_when_it_answers_and_when_it_stops(db: TestDb) {
    let app = TestApp::bare(db).await;
    let directory = tempfile::tempdir().unwrap();
    let socket = directory.path().join("notify");
    let systemd = std::os::unix::net::UnixDatagram::bind(&socket).unwrap();
    systemd.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let hear = || {
        let mut told = [0; 100];
        let length = systemd.recv(&mut told).unwrap();
        String::from_utf8_lossy(&told[..length]).trim().to_owned()
    };
    let mut command =
        infitah(directory.path(), &["serve", "--listen", "127.0.0.1:0", "--database-url", &app.db.address]);
    let program = Program(command.env("NOTIFY_SOCKET", &socket).spawn().unwrap());
    assert_eq!(hear(), "READY=1");
    program.signal("TERM");
    assert_eq!(hear(), "STOPPING=1");
}
