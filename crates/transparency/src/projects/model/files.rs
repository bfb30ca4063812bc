//! Documents and photos.

use infitah_base::{CivilDate, Text};
use serde::{Deserialize, Serialize};

/// A document about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// A number within the project.
    pub id: String,
    /// OC4IDS's code of what it is (`environmentalImpact`, `contractSigned`…, an open list).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub title: Text,
    /// What is in it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub description: Text,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<CivilDate>,
    /// Its media type (`application/pdf`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// The tag of its language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// A photo: when, where, and what is to be seen on it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Photo {
    /// Its name among the files of the data directory (`photos/…`).
    pub file: String,
    /// What is to be seen, for those who do not see it.
    pub alt: Text,
    /// When it was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<CivilDate>,
    /// Where: longitude and latitude (WGS 84).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<[f64; 2]>,
    /// Who took it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// Width and height in pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<[u32; 2]>,
}
