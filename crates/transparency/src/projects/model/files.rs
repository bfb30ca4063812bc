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
    /// Its name among the files of the data directory (`photos/…`). A file that came with an import may be anywhere.
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

/// What the name of a kept photo ends with.
const ENDING: &str = ".jpg";
/// What stands before that in the name of the small version.
const SMALL: &str = "-s";
/// How many hexadecimal digits it begins with.
const DIGITS: usize = 32;

impl Photo {
    /// The names of a kept photo and of its small version, by the hash of what was given.
    pub fn names(hash: &[u8]) -> (String, String) {
        let digits: String = hash.iter().take(DIGITS / 2).map(|byte| format!("{byte:02x}")).collect();
        (format!("{digits}{ENDING}"), format!("{digits}{SMALL}{ENDING}"))
    }

    /// The name of its small version; `None`: the file is none that this program keeps.
    pub fn small(&self) -> Option<String> {
        let stem = self.file.strip_suffix(ENDING).filter(|stem| is_hash(stem))?;
        Some(format!("{stem}{SMALL}{ENDING}"))
    }

    /// The sides of the small version at most.
    pub const SMALL: [u32; 2] = [480, 640];

    /// How wide the small version is, nearly; 0: it is not known how large the photo is.
    pub fn small_width(&self) -> u32 {
        let [wide, high] = Self::SMALL;
        self.size.map_or(0, |[width, height]| width.min(wide).min(width.saturating_mul(high) / height.max(1)))
    }

    /// Whether this is the name of a kept photo or of a small version, and so leads out of no folder.
    pub fn is_name(name: &str) -> bool {
        name.strip_suffix(ENDING).is_some_and(|stem| is_hash(stem.strip_suffix(SMALL).unwrap_or(stem)))
    }
}

fn is_hash(stem: &str) -> bool {
    stem.len() == DIGITS && stem.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_this_program_gives_are_names() {
        let (name, small) = Photo::names(&[0x0a; 32]);
        assert_eq!(name, "0a".repeat(16) + ".jpg");
        let photo = |file: &str| Photo {
            file: file.to_owned(),
            alt: Text::default(),
            taken: None,
            point: None,
            credit: None,
            size: None,
        };
        assert_eq!(photo(&name).small().as_ref(), Some(&small));
        assert!(Photo::is_name(&name) && Photo::is_name(&small));
        assert_eq!(photo(&small).small(), None, "a small version has none");
        for other in ["", ".jpg", "a.jpg", "../infitah.db", "https://example.org/a.jpg", &name.to_uppercase()] {
            assert!(!Photo::is_name(other) && photo(other).small().is_none(), "{other}");
        }
        assert!(!Photo::is_name(&format!("../{name}")) && !Photo::is_name(&format!("{name}.jpg")));
    }
}
