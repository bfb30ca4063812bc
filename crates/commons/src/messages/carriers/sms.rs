//! SMS through a gateway that speaks Kannel's `sendsms` (<https://www.kannel.org/userguide.shtml>, "Using HTTP
//! interfaces to Kannel"), which other gateways speak too.

use std::time::Duration;

use infitah_base::config::{Config, SmsGateway};
use reqwest::{Client, StatusCode, redirect};
use tokio_rustls::rustls::crypto::ring;

use super::{Failure, Receipt};
use crate::messages::{
    model::{Address, Outgoing},
    segments::{Alphabet, segments},
    signature::Keys,
    web,
};

/// How long a connection and a whole answer may take.
const CONNECT: Duration = Duration::from_secs(5);
const PATIENCE: Duration = Duration::from_secs(20);

/// Reports that are asked for: delivered (1), not delivered (2), refused by the network (16).
const REPORTS: &str = "19";

/// A gateway.
#[derive(Clone)]
pub struct Gateway {
    http: Client,
    settings: SmsGateway,
    /// `https://infitah.example`.
    site: String,
    keys: Keys,
}

impl Gateway {
    /// The gateway that the settings name, when they do.
    pub fn of(config: &Config) -> Result<Option<Self>, Failure> {
        let (Some(settings), Some(secret)) = (&config.messages.sms, &config.messages.secret) else { return Ok(None) };
        // The one cryptography of the program. That another part said so before is as good.
        drop(ring::default_provider().install_default());
        let http = Client::builder()
            .redirect(redirect::Policy::none())
            .no_proxy()
            .connect_timeout(CONNECT)
            .timeout(PATIENCE)
            .build()
            .map_err(|error| Failure::Setting("sms-gateway", error.to_string()))?;
        Ok(Some(Self { http, settings: settings.clone(), site: config.public_url.clone(), keys: Keys::of(secret) }))
    }

    /// Sends a message to a telephone.
    pub async fn deliver(&self, message: &Outgoing) -> Result<Receipt, Failure> {
        let Address::Phone(to) = &message.to else {
            return Err(Failure::Never("a mail address has no telephone".to_owned()));
        };
        let coding = match segments(message.text.as_str()).alphabet {
            Alphabet::Gsm => "0",
            Alphabet::Ucs2 => "2",
        };
        // The gateway writes its code for what happened in place of %d.
        let report = format!("{}{}&status=%d", self.site, web::report_link(message.id, &self.keys));
        let query = [
            ("username", self.settings.user.as_str()),
            ("password", &self.settings.password),
            ("from", &self.settings.from),
            ("to", to.as_str()),
            ("text", message.text.as_str()),
            ("charset", "UTF-8"),
            ("coding", coding),
            ("dlr-mask", REPORTS),
            ("dlr-url", &report),
        ];
        // What goes wrong on the way is told without the address: it holds the password.
        let away = |error: reqwest::Error| Failure::Later(format!("the SMS gateway: {}", error.without_url()));
        let answer = self.http.get(&self.settings.url).query(&query).send().await.map_err(away)?;
        let status = answer.status();
        let said = answer.text().await.map_err(away)?;
        understood(status, said.trim())
    }
}

/// Letters of an answer that go into the log.
const TOLD: usize = 200;

/// What the gateway's answer means: `0: Accepted for delivery` and `3: Queued for later delivery` are good.
fn understood(status: StatusCode, said: &str) -> Result<Receipt, Failure> {
    let accepted = said.starts_with("0:") || said.starts_with("3:");
    if status.is_success() && accepted {
        let provider_id = said.splitn(3, ':').nth(2).map(|id| id.trim().to_owned()).filter(|id| !id.is_empty());
        return Ok(Receipt { provider_id });
    }
    let told: String = said.chars().filter(|c| !c.is_control()).take(TOLD).collect();
    let told = format!("the SMS gateway answered {}: {told}", status.as_u16());
    // What it will refuse tomorrow too is not tried again; a wrong password is mended by a person, so it is.
    let for_ever = status.is_client_error()
        && !matches!(
            status,
            StatusCode::UNAUTHORIZED
                | StatusCode::FORBIDDEN
                | StatusCode::NOT_FOUND
                | StatusCode::REQUEST_TIMEOUT
                | StatusCode::TOO_MANY_REQUESTS
        );
    Err(if for_ever { Failure::Never(told) } else { Failure::Later(told) })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(202, "0: Accepted for delivery", Ok(None))]
    #[case(202, "3: Queued for later delivery", Ok(None))]
    #[case(202, "0: Accepted for delivery: 1b2c", Ok(Some("1b2c")))]
    #[case(200, "<html>Welcome</html>", Err(true))]
    #[case(302, "", Err(true))]
    #[case(400, "Empty receiver number not allowed, rejected", Err(false))]
    #[case(403, "Authorization failed for sendsms", Err(true))]
    #[case(429, "", Err(true))]
    #[case(503, "Temporal failure, try again later.", Err(true))]
    fn answers_are_taken_tried_again_or_final(
        #[case] status: u16,
        #[case] said: &str,
        #[case] expected: Result<Option<&str>, bool>,
    ) {
        let got = understood(StatusCode::from_u16(status).unwrap(), said);
        let got = got
            .as_ref()
            .map(|receipt| receipt.provider_id.as_deref())
            .map_err(|failure| matches!(failure, Failure::Later(_)));
        assert_eq!(got, expected);
    }
}
