//! How civic objects meet: a domain that does not know another one still shows its objects as cards, finds them by
//! search and gives them room on the page of a place. Each domain puts what it offers into the [`Registry`].

use axum::http::Extensions;
use infitah_base::Text;
use infitah_kit::{Error, T, Visit, urls::Url};

use crate::{App, Viewer, places::Place, settings::Content};

mod web;
pub use web::routes;

/// A civic object as others show it.
#[derive(Clone, Debug)]
pub struct Card {
    /// Its name.
    pub title: Text,
    /// Its page.
    pub url: Url,
    /// One line of where, what and how far, in the reader's language.
    pub line: String,
}

/// A kind of object that can be found and shown by others.
#[async_trait::async_trait]
pub trait Resolver: Send + Sync {
    /// The kind before the slash (`project`).
    fn kind(&self) -> &'static str;

    /// The key of the kind's name, in the plural.
    fn label(&self) -> &'static str;

    /// Its pictogram.
    fn icon(&self) -> &'static str;

    /// What the words find, at most so many, where the domain looks for itself; `None`: the search index is asked.
    async fn found(&self, _: &App, _: &str, _: usize) -> Result<Option<Vec<String>>, Error> {
        Ok(None)
    }

    /// The cards of these objects, for a viewer, in the order given; what the viewer may not see is left out.
    async fn cards(&self, app: &App, viewer: &Viewer, t: &T, ids: &[String]) -> Result<Vec<Card>, Error>;
}

/// Something that a domain has to show on the page of a place.
#[async_trait::async_trait]
pub trait PlaceSection: Send + Sync {
    /// The section, as HTML.
    async fn show(&self, app: &App, viewer: &Viewer, visit: &Visit, place: &Place) -> Result<String, Error>;
}

/// What the domains offer each other.
#[derive(Default)]
pub struct Registry {
    /// What can be found.
    pub resolvers: Vec<Box<dyn Resolver>>,
    /// The sections that open for places.
    pub contents: Vec<Box<dyn Content>>,
    /// What stands on the page of a place.
    pub place_sections: Vec<Box<dyn PlaceSection>>,
    /// What a domain holds in memory, by its type: only the domain that put it there knows it.
    pub held: Extensions,
}
