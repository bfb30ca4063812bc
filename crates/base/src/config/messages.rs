//! The settings of messages: the gateway for SMS, what they cost, when nobody is to be woken.

use super::{BadSetting, Layers};
use crate::{Currency, Money};

/// How to reach the gateway that sends SMS: the `sendsms` interface of Kannel.
#[derive(Clone, PartialEq, Eq)]
pub struct SmsGateway {
    /// Its address, as `http://127.0.0.1:13013/cgi-bin/sendsms`.
    pub url: String,
    /// Its user.
    pub user: String,
    /// That user's password.
    pub password: String,
    /// The number or name that people see as the sender.
    pub from: String,
}

impl std::fmt::Debug for SmsGateway {
    /// Without the password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SmsGateway").field("url", &self.url).field("from", &self.from).finish_non_exhaustive()
    }
}

/// Whole hours of the day between which only what cannot wait is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuietHours {
    /// The hour at which they begin, 0 to 23.
    pub from: i8,
    /// The hour at which they end, 0 to 23; before `from`: on the next day.
    pub to: i8,
}

/// The settings of messages, parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Messages {
    /// The gateway, when SMS are sent.
    pub sms: Option<SmsGateway>,
    /// What signs delivery reports, incoming SMS and links that stop messages.
    pub secret: Option<Secret>,
    /// What one part of an SMS costs.
    pub price: Money,
    /// What SMS may cost in a month, when there is a limit.
    pub limit: Option<Money>,
    /// When only what cannot wait is sent; `None`: never.
    pub quiet: Option<QuietHours>,
}

/// A secret that is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Its bytes, for whoever signs with it.
    pub fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Letters of a secret, at least: fewer can be tried out.
const SECRET_LETTERS: usize = 32;

impl Messages {
    pub(super) fn parse(layers: &Layers, currency: Currency) -> Result<Self, BadSetting> {
        let some = |name: &str| Some(layers.value(name).to_owned()).filter(|value| !value.is_empty());
        let secret = some("message-secret");
        if secret.as_ref().is_some_and(|secret| secret.chars().count() < SECRET_LETTERS) {
            return Err(layers.bad("message-secret", format!("has fewer than {SECRET_LETTERS} letters")));
        }
        let sms = match some("sms-gateway") {
            None => None,
            Some(url) => {
                if !url.starts_with("http://") && !url.starts_with("https://") {
                    return Err(layers.bad("sms-gateway", "does not begin with https:// or http://"));
                }
                let needed = |name: &str| some(name).ok_or_else(|| layers.bad(name, "is needed beside sms-gateway"));
                needed("message-secret")?;
                let (user, password) = (needed("sms-user")?, needed("sms-password")?);
                Some(SmsGateway { url, user, password, from: needed("sms-from")? })
            }
        };
        let amount = |name: &str| {
            let read = |text: String| Money::from_decimal(&text, currency).ok().filter(|money| money.minor >= 0);
            some(name)
                .map(|text| {
                    read(text).ok_or_else(|| layers.bad(name, format!("is not an amount in {currency}, as 0.25")))
                })
                .transpose()
        };
        Ok(Self {
            sms,
            secret: secret.map(Secret),
            price: amount("sms-price")?.unwrap_or(Money::new(0, currency)),
            limit: amount("sms-month-limit")?,
            quiet: quiet(layers)?,
        })
    }
}

/// `21-8`: from 21:00 to 8:00; `none` or the same hour twice: never.
fn quiet(layers: &Layers) -> Result<Option<QuietHours>, BadSetting> {
    let name = "quiet-hours";
    let text = layers.value(name);
    if text.is_empty() || text == "none" {
        return Ok(None);
    }
    let hour = |text: &str| text.trim().parse::<i8>().ok().filter(|hour| (0..24).contains(hour));
    let read = text.split_once('-').and_then(|(from, to)| Some(QuietHours { from: hour(from)?, to: hour(to)? }));
    let quiet = read.ok_or_else(|| layers.bad(name, "is not two hours of the day, as 21-8, nor none"))?;
    Ok(Some(quiet).filter(|quiet| quiet.from != quiet.to))
}
