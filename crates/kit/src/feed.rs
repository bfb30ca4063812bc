//! Feeds (Atom, RFC 4287): what changed, for readers and programs that follow it.

use askama::Template;
use infitah_base::{Lang, Timestamp};

use crate::error::Error;

/// The media type.
pub const ATOM: &str = "application/atom+xml; charset=utf-8";

/// A feed.
pub struct Feed {
    /// What it follows.
    pub title: String,
    /// Its language.
    pub lang: Lang,
    /// Its own address, which is its name.
    pub id: String,
    /// The page with the same content.
    pub page: String,
    /// When something of it changed last.
    pub updated: Timestamp,
    /// Who writes it.
    pub author: String,
    /// The latest first.
    pub entries: Vec<Entry>,
}

/// One thing that happened.
pub struct Entry {
    /// An address that names it for ever.
    pub id: String,
    /// To what.
    pub title: String,
    /// The page that shows it.
    pub page: String,
    /// When.
    pub updated: Timestamp,
    /// What, in lines.
    pub summary: String,
}

#[derive(Template)]
#[template(path = "feed/atom.xml")]
struct Atom<'a> {
    feed: &'a Feed,
}

impl Feed {
    /// The feed as XML 1.0; characters that XML cannot hold are left out.
    pub fn to_xml(&self) -> Result<String, Error> {
        let xml = Atom { feed: self }.render()?;
        Ok(xml.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect())
    }
}
