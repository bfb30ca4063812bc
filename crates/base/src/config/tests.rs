use super::*;

fn layers(pairs: &[(&str, &str)]) -> Result<Config, ConfigError> {
    let variables = pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    Config::parse(&Layers::new(None, &variables, &[])?)
}

#[test]
fn defaults_are_whole() {
    let config = layers(&[]).unwrap();
    assert_eq!(config.languages.len(), Lang::all().count());
    assert_eq!(config.public_url, "http://127.0.0.1:8080");
    assert!(config.database_url.ends_with("infitah-data/infitah.db"));
}

#[test]
fn the_command_line_wins_and_says_so() {
    let variables = BTreeMap::from([("INFITAH_REGION".to_owned(), "04".to_owned())]);
    let layers = Layers::new(None, &variables, &[("region", Some("03".to_owned()))]).unwrap();
    assert_eq!(layers.value("region"), "03");
    let (_, _, origin) = layers.iter().find(|(name, _, _)| *name == "region").unwrap();
    assert_eq!(origin, &Origin::Option);
}

#[test]
fn bad_values_say_which_and_why() {
    for (name, value, expected) in [
        (
            "INFITAH_LISTEN",
            "here",
            "setting `listen` (INFITAH_LISTEN): `here` is not an address and port, as 127.0.0.1:8080",
        ),
        ("INFITAH_LANGUAGES", "ar,xx", "setting `languages` (INFITAH_LANGUAGES): `ar,xx` has no such language: xx"),
        (
            "INFITAH_TIME_ZONE",
            "Africa/Nowhere",
            "setting `time-zone` (INFITAH_TIME_ZONE): `Africa/Nowhere` is not a time zone, as Africa/Casablanca",
        ),
        (
            "INFITAH_TRUSTED_PROXY",
            "127.0.0.1,proxy",
            "setting `trusted-proxy` (INFITAH_TRUSTED_PROXY): `127.0.0.1,proxy` has proxy: write addresses or \
             networks, as 10.0.0.0/8",
        ),
        (
            "INFITAH_METRICS_LISTEN",
            "127.0.0.1:8080",
            "setting `metrics-listen` (INFITAH_METRICS_LISTEN): `127.0.0.1:8080` is the public address: the figures \
             are not for everyone",
        ),
        ("INFITAH_ACCESS_LOG", "perhaps", "setting `access-log` (INFITAH_ACCESS_LOG): `perhaps` is neither yes nor no"),
        ("INFITAH_TLS_KEY", "a.pem", "setting `tls-certificate` (default): `` is needed beside tls-key"),
    ] {
        assert_eq!(layers(&[(name, value)]).unwrap_err().to_string(), expected);
    }
}

#[test]
fn the_documented_file_says_every_setting_and_changes_nothing() {
    let text = documented(&[]);
    for setting in SETTINGS {
        assert!(text.contains(&format!("\n# {}\n#{} = ", setting.what, setting.name)), "{}", setting.name);
    }
    assert!(text.parse::<toml::Table>().unwrap().is_empty());
    let bare: String = text
        .lines()
        .filter(|line| !line.starts_with("# "))
        .map(|line| format!("{}\n", line.trim_start_matches('#')))
        .collect();
    let table: toml::Table = bare.parse().unwrap();
    assert_eq!(table.len(), SETTINGS.len());
    for setting in SETTINGS {
        assert_eq!(table[setting.name].as_str(), Some(setting.default), "{}", setting.name);
    }
}

#[test]
fn the_packaged_file_is_the_documented_one() {
    let packaged = include_str!("../../../../packaging/infitah.toml");
    assert_eq!(
        packaged,
        documented(&[("data", "/var/lib/infitah")]),
        "write it anew: see CONTRIBUTING.md, \"Add a setting\""
    );
}

#[test]
fn proxies_are_addresses_and_networks() {
    let config = layers(&[("INFITAH_TRUSTED_PROXY", "127.0.0.1, 10.0.0.0/8,::1")]).unwrap();
    let written: Vec<String> = config.trusted_proxies.iter().map(ToString::to_string).collect();
    assert_eq!(written, ["127.0.0.1/32", "10.0.0.0/8", "::1/128"]);
}

#[test]
fn with_a_certificate_the_address_is_https() {
    let files = [("INFITAH_TLS_CERTIFICATE", "c.pem"), ("INFITAH_TLS_KEY", "k.pem")];
    assert_eq!(layers(&files).unwrap().public_url, "https://127.0.0.1:8080");
}

#[test]
fn a_gateway_needs_its_user_and_a_secret_and_amounts_are_of_the_currency() {
    let secret = "0123456789abcdef0123456789abcdef";
    let whole = [
        ("INFITAH_SMS_GATEWAY", "http://127.0.0.1:13013/cgi-bin/sendsms"),
        ("INFITAH_SMS_USER", "infitah"),
        ("INFITAH_SMS_PASSWORD", "pass"),
        ("INFITAH_SMS_FROM", "3456"),
        ("INFITAH_MESSAGE_SECRET", secret),
        ("INFITAH_SMS_PRICE", "0.25"),
        ("INFITAH_SMS_MONTH_LIMIT", "500"),
    ];
    let messages = layers(&whole).unwrap().messages;
    assert_eq!((messages.price.minor, messages.limit.map(|limit| limit.minor)), (25, Some(50_000)));
    assert_eq!(messages.quiet, Some(QuietHours { from: 21, to: 8 }));
    let printed = format!("{messages:?}");
    assert!(!printed.contains("pass\"") && !printed.contains(secret), "{printed}");
    for left_out in 1..5 {
        let mut some = whole.to_vec();
        some.remove(left_out);
        let error = layers(&some).unwrap_err().to_string();
        assert!(error.contains("is needed beside sms-gateway"), "{error}");
    }
    for (name, value, expected) in [
        ("INFITAH_SMS_GATEWAY", "127.0.0.1", "does not begin with https:// or http://"),
        ("INFITAH_SMS_PRICE", "0.255", "is not an amount in MAD"),
        ("INFITAH_SMS_PRICE", "-1", "is not an amount in MAD"),
        ("INFITAH_QUIET_HOURS", "21-24", "is not two hours of the day"),
        ("INFITAH_MESSAGE_SECRET", "abc", "setting `message-secret` (INFITAH_MESSAGE_SECRET): `…` has fewer than 32"),
    ] {
        let error = layers(&[(name, value)]).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }
    for never in ["none", "7-7"] {
        assert_eq!(layers(&[("INFITAH_QUIET_HOURS", never)]).unwrap().messages.quiet, None);
    }
}
