//! The settings there are, and the documented file of them.

/// One setting: its name on the command line and in the file (`public-url`), its default and what it is.
pub struct Setting {
    /// As in `--public-url`, `public-url = "…"` and `INFITAH_PUBLIC_URL`.
    pub name: &'static str,
    /// What holds when nothing is said; empty means unset.
    pub default: &'static str,
    /// One line for the documented configuration file.
    pub what: &'static str,
}

/// All settings, in the order in which they are documented.
pub const SETTINGS: &[Setting] = &[
    Setting { name: "data", default: "infitah-data", what: "directory of the database, files and recordings" },
    Setting {
        name: "database-url",
        default: "",
        what: "sqlite:PATH or postgres://…; unset: infitah.db in the data directory",
    },
    Setting { name: "listen", default: "127.0.0.1:8080", what: "address and port to listen on" },
    Setting {
        name: "public-url",
        default: "",
        what: "the address people see, as https://infitah.example; unset: the listening address",
    },
    Setting {
        name: "tls-certificate",
        default: "",
        what: "PEM file of the certificate and its chain: with tls-key, HTTPS is spoken without a proxy",
    },
    Setting { name: "tls-key", default: "", what: "PEM file of the certificate's private key" },
    Setting {
        name: "trusted-proxy",
        default: "",
        what: "addresses or networks of your proxies, as 127.0.0.1,10.0.0.0/8: only they may name the client",
    },
    Setting {
        name: "metrics-listen",
        default: "",
        what: "address and port of /metrics for Prometheus, as 127.0.0.1:9090; unset: none",
    },
    Setting {
        name: "access-log",
        default: "no",
        what: "yes: one line a request in the log, without query and with a shortened address; the privacy page says so",
    },
    Setting {
        name: "region",
        default: "05",
        what: "code of the place whose instance this is (05: Béni Mellal-Khénifra)",
    },
    Setting {
        name: "currency",
        default: "MAD",
        what: "currency of that place: a budget in another one is not divided among its inhabitants",
    },
    Setting {
        name: "languages",
        default: "",
        what: "page languages offered, as ar,fr; the first is the default; unset: all there are, Arabic first",
    },
    Setting {
        name: "worker",
        default: "yes",
        what: "no: `serve` leaves what is done in the background to `infitah worker`",
    },
    Setting { name: "backup-dir", default: "", what: "where backups are kept; unset: backups in the data directory" },
    Setting { name: "backup-every", default: "24", what: "hours between the backups that `serve` makes; 0: none" },
    Setting {
        name: "backup-keep",
        default: "14",
        what: "how many of the newest are kept, beside the first of each of the last 12 months",
    },
    Setting {
        name: "backup-alarm-after",
        default: "48",
        what: "hours without a good backup after which a mail is sent to alarm-email",
    },
    Setting { name: "alarm-email", default: "", what: "who is told when backups fail" },
    Setting { name: "mail-from", default: "", what: "sender of mails; unset: alarm-email" },
    Setting {
        name: "smtp-url",
        default: "",
        what: "mail server, as smtps://user:password@host:465 or smtp://host:25; unset: no mail is sent",
    },
    Setting {
        name: "sms-gateway",
        default: "",
        what: "Kannel's sendsms, as http://127.0.0.1:13013/cgi-bin/sendsms; unset: no SMS is sent",
    },
    Setting { name: "sms-user", default: "", what: "user of that gateway" },
    Setting { name: "sms-password", default: "", what: "password of that user" },
    Setting { name: "sms-from", default: "", what: "number or name that people see as the sender of SMS" },
    Setting { name: "sms-price", default: "", what: "what one part of an SMS costs, in `currency`, as 0.25" },
    Setting {
        name: "sms-month-limit",
        default: "",
        what: "what SMS may cost in a month: from 80 % on no digest is sent, then no notice, codes and legal notices always",
    },
    Setting {
        name: "message-secret",
        default: "",
        what: "at least 32 letters that nobody guesses: signs delivery reports, incoming SMS and links that stop messages",
    },
    Setting {
        name: "quiet-hours",
        default: "21-8",
        what: "hours in `time-zone` between which notices and digests wait; none: they never do",
    },
    Setting { name: "time-zone", default: "Africa/Casablanca", what: "civil dates are decided in this zone" },
    Setting { name: "contact-phone", default: "", what: "telephone shown on every page, as +212500000000" },
    Setting { name: "contact-email", default: "", what: "address for questions and corrections" },
    Setting {
        name: "oc4ids-prefix",
        default: "oc4ids-000000",
        what: "prefix registered with the Open Contracting Partnership; six letters or digits after oc4ids-",
    },
    Setting {
        name: "licence-url",
        default: "https://creativecommons.org/licenses/by/4.0/",
        what: "licence of the published data",
    },
    Setting {
        name: "source-url",
        default: "",
        what: "where the source of this program is, with your changes (the licence asks for it)",
    },
];

/// The documented configuration file: every setting with what it is and its default, commented out. Those in `set`
/// are given that value instead. A package ships this text, `infitah doctor --print-config` prints it.
pub fn documented(set: &[(&str, &str)]) -> String {
    let mut out = String::from(
        "# Settings of Infitah. What is commented out holds by default. Each is also a variable of the environment:\n\
         # public-url is INFITAH_PUBLIC_URL. Some are options of the command line too; the last of these wins.\n",
    );
    for Setting { name, default, what } in SETTINGS {
        let line = match set.iter().find(|(known, _)| known == name) {
            Some((_, value)) => format!("{name} = {}", quoted(value)),
            None => format!("#{name} = {}", quoted(default)),
        };
        out.push_str(&format!("\n# {what}\n{line}\n"));
    }
    out
}

fn quoted(value: &str) -> toml::Value {
    toml::Value::String(value.to_owned())
}
