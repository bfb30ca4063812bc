//! The desk: the pages of those who keep what is here, and what leads from one to the other.

mod guide;
mod web;

pub(crate) use web::places;
pub use web::{Desk, routes};

use infitah_kit::urls::{self, Url};

use crate::access::Deed;

/// A page of the desk: who may do its deed anywhere sees it in the list.
pub struct Item {
    /// Its name among the others.
    pub id: &'static str,
    /// Its pictogram.
    pub icon: &'static str,
    /// The message that names it.
    pub label: &'static str,
    /// Where it is.
    pub url: fn() -> Url,
    /// What it is for.
    pub deed: Deed,
    /// Whether it is about the whole program: then a role in the whole region is needed.
    pub whole: bool,
}

/// Every page of the desk, in the order of the list.
pub const ITEMS: &[Item] = &[
    Item {
        id: "projects",
        icon: "i-road",
        label: "section-projects",
        url: urls::desk_projects,
        deed: Deed::DraftProjects,
        whole: false,
    },
    Item {
        id: "open",
        icon: "i-plus",
        label: "desk-open",
        url: urls::desk_open,
        deed: Deed::OpenForOthers,
        whole: false,
    },
    Item { id: "sms", icon: "i-inbox", label: "desk-sms", url: urls::desk_sms, deed: Deed::ReadRemarks, whole: true },
    Item {
        id: "people",
        icon: "i-people",
        label: "desk-people",
        url: urls::desk_people,
        deed: Deed::SeePeople,
        whole: false,
    },
    Item {
        id: "journal",
        icon: "i-history",
        label: "desk-journal",
        url: urls::desk_journal,
        deed: Deed::ReadRecord,
        whole: true,
    },
    Item {
        id: "jobs",
        icon: "i-clock",
        label: "desk-jobs",
        url: urls::desk_jobs,
        deed: Deed::SeeWorkings,
        whole: true,
    },
    Item {
        id: "health",
        icon: "i-health",
        label: "desk-health",
        url: urls::desk_health,
        deed: Deed::SeeWorkings,
        whole: true,
    },
    Item {
        id: "settings",
        icon: "i-admin",
        label: "desk-settings",
        url: urls::desk_settings,
        deed: Deed::ChangeSettings,
        whole: false,
    },
    Item {
        id: "sections",
        icon: "i-flag",
        label: "desk-sections",
        url: urls::desk_sections,
        deed: Deed::ChangeSettings,
        whole: false,
    },
];
