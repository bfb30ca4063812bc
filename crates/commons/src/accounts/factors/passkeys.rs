//! Passkeys (WebAuthn, level 3): what a browser is asked, and whether what it answers is good. Touched and unlocked by
//! its owner each time (user verification), kept on the device (discoverable). Which device it is, nobody asks (no
//! attestation).

use infitah_store::StoreError;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use webauthn_rs::prelude::{
    AuthenticationResult, Passkey, PasskeyAuthentication, PasskeyRegistration, Url, Webauthn, WebauthnBuilder,
};

use crate::access::Who;

/// The site, as passkeys know it: they are bound to its host, and good for its origin alone.
pub struct Party(Webauthn);

/// What a browser is asked, and what has to be kept until it answers.
#[derive(Clone, Serialize, Deserialize)]
pub struct Asked {
    /// For the browser, as its interface takes it (`publicKey`).
    pub options: Value,
    /// For us.
    pub state: Value,
}

impl Party {
    /// The site at this address; `None`: browsers make no passkeys there, because it is an IP address, or a name that is
    /// reached without https.
    pub fn at(public_url: &str, name: &str) -> Option<Self> {
        let origin = Url::parse(public_url).ok()?;
        let host = origin.domain()?.to_owned();
        if origin.scheme() != "https" && host != "localhost" {
            return None;
        }
        let site = WebauthnBuilder::new(&host, &origin).ok()?.rp_name(name).build().ok()?;
        Some(Self(site))
    }

    /// Asks for a new passkey of somebody who has these already.
    pub fn ask_new(&self, who: &Who, known: &[Passkey]) -> Result<Asked, StoreError> {
        let known = known.iter().map(|passkey| passkey.cred_id().clone()).collect();
        let asked = self.0.start_passkey_registration(who.account, &who.name, &who.name, Some(known));
        let (options, state) = asked.map_err(unusable)?;
        let mut asked = asked_of(&options, &state)?;
        // Kept on the device, so that one day a passkey alone says who comes: the library leaves it open.
        let chosen = &mut asked.options["authenticatorSelection"];
        chosen["residentKey"] = "required".into();
        chosen["requireResidentKey"] = true.into();
        Ok(asked)
    }

    /// The passkey that a browser made; `None`: the answer is not one to what was asked.
    pub fn made(&self, asked: &Asked, answer: &str) -> Option<Passkey> {
        let state: PasskeyRegistration = serde_json::from_value(asked.state.clone()).ok()?;
        let answer = serde_json::from_str(answer).ok()?;
        self.0.finish_passkey_registration(&answer, &state).ok()
    }

    /// Asks for one of these passkeys.
    pub fn ask(&self, known: &[Passkey]) -> Result<Asked, StoreError> {
        let (options, state) = self.0.start_passkey_authentication(known).map_err(unusable)?;
        asked_of(&options, &state)
    }

    /// Which passkey answered; `None`: the answer is not one to what was asked.
    pub fn proved(&self, asked: &Asked, answer: &str) -> Option<AuthenticationResult> {
        let state: PasskeyAuthentication = serde_json::from_value(asked.state.clone()).ok()?;
        let answer = serde_json::from_str(answer).ok()?;
        self.0.finish_passkey_authentication(&answer, &state).ok().filter(AuthenticationResult::user_verified)
    }
}

fn asked_of(options: &impl Serialize, state: &impl Serialize) -> Result<Asked, StoreError> {
    let mut options = serde_json::to_value(options)?;
    Ok(Asked { options: options["publicKey"].take(), state: serde_json::to_value(state)? })
}

fn unusable(error: webauthn_rs::prelude::WebauthnError) -> StoreError {
    StoreError::Unreadable(format!("passkeys: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("https://region.example", true)]
    #[case("https://region.example:8443", true)]
    #[case("http://localhost:8080", true)]
    #[case("http://127.0.0.1:8080", false)]
    #[case("https://192.0.2.1", false)]
    #[case("http://region.example", false)]
    #[case("nonsense", false)]
    fn passkeys_are_offered_where_browsers_make_them(#[case] url: &str, #[case] offered: bool) {
        assert_eq!(Party::at(url, "Region").is_some(), offered);
    }
}
