//! The people: jobs, whom it serves, land and nature, documents, and what is not published.

use infitah_base::{Lang, Money, Text};
use infitah_kit::{components::Downloads, svg::Bar, urls};
use strum::IntoEnumIterator;

use super::ProjectPage;
use crate::projects::{
    ExportFormat, Jobs,
    model::{Document, JobCount, JobGroup},
    rules::{ELEMENTS, Element, Protected, disclosure},
};

impl ProjectPage {
    pub(super) fn has_jobs(&self) -> bool {
        self.project.jobs != Jobs::default()
    }

    /// Key of the label, planned, and what may be said of created, for women, men and all.
    pub(super) fn jobs(&self) -> [(&'static str, String, String); 3] {
        let JobCount { women, men, .. } = self.project.jobs.planned;
        let number = |count: Option<u32>| match count {
            Some(count) => self.t.int(count),
            None => self.t.m("not-published").to_string(),
        };
        let said = |count: Option<Protected>| match count {
            Some(Protected::FewerThanFive) => self.t.m("fewer-than-five").to_string(),
            Some(Protected::Number(count)) => self.t.int(count),
            None => self.t.m("not-published").to_string(),
        };
        let (created_women, created_men, created_all) = self.project.jobs.created.protected();
        let hidden = [created_women, created_men].contains(&Some(Protected::FewerThanFive));
        let all = if hidden { self.t.m("jobs-total-hidden").to_string() } else { number(created_all) };
        [
            ("place-women", number(women), said(created_women)),
            ("place-men", number(men), said(created_men)),
            ("place-all", number(self.project.jobs.planned.all()), all),
        ]
    }

    /// Whether something of what was counted is kept back to protect people.
    pub(super) fn hides_small_groups(&self) -> bool {
        let (women, men, _) = self.project.jobs.created.protected();
        let finer = !self.project.jobs.created_groups.is_empty() && self.project.jobs.told_groups().is_empty();
        finer || [women, men].contains(&Some(Protected::FewerThanFive))
    }

    /// Finer groups of jobs: in words, planned, created.
    pub(super) fn job_groups(&self) -> Vec<(String, String, String)> {
        let jobs = &self.project.jobs;
        let mut names: Vec<String> = Vec::new();
        for group in jobs.planned_groups.iter().chain(jobs.told_groups()) {
            let name = self.group_name(group);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let count = |groups: &[JobGroup], name: &str| {
            let same = groups.iter().filter(|group| self.group_name(group) == name);
            let counts: Vec<u32> = same.map(|group| group.count).collect();
            match counts.as_slice() {
                [] => self.t.m("not-published").to_string(),
                counts => self.t.int(counts.iter().fold(0_u32, |sum, count| sum.saturating_add(*count))),
            }
        };
        names
            .into_iter()
            .map(|name| {
                let planned = count(&jobs.planned_groups, &name);
                let created = count(jobs.told_groups(), &name);
                (name, planned, created)
            })
            .collect()
    }

    fn group_name(&self, group: &JobGroup) -> String {
        let t = &self.t;
        let parts = [
            group.sex.map(|sex| t.m(&sex.label()).to_string()),
            group.age.as_ref().map(|age| t.m("job-age").s("age", age.replace('-', "–")).to_string()),
            group.duration.map(|duration| t.m(&duration.label()).to_string()),
            group.local.map(|local| t.m(if local { "job-local" } else { "job-not-local" }).to_string()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(&t.m("list-comma").to_string())
    }

    /// Yes, no, and an amount of what concerns land, nature and access: key of the label, what is said.
    pub(super) fn surroundings(&self) -> Vec<(&'static str, String)> {
        let one = &self.project.surroundings;
        let truth = |truth: Option<bool>| truth.map(|truth| self.t.m(if truth { "yes" } else { "no" }).to_string());
        let money = |amount: Option<Money>| amount.map(|amount| self.t.money(amount));
        let lines = [
            ("around-impact", truth(one.impact_assessed)),
            ("around-protected", truth(one.protected_area)),
            ("around-compensation", money(one.land_compensation)),
            ("around-accessible", truth(one.accessible)),
        ];
        lines.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
    }

    /// What is said in words of access, land and nature: key of the label, the words.
    pub(super) fn around(&self) -> Vec<(&'static str, &Text)> {
        let one = &self.project.surroundings;
        let all =
            [("around-access", &one.accessibility), ("around-land", &one.land), ("around-nature", &one.environment)];
        all.into_iter().filter(|(_, text)| !text.is_empty()).collect()
    }

    /// What a document is, its language and date.
    pub(super) fn document_line(&self, document: &Document) -> String {
        let kind = document.kind.as_deref().map(|kind| self.word("document", kind));
        let language = document.language.as_deref().and_then(|tag| Lang::parse(tag).ok());
        let format = document.format.as_deref().map(|format| match format.rsplit_once('/') {
            Some((_, short)) => short.to_uppercase(),
            None => format.to_owned(),
        });
        let parts = [
            kind,
            language.map(|lang| lang.name().to_owned()),
            format,
            document.published.map(|date| self.t.date(date)),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// An address that a browser opens and no script.
    pub(super) fn safe_link<'a>(&self, document: &'a Document) -> Option<&'a str> {
        document.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://"))
    }

    pub(super) fn published(&self) -> (Vec<&'static Element>, Vec<&'static Element>) {
        disclosure(&self.project)
    }

    /// How much of what ought to be published is, as a bar.
    pub(super) fn disclosed_bar(&self, published: impl std::borrow::Borrow<usize>) -> Bar {
        let per_mille = published.borrow() * 1000 / ELEMENTS.len();
        Bar { per_mille: u32::try_from(per_mille).unwrap_or_default(), motif: 3 }
    }

    /// Formats in which it can be taken away.
    pub(super) fn data(&self) -> Downloads<'static> {
        let one = |format: ExportFormat| format.url().with("reference", self.reference.as_str()).bare();
        let files = ExportFormat::iter().map(|format| (format.label(), one(format))).collect();
        Downloads { title: self.t.m("places-data").to_string(), files }
    }

    /// The address to write to when something is wrong, with the reference in its subject.
    pub(super) fn write_to(&self) -> Option<String> {
        let subject = self.t.m("project-wrong-subject").s("reference", self.reference.as_str()).to_string();
        Some(urls::mail(self.contact.as_deref()?, &subject))
    }
}
