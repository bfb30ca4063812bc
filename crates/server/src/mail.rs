//! Mail: what an operator must hear of when nobody is looking.

use infitah_base::config::Config;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
};

/// Why a mail was not sent.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// Nothing says through which server, or to whom.
    #[error("no mail can be sent: set `smtp-url` and `alarm-email`")]
    NotSet,
    /// An address or the server's is not one.
    #[error("`{0}` cannot be used: {1}")]
    Setting(&'static str, String),
    /// The server did not take it.
    #[error("the mail server did not take the mail: {0}")]
    Refused(String),
}

/// Sends a plain text to the one who is told of faults.
pub async fn send_alarm(config: &Config, subject: &str, body: String) -> Result<(), MailError> {
    let (Some(url), Some(to), Some(from)) = (&config.smtp_url, &config.alarm_email, &config.mail_from) else {
        return Err(MailError::NotSet);
    };
    let mailbox = |name: &'static str, value: &str| {
        value.parse::<Mailbox>().map_err(|error| MailError::Setting(name, error.to_string()))
    };
    let mail = Message::builder()
        .from(mailbox("mail-from", from)?)
        .to(mailbox("alarm-email", to)?)
        .subject(subject)
        .header(ContentType::TEXT_PLAIN)
        .body(body)
        .map_err(|error| MailError::Refused(error.to_string()))?;
    let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
        .map_err(|error| MailError::Setting("smtp-url", error.to_string()))?
        .timeout(Some(std::time::Duration::from_secs(30)))
        .build();
    server.send(mail).await.map_err(|error| MailError::Refused(error.to_string()))?;
    Ok(())
}
