//! Mail through an SMTP server: plain text, with the header by which one click stops what nobody needs.

use std::time::{Duration, SystemTime};

use infitah_base::config::Config;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox, MessageBuilder,
        header::{ContentType, HeaderName, HeaderValue},
    },
};

use super::{Failure, Receipt};
use crate::messages::{
    model::{Address, Outgoing},
    signature::Keys,
    web,
};

/// How long the server may take for one step.
const PATIENCE: Duration = Duration::from_secs(30);

/// A mail server, and who writes through it.
#[derive(Clone)]
pub struct Smtp {
    server: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    /// `https://infitah.example`.
    site: String,
    keys: Option<Keys>,
}

impl Smtp {
    /// The server that the settings name.
    pub fn of(config: &Config) -> Result<Self, Failure> {
        let (Some(url), Some(from)) = (&config.smtp_url, &config.mail_from) else {
            return Err(Failure::NotSet("`smtp-url` and `mail-from`"));
        };
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|error| Failure::Setting("smtp-url", error.to_string()))?
            .timeout(Some(PATIENCE))
            .build();
        let keys = config.messages.secret.as_ref().map(Keys::of);
        Ok(Self { server, from: mailbox("mail-from", from)?, site: config.public_url.clone(), keys })
    }

    /// Sends a message to a mail address.
    pub async fn deliver(&self, message: &Outgoing) -> Result<Receipt, Failure> {
        let mail = self.mail(message)?;
        self.send(mail).await?;
        Ok(Receipt::default())
    }

    /// The mail that a message is.
    fn mail(&self, message: &Outgoing) -> Result<Message, Failure> {
        let Address::Mail(to) = &message.to else {
            return Err(Failure::Never("a telephone has no mail".to_owned()));
        };
        let mut builder = self
            .builder()
            .to(Mailbox::new(None, to.address()))
            .subject(message.subject.as_str())
            .message_id(Some(format!("<{}@{}>", message.id, self.host())));
        // The day it was made: a second try is the same mail.
        if let Some(made) = message.id.get_timestamp() {
            let (seconds, nanos) = made.to_unix();
            builder = builder.date(SystemTime::UNIX_EPOCH + Duration::new(seconds, nanos));
        }
        let mut mail = built(builder, message.text.as_str().to_owned())?;
        if message.purpose.can_be_stopped() {
            // Nobody is sent what they could not stop.
            let keys = self.keys.as_ref().ok_or(Failure::NotSet("`message-secret`"))?;
            let link = format!("{}{}", self.site, web::stop_link(message.lang, message.id, keys));
            for (name, value) in [
                ("List-Unsubscribe", format!("<{link}>")),
                ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".into()),
            ] {
                mail.headers_mut().insert_raw(HeaderValue::new(HeaderName::new_from_ascii_str(name), value));
            }
        }
        Ok(mail)
    }

    fn builder(&self) -> MessageBuilder {
        Message::builder().from(self.from.clone()).header(ContentType::TEXT_PLAIN)
    }

    async fn send(&self, mut mail: Message) -> Result<(), Failure> {
        // No machine need answer (RFC 3834).
        let automatic = HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned());
        mail.headers_mut().insert_raw(automatic);
        let sent = self.server.send(mail).await;
        sent.map(drop).map_err(|error| {
            let said = format!("the mail server did not take the mail: {error}");
            if error.is_permanent() { Failure::Never(said) } else { Failure::Later(said) }
        })
    }

    /// The name of the site, for the part of a Message-ID after the `@`.
    fn host(&self) -> &str {
        let rest = self.site.split_once("://").map_or(self.site.as_str(), |(_, rest)| rest);
        rest.split(['/', ':']).next().filter(|host| !host.is_empty()).unwrap_or("localhost")
    }
}

fn built(builder: MessageBuilder, text: String) -> Result<Message, Failure> {
    builder.body(text).map_err(|error| Failure::Never(error.to_string()))
}

fn mailbox(setting: &'static str, value: &str) -> Result<Mailbox, Failure> {
    value.parse().map_err(|error: lettre::address::AddressError| Failure::Setting(setting, error.to_string()))
}

/// Sends a plain text to the one who is told of faults.
pub async fn send_alarm(config: &Config, subject: &str, body: String) -> Result<(), Failure> {
    let Some(to) = config.alarm_email.as_ref().filter(|_| config.smtp_url.is_some()) else {
        return Err(Failure::NotSet("`smtp-url` and `alarm-email`"));
    };
    let smtp = Smtp::of(config)?;
    let mail = built(smtp.builder().to(mailbox("alarm-email", to)?).subject(subject), body)?;
    smtp.send(mail).await
}

#[cfg(test)]
mod tests {
    use infitah_base::{Chance, Lang, Timestamp, config::Layers, ids};

    use super::*;
    use crate::messages::Purpose;

    fn smtp(secret: &str) -> Smtp {
        let variables = [
            ("INFITAH_SMTP_URL", "smtp://127.0.0.1:1"),
            ("INFITAH_MAIL_FROM", "infitah@example.org"),
            ("INFITAH_PUBLIC_URL", "https://region.example:8443"),
            ("INFITAH_MESSAGE_SECRET", secret),
        ];
        let variables = variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Smtp::of(&Config::parse(&Layers::new(None, &variables, &[]).unwrap()).unwrap()).unwrap()
    }

    fn message(purpose: Purpose) -> Outgoing {
        Outgoing {
            id: ids::new_uuid(Timestamp::from_millis(1_795_428_900_123), &Chance::seeded(1)),
            to: "a.reader@example.org".parse().unwrap(),
            purpose,
            lang: Lang::arabic(),
            subject: "مشروع الطريق".parse().unwrap(),
            text: "السلام\nPRJ-2026-0042".parse().unwrap(),
        }
    }

    const SECRET: &str = crate::messages::signature::tests::SECRET;

    #[test]
    fn a_notice_has_its_own_name_its_day_and_one_click_to_stop() {
        let message = message(Purpose::Notice);
        let mail = String::from_utf8(smtp(SECRET).mail(&message).unwrap().formatted()).unwrap();
        let unfolded = mail.replace("\r\n ", " ");
        let link = format!("<https://region.example:8443/ar/stop?message={}&key=", message.id);
        for expected in [
            format!("Message-ID: <{}@region.example>", message.id),
            "Date: Mon, 23 Nov 2026 10:15:00 +0000".to_owned(),
            "To: a.reader@example.org".to_owned(),
            format!("List-Unsubscribe: {link}"),
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click".to_owned(),
            "Content-Type: text/plain; charset=utf-8".to_owned(),
        ] {
            assert!(unfolded.contains(&expected), "{expected}\n{mail}");
        }
        assert_eq!(mail, String::from_utf8(smtp(SECRET).mail(&message).unwrap().formatted()).unwrap(), "a second try");
    }

    #[test]
    fn a_code_has_nothing_to_stop_and_a_notice_needs_it() {
        let mail = String::from_utf8(smtp("").mail(&message(Purpose::Code)).unwrap().formatted()).unwrap();
        assert!(!mail.contains("List-Unsubscribe"));
        assert_eq!(smtp("").mail(&message(Purpose::Digest)).unwrap_err(), Failure::NotSet("`message-secret`"));
    }

    #[tokio::test]
    async fn a_server_that_is_not_there_is_tried_later() {
        let failure = smtp(SECRET).deliver(&message(Purpose::Notice)).await.unwrap_err();
        assert!(matches!(failure, Failure::Later(_)), "{failure}");
    }
}
