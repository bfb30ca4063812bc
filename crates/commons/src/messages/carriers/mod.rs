//! Who carries a message: a mail server, an SMS gateway, or the outbox of a demonstration.

mod outbox;
mod sms;
mod smtp;

use infitah_base::config::Config;

pub use outbox::{Kept, Outbox};
pub use sms::Gateway;
pub use smtp::{Smtp, send_alarm};

use super::model::{Address, Outgoing};

/// A carrier took a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receipt {
    /// What the carrier calls it, where it said so.
    pub provider_id: Option<String>,
}

/// Why a carrier did not take a message. Said to the technician.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// Nothing says through whom it goes.
    #[error("nothing can be sent: set {0}")]
    NotSet(&'static str),
    /// A setting cannot be used.
    #[error("`{0}` cannot be used: {1}")]
    Setting(&'static str, String),
    /// Not now: it may be tried again.
    #[error("not taken now: {0}")]
    Later(String),
    /// Not this message, however often it is tried.
    #[error("refused: {0}")]
    Never(String),
}

/// The carriers of an instance.
#[derive(Clone, Default)]
pub struct Carriers {
    mail: Option<Smtp>,
    sms: Option<Gateway>,
    outbox: Option<Outbox>,
}

impl Carriers {
    /// Those that the settings name. A demonstration has its outbox only: whatever is set, nothing leaves it.
    pub fn of(config: &Config) -> Result<Self, Failure> {
        if config.demo {
            return Ok(Self { outbox: Some(Outbox::default()), ..Self::default() });
        }
        let mail = config.smtp_url.as_ref().map(|_| Smtp::of(config)).transpose()?;
        Ok(Self { mail, sms: Gateway::of(config)?, outbox: None })
    }

    /// The outbox, in a demonstration.
    pub fn outbox(&self) -> Option<&Outbox> {
        self.outbox.as_ref()
    }

    /// Gives a message to the carrier of its address.
    pub async fn deliver(&self, message: &Outgoing) -> Result<Receipt, Failure> {
        if let Some(outbox) = &self.outbox {
            return outbox.deliver(message);
        }
        match &message.to {
            Address::Mail(_) => self.mail.as_ref().ok_or(Failure::NotSet("`smtp-url`"))?.deliver(message).await,
            Address::Phone(_) => self.sms.as_ref().ok_or(Failure::NotSet("`sms-gateway`"))?.deliver(message).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use infitah_base::{
        Lang,
        config::{Config, Layers},
    };
    use uuid::Uuid;

    use super::*;
    use crate::messages::Purpose;

    #[test]
    fn nothing_leaves_a_demonstration_and_all_of_it_can_be_read() {
        let set = [
            ("INFITAH_SMTP_URL", "smtp://mail.example.org"),
            ("INFITAH_MAIL_FROM", "infitah@example.org"),
            ("INFITAH_SMS_GATEWAY", "http://192.0.2.1/sendsms"),
            ("INFITAH_SMS_USER", "u"),
            ("INFITAH_SMS_PASSWORD", "p"),
            ("INFITAH_SMS_FROM", "3456"),
            ("INFITAH_MESSAGE_SECRET", "a secret of the tests, of 32 letters"),
        ];
        let variables = set.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let mut config = Config::parse(&Layers::new(None, &variables, &[]).unwrap()).unwrap();
        let real = Carriers::of(&config).unwrap();
        assert!(real.mail.is_some() && real.sms.is_some() && real.outbox.is_none());
        config.demo = true;
        let shown = Carriers::of(&config).unwrap();
        assert!(shown.mail.is_none() && shown.sms.is_none() && shown.outbox.is_some());
    }

    #[tokio::test]
    async fn without_a_carrier_it_is_said_what_to_set() {
        let message = |to: &str| Outgoing {
            id: Uuid::from_u128(1),
            to: to.parse().unwrap(),
            purpose: Purpose::Code,
            lang: Lang::arabic(),
            subject: "".parse().unwrap(),
            text: "123456".parse().unwrap(),
        };
        let none = Carriers::default();
        let (mail, phone) = (message("a@example.org"), message("0612345678"));
        assert_eq!(none.deliver(&mail).await.unwrap_err().to_string(), "nothing can be sent: set `smtp-url`");
        assert_eq!(none.deliver(&phone).await.unwrap_err().to_string(), "nothing can be sent: set `sms-gateway`");
    }
}
