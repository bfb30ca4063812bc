//! The outbox of a demonstration: what would have left, for everybody to read.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use super::{Failure, Receipt};
use crate::messages::{
    model::Outgoing,
    segments::{Segments, segments},
};

/// Messages that are kept, at most: the oldest go.
const ROOM: usize = 100;

/// A message as it would have left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The message, with its code.
    pub message: Outgoing,
    /// What it would have been as an SMS.
    pub segments: Segments,
}

/// What would have left since the program started. Clones are the same outbox.
#[derive(Clone, Debug, Default)]
pub struct Outbox(Arc<Mutex<VecDeque<Kept>>>);

impl Outbox {
    /// Keeps a message; one that is there already is kept once.
    pub fn deliver(&self, message: &Outgoing) -> Result<Receipt, Failure> {
        let mut kept = self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if !kept.iter().any(|known| known.message.id == message.id) {
            kept.push_front(Kept { message: message.clone(), segments: segments(message.text.as_str()) });
            kept.truncate(ROOM);
        }
        Ok(Receipt { provider_id: Some(format!("outbox:{}", message.id)) })
    }

    /// All, the newest first.
    pub fn all(&self) -> Vec<Kept> {
        self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).iter().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use infitah_base::Lang;
    use uuid::Uuid;

    use super::*;
    use crate::messages::Purpose;

    #[test]
    fn a_second_try_is_the_same_message_and_old_ones_go() {
        let outbox = Outbox::default();
        for number in [0, 1, 1].into_iter().chain(2..=ROOM as u128) {
            let message = Outgoing {
                id: Uuid::from_u128(number),
                to: "0612345678".parse().unwrap(),
                purpose: Purpose::Notice,
                lang: Lang::arabic(),
                subject: "".parse().unwrap(),
                text: number.to_string().parse().unwrap(),
            };
            outbox.deliver(&message).unwrap();
        }
        let texts: Vec<String> = outbox.all().iter().map(|kept| kept.message.text.as_str().to_owned()).collect();
        assert_eq!(texts.len(), ROOM);
        assert_eq!((texts.first().unwrap().as_str(), texts.last().unwrap().as_str()), ("100", "1"));
    }
}
