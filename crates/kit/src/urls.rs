//! Typed addresses: every page's address is made here, so that any domain can link to any other.

use std::{borrow::Borrow, fmt};

use infitah_base::Lang;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What may not stand bare in a segment or a value of a query.
const PART: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'/')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'=')
    .add(b'\'');

/// A letter to an address, with its subject.
pub fn mail(address: &str, subject: &str) -> String {
    format!("mailto:{}?subject={}", utf8_percent_encode(address, PART), utf8_percent_encode(subject, PART))
}

/// A page of this site, without its language: the same page exists in each.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Url {
    path: String,
    query: Vec<(&'static str, String)>,
}

impl Url {
    /// The page at this path (without the language, beginning with a slash).
    fn at(path: impl Into<String>) -> Self {
        Self { path: path.into(), query: Vec::new() }
    }

    /// Adds a query value; an empty one is left out.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let value = value.into();
        self.query.retain(|(known, _)| *known != name);
        if !value.is_empty() {
            self.query.push((name, value));
        }
        self
    }

    /// The root-relative address in a language.
    pub fn to(&self, lang: impl Borrow<Lang>) -> String {
        format!("/{}{self}", lang.borrow())
    }

    /// The root-relative address of something that has no language (data, API).
    pub fn bare(&self) -> String {
        self.to_string()
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        for (index, (name, value)) in self.query.iter().enumerate() {
            let mark = if index == 0 { '?' } else { '&' };
            write!(f, "{mark}{name}={}", utf8_percent_encode(value, PART))?;
        }
        Ok(())
    }
}

/// The home page.
pub fn home() -> Url {
    Url::at("/")
}

/// The budget: the newest year that was voted.
pub fn budget() -> Url {
    Url::at("/budget")
}

/// The budget of a year; `phase` is a query value.
pub fn budget_of(year: i16) -> Url {
    Url::at(format!("/budget/{year}"))
}

/// The lines of a year's budget: all, or those that query values ask for.
pub fn budget_lines(year: i16) -> Url {
    Url::at(format!("/budget/{year}/lines"))
}

/// One line of a year's budget, by its identifier.
pub fn budget_line(year: i16, id: &str) -> Url {
    Url::at(format!("/budget/{year}/lines/{}", utf8_percent_encode(id, PART)))
}

/// The lines of a year's budget that query values ask for, as a table (no language in its address).
pub fn budget_lines_csv(year: i16) -> Url {
    Url::at(format!("/data/budget/{year}/lines.csv"))
}

/// The same as a spreadsheet (no language in its address).
pub fn budget_lines_xlsx(year: i16) -> Url {
    Url::at(format!("/data/budget/{year}/lines.xlsx"))
}

/// A page of a year's budget (`law`) as a file with this ending (no language in its address).
pub fn budget_view(year: i16, view: &str, ending: &str) -> Url {
    Url::at(format!("/data/budget/{year}/{view}.{ending}"))
}

/// A node of a year's budget as it is written (`spending/2/30`): a part, a chapter, an article and so on.
pub fn budget_node(year: i16, node: &str) -> Url {
    let codes: Vec<String> = node.split('/').map(|code| utf8_percent_encode(code, PART).to_string()).collect();
    Url::at(format!("/budget/{year}/in/{}", codes.join("/")))
}

/// Where what people say about a year's budget is sent.
pub fn budget_say(year: i16) -> Url {
    Url::at(format!("/budget/{year}/say"))
}

/// Thanks for what was said about a year's budget.
pub fn budget_thanks(year: i16) -> Url {
    Url::at(format!("/budget/{year}/thanks"))
}

/// Whether a year's budget keeps the law.
pub fn budget_law(year: i16) -> Url {
    Url::at(format!("/budget/{year}/law"))
}

/// A year's budget beside another (query value `with`).
pub fn budget_compare(year: i16) -> Url {
    Url::at(format!("/budget/{year}/compare"))
}

/// Whether a year's budget was spent.
pub fn budget_spent(year: i16) -> Url {
    Url::at(format!("/budget/{year}/spent"))
}

/// The signed document of a budget, by the name of its kept file (no language in its address).
pub fn budget_signed(file: &str) -> Url {
    Url::at(format!("/files/budget/{}", utf8_percent_encode(file, PART)))
}

/// The budgets as open fiscal data (no language in its address).
pub fn budget_datapackage() -> Url {
    Url::at("/data/budget/datapackage.json")
}

/// The lines of one edition (`2027-voted`) as a table (no language in its address).
pub fn budget_csv(edition: &str) -> Url {
    Url::at(format!("/data/budget/{edition}.csv"))
}

/// The lines of one edition (`2027-voted`) as a spreadsheet (no language in its address).
pub fn budget_xlsx(edition: &str) -> Url {
    Url::at(format!("/data/budget/{edition}.xlsx"))
}

/// All places.
pub fn places() -> Url {
    Url::at("/places")
}

/// One place, by its code.
pub fn place(code: &str) -> Url {
    Url::at(format!("/places/{}", utf8_percent_encode(code, PART)))
}

/// The register of projects.
pub fn projects() -> Url {
    Url::at("/projects")
}

/// One project, by its reference.
pub fn project(reference: &str) -> Url {
    Url::at(format!("/projects/{}", utf8_percent_encode(reference, PART)))
}

/// A photo, by its file's name.
pub fn photo(file: &str) -> String {
    format!("/photos/{}", utf8_percent_encode(file, PART))
}

/// What changed in one project, as a feed.
pub fn project_feed(reference: &str) -> Url {
    Url::at(format!("/projects/{}/changes.atom", utf8_percent_encode(reference, PART)))
}

/// What changed lately in the register.
pub fn changes() -> Url {
    Url::at("/changes")
}

/// What changed lately, as a feed.
pub fn changes_feed() -> Url {
    Url::at("/changes.atom")
}

/// Who pays and who builds.
pub fn organisations() -> Url {
    Url::at("/organisations")
}

/// One organisation, by its key.
pub fn organisation(key: &str) -> Url {
    Url::at(format!("/organisations/{}", utf8_percent_encode(key, PART)))
}

/// What a search found.
pub fn search() -> Url {
    Url::at("/search")
}

/// What this site is.
pub fn about() -> Url {
    Url::at("/about")
}

/// Legal and privacy notice.
pub fn privacy() -> Url {
    Url::at("/privacy")
}

/// Accessibility statement.
pub fn accessibility() -> Url {
    Url::at("/accessibility")
}

/// How to reach the people behind it.
pub fn contact() -> Url {
    Url::at("/contact")
}

/// The open data and how to take it.
pub fn data() -> Url {
    Url::at("/data")
}

/// The words explained.
pub fn words() -> Url {
    Url::at("/words")
}

/// The component gallery of the demonstration.
pub fn design() -> Url {
    Url::at("/design")
}

/// Where people sign in.
pub fn sign_in() -> Url {
    Url::at("/sign-in")
}

/// Where the code is entered that was sent.
pub fn sign_in_code() -> Url {
    Url::at("/sign-in/code")
}

/// Where it is chosen who of those with one address it is.
pub fn sign_in_who() -> Url {
    Url::at("/sign-in/who")
}

/// Where this device is signed out.
pub fn sign_out() -> Url {
    Url::at("/sign-out")
}

/// What is known here of whoever is signed in.
pub fn my() -> Url {
    Url::at("/my")
}

/// Where other devices are signed out.
pub fn my_devices() -> Url {
    Url::at("/my/devices")
}

/// Where somebody hands a role on while they are away.
pub fn my_role(grant: &str) -> Url {
    Url::at(format!("/my/roles/{}", utf8_percent_encode(grant, PART)))
}

/// Where it is proved once more who it is.
pub fn my_prove() -> Url {
    Url::at("/my/prove")
}

/// Where those work who keep what is here.
pub fn desk() -> Url {
    Url::at("/desk")
}

/// Who has an account.
pub fn desk_people() -> Url {
    Url::at("/desk/people")
}

/// Where an account is opened for somebody else.
pub fn desk_open() -> Url {
    Url::at("/desk/open")
}

/// Somebody who has an account.
pub fn desk_person(account: &str) -> Url {
    Url::at(format!("/desk/people/{}", utf8_percent_encode(account, PART)))
}

/// Where somebody is given a role.
pub fn desk_roles(account: &str) -> Url {
    Url::at(format!("/desk/people/{}/roles", utf8_percent_encode(account, PART)))
}

/// The record, read.
pub fn desk_journal() -> Url {
    Url::at("/desk/journal")
}

/// The background jobs.
pub fn desk_jobs() -> Url {
    Url::at("/desk/jobs")
}

/// How the program is.
pub fn desk_health() -> Url {
    Url::at("/desk/health")
}

/// Where settings are changed.
pub fn desk_settings() -> Url {
    Url::at("/desk/settings")
}

/// Where sections are opened and closed.
pub fn desk_sections() -> Url {
    Url::at("/desk/sections")
}

/// One setting.
pub fn desk_setting(key: &str) -> Url {
    Url::at(format!("/desk/settings/{}", utf8_percent_encode(key, PART)))
}

/// Signing in to a demonstration, as one of its people.
pub fn demo_sign_in(name: &str) -> Url {
    Url::at(format!("/demo/{}", utf8_percent_encode(name, PART)))
}

/// What messages cost.
pub fn messages() -> Url {
    Url::at("/messages")
}

/// What a demonstration would have sent.
pub fn outbox() -> Url {
    Url::at("/outbox")
}

/// Where the receiver of a message says that they want no more; `key` proves that they have it.
pub fn stop_messages(message: &str, key: &str) -> Url {
    Url::at("/stop").with("message", message).with("key", key)
}

/// Where a gateway brings delivery reports (no language in its address).
pub fn sms_report() -> Url {
    Url::at("/hooks/sms/report")
}

/// Where a gateway brings SMS (no language in its address).
pub fn sms_in() -> Url {
    Url::at("/hooks/sms/in")
}

/// What somebody has to prove with that it is them.
pub fn my_proofs() -> Url {
    Url::at("/my/proofs")
}

/// Where new recovery codes are made.
pub fn my_proofs_codes() -> Url {
    Url::at("/my/proofs/codes")
}

/// Where an application that shows codes is added.
pub fn my_proofs_totp() -> Url {
    Url::at("/my/proofs/totp")
}

/// Where its first code is entered.
pub fn my_proofs_totp_code() -> Url {
    Url::at("/my/proofs/totp/code")
}

/// Where a passkey is added.
pub fn my_proofs_passkey() -> Url {
    Url::at("/my/proofs/passkey")
}

/// Where a device answers that made one.
pub fn my_proofs_passkey_answer() -> Url {
    Url::at("/my/proofs/passkey/answer")
}

/// Where a factor gets another name.
pub fn my_proof_name(factor: &str) -> Url {
    Url::at(format!("/my/proofs/{}/name", utf8_percent_encode(factor, PART)))
}

/// Where a factor is taken away.
pub fn my_proof_remove(factor: &str) -> Url {
    Url::at(format!("/my/proofs/{}/remove", utf8_percent_encode(factor, PART)))
}

/// What somebody wants to be sent.
pub fn my_messages() -> Url {
    Url::at("/my/messages")
}

/// Where somebody closes their account.
pub fn my_close() -> Url {
    Url::at("/my/close")
}

/// The SMS that people are to read.
pub fn desk_sms() -> Url {
    Url::at("/desk/sms")
}

/// Where a passkey is asked for.
pub fn my_prove_passkey() -> Url {
    Url::at("/my/prove/passkey")
}

/// Where a device answers that has one.
pub fn my_prove_passkey_answer() -> Url {
    Url::at("/my/prove/passkey/answer")
}

/// The first run, for who has its one-time key.
pub fn start(key: &str) -> Url {
    Url::at("/start").with("key", key)
}

/// Who is the first administrator.
pub fn start_administrator(key: &str) -> Url {
    Url::at("/start/administrator").with("key", key)
}

/// Where the code is entered that was sent to them.
pub fn start_code(key: &str) -> Url {
    Url::at("/start/code").with("key", key)
}

/// What comes after the first run.
pub fn start_done() -> Url {
    Url::at("/start/done")
}

/// Where a code is entered that the operator of the machine gave.
pub fn recover() -> Url {
    Url::at("/recover")
}

/// The guide of those who work here.
pub fn desk_guide() -> Url {
    Url::at("/desk/guide")
}

/// A page of that guide.
pub fn desk_guide_page(id: &str) -> Url {
    Url::at(format!("/desk/guide/{}", utf8_percent_encode(id, PART)))
}

/// The projects at the desk: drafts, what waits, the register.
pub fn desk_projects() -> Url {
    Url::at("/desk/projects")
}

/// Where a new project is begun.
pub fn desk_project_new() -> Url {
    Url::at("/desk/projects/new")
}

/// Where a draft of a project is begun, by the project's reference.
pub fn desk_project_edit(reference: &str) -> Url {
    Url::at(format!("/desk/projects/{}/edit", utf8_percent_encode(reference, PART)))
}

/// A draft of a project.
pub fn desk_draft(draft: &str) -> Url {
    Url::at(format!("/desk/drafts/{}", utf8_percent_encode(draft, PART)))
}

/// A page of a draft.
pub fn desk_draft_chapter(draft: &str, chapter: &str) -> Url {
    Url::at(format!("/desk/drafts/{}/pages/{}", utf8_percent_encode(draft, PART), utf8_percent_encode(chapter, PART)))
}

/// An entry of a list of a draft: `contracts/0/modifications/new`.
pub fn desk_draft_entry(draft: &str, way: &str) -> Url {
    let way: Vec<String> = way.split('/').map(|part| utf8_percent_encode(part, PART).to_string()).collect();
    Url::at(format!("/desk/drafts/{}/entries/{}", utf8_percent_encode(draft, PART), way.join("/")))
}

/// A draft as its page will be.
pub fn desk_draft_preview(draft: &str) -> Url {
    Url::at(format!("/desk/drafts/{}/preview", utf8_percent_encode(draft, PART)))
}

/// Where a draft is published, sent or given up.
pub fn desk_draft_publish(draft: &str) -> Url {
    Url::at(format!("/desk/drafts/{}/publish", utf8_percent_encode(draft, PART)))
}

/// The register as an OC4IDS package (no language in its address).
pub fn projects_oc4ids() -> Url {
    Url::at("/data/projects.oc4ids.json")
}

/// The register as a table (no language in its address).
pub fn projects_csv() -> Url {
    Url::at("/data/projects.csv")
}

/// The register as a spreadsheet (no language in its address).
pub fn projects_xlsx() -> Url {
    Url::at("/data/projects.xlsx")
}

/// The register as points on a map (no language in its address).
pub fn projects_geojson() -> Url {
    Url::at("/data/projects.geojson")
}

/// What all files hold, for programs (no language in its address).
pub fn datapackage() -> Url {
    Url::at("/data/datapackage.json")
}

/// The places as a table (no language in its address).
pub fn places_csv() -> Url {
    Url::at("/data/places.csv")
}

/// The census figures as a table (no language in its address).
pub fn census_csv() -> Url {
    Url::at("/data/census.csv")
}

/// The projects for programs (no language in its address).
pub fn api_projects() -> Url {
    Url::at("/api/v1/projects")
}

/// One project for programs, by its reference (no language in its address).
pub fn api_project(reference: &str) -> Url {
    Url::at(format!("/api/v1/projects/{}", utf8_percent_encode(reference, PART)))
}

/// The description of what programs can ask (no language in its address).
pub fn openapi() -> Url {
    Url::at("/api/openapi.json")
}

/// The organisations as a table (no language in its address).
pub fn organisations_csv() -> Url {
    Url::at("/data/organisations.csv")
}

/// The places for programs (no language in its address).
pub fn api_places() -> Url {
    Url::at("/api/v1/places")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_whole_and_escaped() {
        let lang = Lang::parse("fr").unwrap();
        let url = projects().with("place", "05.081").with("q", "l'eau & la \"route\"/100%").with("stage", "");
        assert_eq!(url.to(lang), "/fr/projects?place=05.081&q=l%27eau%20%26%20la%20%22route%22%2F100%25");
        assert_eq!(place("../x").to(lang), "/fr/places/..%2Fx");
        assert_eq!(home().to(lang), "/fr/");
    }
}
