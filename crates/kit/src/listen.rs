//! The listen control: a recording where there is one, else the browser's own voice where it has one for the voice
//! language, else it says that there is none yet.
//!
//! Recordings are files in the data directory: `recordings/VOICE/PAGE.opus` (and `.mp3` for old telephones), where
//! PAGE is the page's path with `/` written `_` (`projects`, `places_05.081`, `home`). Where a page has sections that are
//! read one by one, PAGE@SECTION is the recording of one (`budget_2027@where`).

use std::{path::PathBuf, sync::RwLock};

use askama::Template;
use infitah_base::{Lang, Voice};

use crate::{i18n::T, page::Visit, urls::Url};

/// The recordings of an instance, as found in its data directory.
pub struct Recordings {
    directory: PathBuf,
    found: RwLock<Vec<(String, String)>>,
}

impl Recordings {
    /// Looks into the directory; one that is not there holds none.
    pub fn new(directory: PathBuf) -> Self {
        let recordings = Self { directory, found: RwLock::default() };
        recordings.look_again();
        recordings
    }

    /// Reads the directory anew: when the program starts, and when a technician has added files.
    pub fn look_again(&self) {
        let mut found = Vec::new();
        for voice in Voice::all() {
            let Ok(entries) = std::fs::read_dir(self.directory.join(&voice.tag)) else { continue };
            for entry in entries.flatten() {
                let name = entry.file_name().to_string_lossy().into_owned();
                if name.ends_with(".opus") || name.ends_with(".mp3") {
                    found.push((voice.tag.clone(), name));
                }
            }
        }
        found.sort();
        *self.found.write().unwrap_or_else(|p| p.into_inner()) = found;
    }

    /// The directory, for the route that serves it.
    pub fn directory(&self) -> &PathBuf {
        &self.directory
    }

    fn of(&self, voice: &str, page: &str) -> Vec<Sound> {
        let found = self.found.read().unwrap_or_else(|p| p.into_inner());
        let sounds =
            found.iter().filter(|(v, name)| v == voice && name.rsplit_once('.').is_some_and(|(n, _)| n == page));
        let mut sounds: Vec<Sound> = sounds
            .map(|(voice, name)| Sound {
                url: format!("/recordings/{voice}/{name}"),
                kind: if name.ends_with(".opus") { "audio/ogg; codecs=opus" } else { "audio/mpeg" },
            })
            .collect();
        // The small file first; telephones that cannot play it take the second.
        sounds.sort_by_key(|sound| sound.kind == "audio/mpeg");
        sounds
    }
}

/// One file of a recording.
#[derive(Clone, Debug)]
pub struct Sound {
    /// Root-relative address.
    pub url: String,
    /// Media type.
    pub kind: &'static str,
}

/// What can be heard of a page in one voice language.
#[derive(Clone, Debug)]
pub enum Heard {
    /// A person reads it.
    Recording(Vec<Sound>),
    /// The browser may have a voice that can read this very page.
    Machine,
    /// The browser may have a voice that can read the page in this language.
    MachineElsewhere(Lang, String),
    /// Nobody has read it yet.
    NotYet,
}

/// The control, ready to be shown.
#[derive(Clone, Debug)]
pub struct Listen {
    /// Each voice language with what there is to hear.
    pub voices: Vec<(&'static Voice, Heard)>,
    /// How many of them a person has recorded.
    pub recorded: usize,
}

impl Listen {
    /// What there is to hear of a page.
    pub(crate) fn of(visit: &Visit, url: &Url) -> Self {
        let page = page_name(url);
        let offered = &visit.site.config().languages;
        let voices: Vec<(&'static Voice, Heard)> = Voice::all()
            .iter()
            .map(|voice| {
                let sounds = visit.site.recordings().of(&voice.tag, &page);
                let readable = voice.page.as_deref().and_then(|tag| Lang::parse(tag).ok());
                let heard = match readable.filter(|lang| offered.contains(lang)) {
                    _ if !sounds.is_empty() => Heard::Recording(sounds),
                    Some(lang) if lang == visit.lang => Heard::Machine,
                    Some(lang) => Heard::MachineElsewhere(lang, url.to(lang)),
                    None => Heard::NotYet,
                };
                (voice, heard)
            })
            .collect();
        let recorded = voices.iter().filter(|(_, heard)| matches!(heard, Heard::Recording(_))).count();
        Self { voices, recorded }
    }
}

/// The recordings of one section of a page, for right after its heading; nothing where there is none.
#[derive(Template, Clone)]
#[template(path = "page/section.html")]
pub struct ListenToSection {
    t: T,
    voices: Vec<(&'static Voice, Vec<Sound>)>,
}

impl ListenToSection {
    pub(crate) fn of(visit: &Visit, url: &Url, section: &str) -> Self {
        let name = format!("{}@{section}", page_name(url));
        let recordings = visit.site.recordings();
        let voices = Voice::all().iter().map(|voice| (voice, recordings.of(&voice.tag, &name)));
        Self { t: visit.t.clone(), voices: voices.filter(|(_, sounds)| !sounds.is_empty()).collect() }
    }
}

/// The name of a page's recordings.
pub fn page_name(url: &Url) -> String {
    let path = url.to_string();
    let path = path.split('?').next().unwrap_or_default().trim_matches('/');
    if path.is_empty() { "home".to_owned() } else { path.replace('/', "_") }
}
