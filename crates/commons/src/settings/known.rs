//! The settings that there are.

use infitah_base::{Text, config::Config};
use strum::{EnumIter, IntoStaticStr};

use super::model::Value;
use crate::messages::MailAddress;

/// What a setting can be.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Words in several languages.
    Words,
    /// One line, if it is good.
    Line(fn(&str) -> bool),
    /// One of these codes.
    Choice(&'static [&'static str]),
    /// Yes or no.
    Switch,
    /// A whole number between these two.
    Number {
        /// The least.
        from: i64,
        /// The most.
        to: i64,
    },
    /// A day, or none.
    Day,
}

/// What settings are about: they are listed by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Group {
    /// Whose instance this is and how it is reached.
    Region,
    /// What stands above every page.
    Banner,
    /// How something is published.
    Publishing,
    /// What can be switched off.
    Features,
}

impl Group {
    /// The message that names it.
    pub fn label(self) -> &'static str {
        match self {
            Group::Region => "settings-group-region",
            Group::Banner => "settings-group-banner",
            Group::Publishing => "settings-group-publishing",
            Group::Features => "settings-group-features",
        }
    }
}

/// For what a setting has a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The whole instance: its one value is that of the region.
    Region,
    /// Each place: what has none takes that of the place around it.
    Places,
}

/// A setting that there is.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// Its name.
    pub key: &'static str,
    /// What it can be.
    pub kind: Kind,
    /// What it is where nobody chose.
    pub default: fn(&Config) -> Value,
    /// Where it is listed.
    pub group: Group,
    /// For what it has a value.
    pub reach: Reach,
    /// The message that says what it is.
    pub label: &'static str,
    /// The message that says what it does.
    pub hint: &'static str,
}

/// The names of settings.
pub mod key {
    /// The name of the region, as the frame shows it.
    pub const NAME: &str = "region.name";
    /// The address that people write to.
    pub const MAIL: &str = "contact.mail";
    /// The telephone that people call.
    pub const PHONE: &str = "contact.phone";
    /// Within how many working days people are answered; 0: nothing is promised.
    pub const ANSWER_DAYS: &str = "contact.answer-days";
    /// What stands above every page.
    pub const BANNER: &str = "banner.words";
    /// How it sounds.
    pub const BANNER_TONE: &str = "banner.tone";
    /// The last day on which it stands there.
    pub const BANNER_UNTIL: &str = "banner.until";
    /// Whether somebody else publishes a project than who wrote it.
    pub const PROJECTS_SECOND: &str = "projects.second-person";
    /// The same of a budget.
    pub const BUDGET_SECOND: &str = "budget.second-person";
    /// Whether people can say what they think of a page.
    pub const REMARKS: &str = "features.remarks";
    /// Whether an account opens for whoever signs in for the first time.
    pub const SIGN_UP: &str = "features.sign-up";
    /// Whether SMS leave and are answered.
    pub const SMS: &str = "features.sms";
    /// Whether everybody sees what messages cost.
    pub const COSTS: &str = "features.costs";
}

fn nothing(_: &Config) -> Value {
    Value::Words(Text::default())
}

fn yes(_: &Config) -> Value {
    Value::Switch(true)
}

fn no(_: &Config) -> Value {
    Value::Switch(false)
}

/// Short numbers and freephone numbers are none that SMS reach, but people call them.
fn is_telephone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (3..=15).contains(&digits) && text.chars().all(|c| c.is_ascii_digit() || " +.-()".contains(c))
}

const fn feature(key: &'static str, label: &'static str, hint: &'static str) -> Known {
    Known { key, kind: Kind::Switch, default: yes, group: Group::Features, reach: Reach::Region, label, hint }
}

/// Every setting, in the order in which they are listed.
pub const KNOWN: &[Known] = &[
    Known {
        key: key::NAME,
        kind: Kind::Words,
        default: nothing,
        group: Group::Region,
        reach: Reach::Region,
        label: "setting-name",
        hint: "setting-name-hint",
    },
    Known {
        key: key::MAIL,
        kind: Kind::Line(|text| text.parse::<MailAddress>().is_ok()),
        default: |config| Value::Line(config.contact_email.clone().unwrap_or_default()),
        group: Group::Region,
        reach: Reach::Region,
        label: "setting-mail",
        hint: "setting-mail-hint",
    },
    Known {
        key: key::PHONE,
        kind: Kind::Line(is_telephone),
        default: |config| Value::Line(config.contact_phone.clone().unwrap_or_default()),
        group: Group::Region,
        reach: Reach::Region,
        label: "setting-phone",
        hint: "setting-phone-hint",
    },
    Known {
        key: key::ANSWER_DAYS,
        kind: Kind::Number { from: 0, to: 60 },
        default: |_| Value::Number(0),
        group: Group::Region,
        reach: Reach::Region,
        label: "setting-answer-days",
        hint: "setting-answer-days-hint",
    },
    Known {
        key: key::BANNER,
        kind: Kind::Words,
        default: nothing,
        group: Group::Banner,
        reach: Reach::Region,
        label: "setting-banner",
        hint: "setting-banner-hint",
    },
    Known {
        key: key::BANNER_TONE,
        kind: Kind::Choice(&["info", "warning", "urgent"]),
        default: |_| Value::Choice("info".to_owned()),
        group: Group::Banner,
        reach: Reach::Region,
        label: "setting-banner-tone",
        hint: "setting-banner-tone-hint",
    },
    Known {
        key: key::BANNER_UNTIL,
        kind: Kind::Day,
        default: |_| Value::Day(None),
        group: Group::Banner,
        reach: Reach::Region,
        label: "setting-banner-until",
        hint: "setting-banner-until-hint",
    },
    Known {
        key: key::PROJECTS_SECOND,
        kind: Kind::Switch,
        default: no,
        group: Group::Publishing,
        reach: Reach::Places,
        label: "setting-projects-second",
        hint: "setting-second-hint",
    },
    Known {
        key: key::BUDGET_SECOND,
        kind: Kind::Switch,
        default: no,
        group: Group::Publishing,
        reach: Reach::Places,
        label: "setting-budget-second",
        hint: "setting-second-hint",
    },
    feature(key::REMARKS, "setting-remarks", "setting-remarks-hint"),
    feature(key::SIGN_UP, "setting-sign-up", "setting-sign-up-hint"),
    feature(key::SMS, "setting-sms", "setting-sms-hint"),
    feature(key::COSTS, "setting-costs", "setting-costs-hint"),
];

/// The setting of this name.
pub fn find(key: &str) -> Option<&'static Known> {
    KNOWN.iter().find(|known| known.key == key)
}
