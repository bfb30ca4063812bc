//! SMS through a real gateway: Kannel of this machine, with the network that it has for tests. Where it is not
//! installed, the run says that it did not.

use std::{
    fs::{self, File},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use infitah_commons::messages::{Attempt, Carriers, Failure, Keys, Outgoing, Purpose, State, months};
use infitah_store::{db_test, entities::message_in, testing::TestDb};
use sea_orm::EntityTrait;
use tokio::net::TcpListener;

use crate::{
    carriers::{SECRET, put, real, row, tried},
    support::TestApp,
};

const BEARERBOX: &str = "/usr/sbin/bearerbox";
const SMSBOX: &str = "/usr/sbin/smsbox";
const NETWORK: &str = "/usr/lib/kannel/test/fakesmsc";

/// A gateway of a test's own: it ends with it.
struct Kannel {
    here: tempfile::TempDir,
    ports: [u16; 5],
    running: Vec<Child>,
}

impl Drop for Kannel {
    fn drop(&mut self) {
        for child in &mut self.running {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl Kannel {
    /// Finds ports for one; `None` where it is not installed, which is said.
    fn of_this_machine() -> Option<Self> {
        if ![BEARERBOX, SMSBOX, NETWORK].iter().all(|program| Path::new(program).exists()) {
            println!("NOT RUN: Kannel is not installed (packages kannel and kannel-extras)");
            return None;
        }
        // All are taken at once, so that no two are the same.
        let taken = [(); 5].map(|()| std::net::TcpListener::bind("127.0.0.1:0").unwrap());
        let ports = taken.each_ref().map(|listener| listener.local_addr().unwrap().port());
        Some(Self { here: tempfile::tempdir().unwrap(), ports, running: Vec::new() })
    }

    fn sendsms(&self) -> String {
        format!("http://127.0.0.1:{}/cgi-bin/sendsms", self.ports[4])
    }

    /// Starts it, bringing what arrives to `site`, as docs/OPERATIONS.md says.
    async fn start(&mut self, site: &str, key: &str) {
        let [admin, boxes, network, other, sendsms] = self.ports;
        let smsc = |id: &str, port: u16| {
            format!("group = smsc\nsmsc = fake\nsmsc-id = {id}\nport = {port}\nconnect-allow-ip = 127.0.0.1\n\n")
        };
        let config = format!(
            "group = core\nadmin-port = {admin}\nadmin-password = x\nsmsbox-port = {boxes}\nbox-allow-ip = 127.0.0.1\n\n\
             {}{}\
             group = smsbox\nbearerbox-host = 127.0.0.1\nbearerbox-port = {boxes}\nsendsms-port = {sendsms}\n\n\
             group = sendsms-user\nusername = infitah\npassword = \"p&ss\"\ndefault-smsc = one\n\
             max-messages = 10\nconcatenation = true\n\n\
             group = sms-service\nkeyword = default\ncatch-all = true\nmax-messages = 0\nomit-empty = true\n\
             post-url = \"{site}/hooks/sms/in?key={key}&id=%I&from=%p&charset=%C\"\n",
            smsc("one", network),
            smsc("two", other),
        );
        fs::write(self.here.path().join("kannel.conf"), config).unwrap();
        self.run("bearerbox", BEARERBOX, &["-v", "0", "kannel.conf"]);
        until_open(boxes).await;
        until_open(network).await;
        self.run("smsbox", SMSBOX, &["-v", "0", "kannel.conf"]);
        until_open(sendsms).await;
    }

    /// The network brings one SMS, then takes what is sent.
    fn network(&mut self, name: &str, which: usize, sms: &str) {
        let port = self.ports[2 + which].to_string();
        self.run(name, NETWORK, &["-H", "127.0.0.1", "-r", &port, "-i", "0.5", "-m", "1", sms]);
    }

    fn run(&mut self, name: &str, program: &str, arguments: &[&str]) {
        let log = File::create(self.here.path().join(name)).unwrap();
        let mut command = Command::new(program);
        command.args(arguments).current_dir(self.here.path()).stdin(Stdio::null());
        command.stdout(log.try_clone().unwrap()).stderr(log);
        self.running.push(command.spawn().unwrap());
    }

    /// What either network got: the gateway chooses.
    fn got(&self) -> String {
        let log = |name: &str| fs::read(self.here.path().join(name)).unwrap();
        String::from_utf8_lossy(&[log("one"), log("two")].concat()).into_owned()
    }
}

/// How long anything may take here.
const PATIENCE: Duration = Duration::from_secs(30);

async fn until(what: &str, is_so: impl AsyncFn() -> bool) {
    let wait = async {
        while !is_so().await {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    assert!(tokio::time::timeout(PATIENCE, wait).await.is_ok(), "never: {what}");
}

async fn until_open(port: u16) {
    until(&format!("port {port} answers"), async || tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok())
        .await;
}

#[db_test]
async fn a_real_gateway_takes_messages_brings_their_reports_and_sms(db: TestDb) {
    let Some(mut kannel) = Kannel::of_this_machine() else { return };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let site = format!("http://{}", listener.local_addr().unwrap());
    let sendsms = kannel.sendsms();
    let settings = [
        ("INFITAH_PUBLIC_URL", site.as_str()),
        ("INFITAH_SMS_GATEWAY", &sendsms),
        ("INFITAH_SMS_USER", "infitah"),
        ("INFITAH_SMS_PASSWORD", "p&ss"),
        ("INFITAH_SMS_FROM", "3456"),
        ("INFITAH_SMS_PRICE", "0.25"),
        SECRET,
    ];
    let app = TestApp::with(db, &settings).await;
    let service = app.router.clone().into_make_service_with_connect_info::<SocketAddr>();
    let served = tokio::spawn(async move { axum::serve(listener, service).await });
    let keys = Keys::of(app.app.site.config().messages.secret.as_ref().unwrap());
    let carriers = Carriers::of(&real(&app)).unwrap();

    // Before the gateway runs, a message waits for its next try.
    let code = put(&app, "0612345678", Purpose::Code, "Votre code : 482913, à 20€").await;
    assert!(matches!(tried(&app, &carriers, code).await, Attempt::NotBefore(_)));
    let said = row(&app, code).await.error.unwrap();
    assert!(
        said.starts_with("not taken now: the SMS gateway") && !said.contains("p&ss") && !said.contains("p%26ss"),
        "{said}"
    );

    kannel.start(&site, &keys.incoming()).await;
    kannel.network("one", 0, "+212612345678 3456 text STATUS PRJ-2026-0042");
    // With a space: its first byte is zero.
    kannel.network("two", 1, "+212712345678 3456 ucs2 %06%2a%06%48%06%42%06%41%00%20");
    until("the network brought two SMS", async || app.db.count("message_in").await.unwrap() == 2).await;
    let mut arrived = message_in::Entity::find().all(&app.db.read().await.unwrap()).await.unwrap();
    arrived.sort_by(|left, right| left.sender.cmp(&right.sender));
    let told: Vec<_> = arrived.iter().map(|row| (row.sender.as_str(), row.kind.as_str(), row.text.as_str())).collect();
    assert_eq!(told, [("+212612345678", "status", "STATUS PRJ-2026-0042"), ("+212712345678", "stop", "توقف ")]);

    let long = put(&app, "+212612345678", Purpose::Legal, &"مرحبا بكم ".repeat(8)).await;
    for id in [code, long] {
        // This network is so quick that the report may come before the answer.
        let done = tried(&app, &carriers, id).await;
        assert!(matches!(done, Attempt::Done(State::Sent | State::Delivered)), "{done:?}");
        until("its report came", async || row(&app, id).await.state == "delivered").await;
    }
    assert_eq!(row(&app, code).await.text, "");
    let stopped = put(&app, "+212712345678", Purpose::Notice, "News").await;
    assert_eq!(row(&app, stopped).await.state, "stopped", "STOP in Arabic letters was obeyed");
    // What the network got: seven bits where they do, two parts of Arabic where not.
    until("the network has three parts", async || kannel.got().matches("Got message").count() == 3).await;
    let got = kannel.got();
    assert!(got.contains("<3456 +212612345678 text Votre"), "{got}");
    assert_eq!(got.matches("udh %05%00%03").count(), 2, "{got}");
    let months = months(&app.db.read().await.unwrap(), 1).await.unwrap();
    assert_eq!((months[0].segments, months[0].cost), (3, 75), "paid as the network counted");

    // A wrong password is mended by a person: the message waits.
    let mut wrong = real(&app);
    wrong.messages.sms.as_mut().unwrap().password = "other".to_owned();
    let message: Outgoing = {
        let id = put(&app, "0612345678", Purpose::Notice, "News").await;
        let waiting = infitah_commons::messages::one(&app.db.read().await.unwrap(), id).await.unwrap().unwrap();
        waiting.message.unwrap()
    };
    let failure = Carriers::of(&wrong).unwrap().deliver(&message).await.unwrap_err();
    assert_eq!(failure, Failure::Later("the SMS gateway answered 403: Authorization failed for sendsms".to_owned()));
    served.abort();
}
