//! Configuration: defaults, then `infitah.toml`, then `INFITAH_…` variables, then the command line. Every value
//! remembers where it came from, for `infitah doctor`. This is the one place that reads the environment.

use std::{
    collections::BTreeMap,
    fmt,
    net::{IpAddr, SocketAddr},
    path::{Path, PathBuf},
};

use ipnet::IpNet;

use crate::{Currency, Lang, money::NotACurrency};

mod messages;
mod settings;

pub use messages::{Messages, QuietHours, Secret, SmsGateway};
pub use settings::{SETTINGS, Setting, documented};

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Built in.
    Default,
    /// The configuration file.
    File(PathBuf),
    /// A variable of the environment.
    Variable(String),
    /// An option of the command.
    Option,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Default => f.write_str("default"),
            Origin::File(path) => write!(f, "{}", path.display()),
            Origin::Variable(name) => f.write_str(name),
            Origin::Option => f.write_str("command line"),
        }
    }
}

/// A value that cannot be used, with what to do. Read by the technician, so in English, like the command line.
#[derive(Debug, thiserror::Error)]
#[error("setting `{name}` ({origin}): `{value}` {problem}")]
pub struct BadSetting {
    name: String,
    origin: Origin,
    value: String,
    problem: String,
}

/// Why the configuration could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A value is of the wrong form.
    #[error(transparent)]
    BadSetting(#[from] BadSetting),
    /// A file cannot be read or is not TOML, or says something nobody understands.
    #[error("{0}: {1}")]
    File(PathBuf, String),
}

/// The settings as read, each with its origin.
#[derive(Clone, Debug)]
pub struct Layers(BTreeMap<&'static str, (String, Origin)>);

impl Layers {
    /// Puts the layers together. `file`: the configuration file, when there is one; `variables`: the environment
    /// (pass [`environment`]); `options`: what the command line said, by setting name.
    pub fn new(
        file: Option<&Path>,
        variables: &BTreeMap<String, String>,
        options: &[(&'static str, Option<String>)],
    ) -> Result<Self, ConfigError> {
        let mut values: BTreeMap<&'static str, (String, Origin)> =
            SETTINGS.iter().map(|setting| (setting.name, (setting.default.to_owned(), Origin::Default))).collect();
        if let Some(path) = file {
            for (name, value) in read_file(path)? {
                values.insert(name, (value, Origin::File(path.to_owned())));
            }
        }
        for setting in SETTINGS {
            let variable = format!("INFITAH_{}", setting.name.to_ascii_uppercase().replace('-', "_"));
            if let Some(value) = variables.get(&variable) {
                values.insert(setting.name, (value.clone(), Origin::Variable(variable)));
            }
        }
        for (name, value) in options {
            if let Some(value) = value {
                values.insert(name, (value.clone(), Origin::Option));
            }
        }
        Ok(Self(values))
    }

    /// The value of a setting (empty when unset).
    pub fn value(&self, name: &str) -> &str {
        self.0.get(name).map(|(value, _)| value.as_str()).unwrap_or_default()
    }

    /// Whether nobody set it.
    fn is_default(&self, name: &str) -> bool {
        matches!(self.0.get(name), Some((_, Origin::Default)))
    }

    /// Each setting with its value and origin, for `doctor`.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str, &Origin)> {
        SETTINGS.iter().filter_map(|s| self.0.get(s.name).map(|(value, origin)| (s.name, value.as_str(), origin)))
    }

    fn bad(&self, name: &str, problem: impl fmt::Display) -> BadSetting {
        let (value, origin) = self.0.get(name).cloned().unwrap_or((String::new(), Origin::Default));
        BadSetting { name: name.to_owned(), origin, value: shown(name, &value), problem: problem.to_string() }
    }
}

fn read_file(path: &Path) -> Result<Vec<(&'static str, String)>, ConfigError> {
    let wrong = |problem: String| ConfigError::File(path.to_owned(), problem);
    let text = std::fs::read_to_string(path).map_err(|error| wrong(error.to_string()))?;
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| wrong(error.to_string()))?;
    let mut out = Vec::new();
    for (key, value) in table {
        // A mistyped key would otherwise be a setting that silently does nothing.
        let setting = SETTINGS.iter().find(|setting| setting.name == key).ok_or_else(|| {
            wrong(format!(
                "unknown setting `{key}`; the known ones are {}",
                SETTINGS.iter().map(|s| s.name).collect::<Vec<_>>().join(", ")
            ))
        })?;
        let value = match value {
            toml::Value::String(text) => text,
            toml::Value::Array(items) => items.iter().filter_map(toml::Value::as_str).collect::<Vec<_>>().join(","),
            other => other.to_string(),
        };
        out.push((setting.name, value));
    }
    Ok(out)
}

/// The variables of the environment that speak to Infitah.
pub fn environment() -> BTreeMap<String, String> {
    #[expect(clippy::disallowed_methods, reason = "the one place where the environment is read")]
    std::env::vars().filter(|(name, _)| name.starts_with("INFITAH_")).collect()
}

/// A certificate and its key, as files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TlsFiles {
    /// The certificate and its chain, PEM.
    pub certificate: PathBuf,
    /// The private key, PEM.
    pub key: PathBuf,
}

/// The value of a setting as it may be shown: without what is secret in it.
pub fn shown(name: &str, value: &str) -> String {
    let secret = name.ends_with("-password") || name.ends_with("-secret");
    if secret && !value.is_empty() { "…".to_owned() } else { without_password(value) }
}

/// An address with its password blotted out, for messages: of a database, of a mail server.
pub fn without_password(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else { return address.to_owned() };
    let rest = match rest.split_once('?') {
        Some((rest, query)) if query.contains("password=") => format!("{rest}?…"),
        _ => rest.to_owned(),
    };
    match rest.rsplit_once('@') {
        Some((login, host)) if login.contains(':') => {
            let user = login.split(':').next().unwrap_or_default();
            format!("{scheme}://{user}:…@{host}")
        }
        _ => format!("{scheme}://{rest}"),
    }
}

/// The configuration of an instance, parsed once.
#[derive(Clone, Debug)]
pub struct Config {
    /// Directory of everything that is kept on disk.
    pub data: PathBuf,
    /// `sqlite:PATH` or `postgres://…`.
    pub database_url: String,
    /// Where to listen.
    pub listen: SocketAddr,
    /// The address people see, without a slash at its end.
    pub public_url: String,
    /// The files to speak HTTPS with, when there is no proxy that does.
    pub tls: Option<TlsFiles>,
    /// Who may say whom a request comes from.
    pub trusted_proxies: Vec<IpNet>,
    /// Where `/metrics` answers, when it does.
    pub metrics_listen: Option<SocketAddr>,
    /// Whether each request leaves a line in the log.
    pub access_log: bool,
    /// Whose instance this is: a place code.
    pub region: String,
    /// The currency of that place.
    pub currency: Currency,
    /// Page languages offered; the first is the default.
    pub languages: Vec<Lang>,
    /// IANA name.
    pub time_zone: String,
    /// Telephone, when there is one.
    pub contact_phone: Option<String>,
    /// E-mail address, when there is one.
    pub contact_email: Option<String>,
    /// `oc4ids-` and six letters or digits.
    pub oc4ids_prefix: String,
    /// Of the published data.
    pub licence_url: String,
    /// Where the source code of this very program is (AGPL-3.0, section 13).
    pub source_url: Option<String>,
    /// Whether `serve` does background jobs as well.
    pub worker: bool,
    /// Where backups are kept.
    pub backup_dir: PathBuf,
    /// Hours between two scheduled backups; 0: none are made.
    pub backup_every: u32,
    /// How many of the newest backups are kept.
    pub backup_keep: u32,
    /// Hours without a good backup after which somebody is told.
    pub backup_alarm_after: u32,
    /// Who is told.
    pub alarm_email: Option<String>,
    /// Who sends mails; `alarm_email` where unset.
    pub mail_from: Option<String>,
    /// The mail server.
    pub smtp_url: Option<String>,
    /// SMS, what they cost, when nobody is to be woken.
    pub messages: Messages,
    /// Whether this is a demonstration: its pages say so.
    pub demo: bool,
    /// Which of `region` and `languages` nobody set: they can be chosen at the first run.
    pub unset: Vec<&'static str>,
}

impl Config {
    /// Parses the layers.
    pub fn parse(layers: &Layers) -> Result<Self, ConfigError> {
        let text = |name: &str| layers.value(name).to_owned();
        let some = |name: &str| Some(text(name)).filter(|value| !value.is_empty());
        let data = PathBuf::from(text("data"));
        let listen: SocketAddr = layers
            .value("listen")
            .parse()
            .map_err(|_| layers.bad("listen", "is not an address and port, as 127.0.0.1:8080"))?;
        let mut languages = Vec::new();
        for tag in layers.value("languages").split(',').map(str::trim).filter(|tag| !tag.is_empty()) {
            let lang = Lang::parse(tag).map_err(|error| layers.bad("languages", format!("has {error}")))?;
            if !languages.contains(&lang) {
                languages.push(lang);
            }
        }
        if languages.is_empty() {
            languages.extend(Lang::all());
        }
        let prefix = text("oc4ids-prefix");
        let prefix_is_good = prefix
            .strip_prefix("oc4ids-")
            .is_some_and(|rest| rest.len() == 6 && rest.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
        if !prefix_is_good {
            return Err(layers.bad("oc4ids-prefix", "is not oc4ids- and six small letters or digits").into());
        }
        if jiff::tz::TimeZone::get(layers.value("time-zone")).is_err() {
            return Err(layers.bad("time-zone", "is not a time zone, as Africa/Casablanca").into());
        }
        let tls = match (some("tls-certificate"), some("tls-key")) {
            (Some(certificate), Some(key)) => Some(TlsFiles { certificate: certificate.into(), key: key.into() }),
            (None, None) => None,
            (Some(_), None) => return Err(layers.bad("tls-key", "is needed beside tls-certificate").into()),
            (None, Some(_)) => return Err(layers.bad("tls-certificate", "is needed beside tls-key").into()),
        };
        let mut trusted_proxies = Vec::new();
        for part in layers.value("trusted-proxy").split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let net = part.parse().or_else(|_| part.parse::<IpAddr>().map(IpNet::from));
            let wrong =
                |_| layers.bad("trusted-proxy", format!("has {part}: write addresses or networks, as 10.0.0.0/8"));
            trusted_proxies.push(net.map_err(wrong)?);
        }
        let metrics_listen = some("metrics-listen").map(|value| value.parse()).transpose();
        let metrics_listen: Option<SocketAddr> = metrics_listen
            .map_err(|_| layers.bad("metrics-listen", "is not an address and port, as 127.0.0.1:9090"))?;
        if metrics_listen == Some(listen) {
            return Err(layers.bad("metrics-listen", "is the public address: the figures are not for everyone").into());
        }
        let yes = |name: &str| match layers.value(name) {
            "yes" | "true" => Ok(true),
            "no" | "false" | "" => Ok(false),
            _ => Err(layers.bad(name, "is neither yes nor no")),
        };
        let access_log = yes("access-log")?;
        let scheme = if tls.is_some() { "https" } else { "http" };
        let public_url = some("public-url").unwrap_or_else(|| format!("{scheme}://{listen}"));
        if !public_url.starts_with("http://") && !public_url.starts_with("https://") {
            return Err(layers.bad("public-url", "does not begin with https:// or http://").into());
        }
        let number = |name: &str| -> Result<u32, BadSetting> {
            layers.value(name).parse().map_err(|_| layers.bad(name, "is not a whole number"))
        };
        if number("backup-keep")? == 0 {
            return Err(layers.bad("backup-keep", "is not at least 1").into());
        }
        for name in ["alarm-email", "mail-from"] {
            if !layers.value(name).is_empty() && !layers.value(name).contains('@') {
                return Err(layers.bad(name, "is not an e-mail address").into());
            }
        }
        if let Some(url) = some("smtp-url")
            && !url.starts_with("smtp://")
            && !url.starts_with("smtps://")
        {
            return Err(layers.bad("smtp-url", "does not begin with smtps:// or smtp://").into());
        }
        let currency = layers
            .value("currency")
            .parse()
            .map_err(|error: NotACurrency| layers.bad("currency", error.to_string()))?;
        Ok(Self {
            worker: yes("worker")?,
            backup_dir: some("backup-dir").map_or_else(|| data.join("backups"), PathBuf::from),
            backup_every: number("backup-every")?,
            backup_keep: number("backup-keep")?,
            backup_alarm_after: number("backup-alarm-after")?,
            alarm_email: some("alarm-email"),
            mail_from: some("mail-from").or_else(|| some("alarm-email")),
            smtp_url: some("smtp-url"),
            database_url: some("database-url")
                .unwrap_or_else(|| format!("sqlite:{}", data.join("infitah.db").display())),
            listen,
            public_url: public_url.trim_end_matches('/').to_owned(),
            tls,
            trusted_proxies,
            metrics_listen,
            access_log,
            region: text("region"),
            messages: Messages::parse(layers, currency)?,
            currency,
            languages,
            time_zone: text("time-zone"),
            contact_phone: some("contact-phone"),
            contact_email: some("contact-email"),
            oc4ids_prefix: prefix,
            licence_url: text("licence-url"),
            source_url: some("source-url"),
            demo: false,
            unset: ["region", "languages"].into_iter().filter(|name| layers.is_default(name)).collect(),
            data,
        })
    }
}

#[cfg(test)]
mod tests;
