//! The groups of a row beside its core: contracts, agreements and votes, steps, finer groups of jobs, whom it serves,
//! land and nature. What cannot stand without a number or a date that the row lacks is kept word for word.

use infitah_base::{Currency, Text};

use super::{
    super::{oc4ids_in::PERIODS, values::code},
    Row, Table,
    cells::{count_of, people_of, split},
};
use crate::projects::model::{
    Agreement, Beneficiary, Contract, Dates, Duration, JobGroup, Party, Phase, Project, Registered, Sex, Vote,
};

/// The register of companies that has a column of its own.
const ICE: &str = "MA-ICE";
/// The digits of a number in it.
const ICE_DIGITS: usize = 15;

impl Table<'_> {
    pub(super) fn parts(&self, row: &mut Row<'_>, project: &mut Project, currency: Option<Currency>) {
        self.contracts(row, project, currency);
        self.agreement(row, project);
        self.phases(row, project);
        self.people(row, project);
        let around = &mut project.surroundings;
        around.impact_assessed = row.truth("impact.assessed");
        around.protected_area = row.truth("protected.area");
        around.accessible = row.truth("accessible");
        around.environment = self.texts(row, "environment");
        around.land = self.texts(row, "land");
        around.accessibility = self.texts(row, "accessibility");
        around.land_compensation = self.amount(row, "land.compensation", currency);
        project.final_scope = self.texts(row, "final.scope");
        project.final_reason = self.texts(row, "final.reason");
    }

    /// The contract that has columns, others with columns of their own numbers, and those that are only named.
    fn contracts(&self, row: &mut Row<'_>, project: &mut Project, currency: Option<Currency>) {
        let contractors = self.contractors(row, project, "contractor");
        self.register(row, project, &contractors);
        let main = self.contract(row, project, "contract", currency);
        project.contracts.extend(main.map(|main| Contract { suppliers: contractors, ..main }));
        for prefix in &self.more_contracts {
            let suppliers = self.contractors(row, project, &format!("{prefix}.contractor"));
            let contract = self.contract(row, project, prefix, currency);
            project.contracts.extend(contract.map(|contract| Contract { suppliers, ..contract }));
        }
        for (id, value) in self.numbered_amounts(row, "contracts.other", currency) {
            project.contracts.push(Contract { id, value, ..Contract::default() });
        }
    }

    /// The ids of the contractors that a cell names.
    fn contractors(&self, row: &Row<'_>, project: &mut Project, target: &str) -> Vec<String> {
        let names = row.text(target).unwrap_or_default();
        let names = names.split('|').map(str::trim).filter(|name| !name.is_empty());
        names.map(|name| self.party(project, name, "supplier")).collect()
    }

    /// The number under which the one contractor is registered.
    fn register(&self, row: &Row<'_>, project: &mut Project, contractors: &[String]) {
        let ice = row.text("contractor.ice").map(|id| Registered {
            scheme: ICE.to_owned(),
            // A spreadsheet that takes it for a number loses the zeros it begins with.
            id: if id.bytes().all(|byte| byte.is_ascii_digit()) { format!("{id:0>ICE_DIGITS$}") } else { id },
            legal_name: None,
        });
        let number = row.text("contractor.register").zip(row.text("contractor.number"));
        let number = number.map(|(scheme, id)| Registered { scheme, id, legal_name: None });
        let alone = match contractors {
            [one] => project.parties.iter_mut().find(|party| party.id == *one),
            _ => None,
        };
        match (alone, number.or(ice)) {
            (Some(party), Some(registered)) => party.registered = Some(registered),
            _ => row.keep_alone(project, &["contractor.ice", "contractor.register", "contractor.number"]),
        }
    }

    /// A contract is found again by its number.
    fn contract(
        &self,
        row: &mut Row<'_>,
        project: &mut Project,
        prefix: &str,
        currency: Option<Currency>,
    ) -> Option<Contract> {
        let of = |field: &str| format!("{prefix}.{field}");
        let Some(id) = row.text(&of("id")) else {
            let fields =
                ["status", "method", "bidders", "estimate", "value", "final", "signed", "start", "end"].map(of);
            row.keep_alone(project, &fields.each_ref().map(String::as_str));
            self.keep_texts(row, project, &of("method.words"));
            return None;
        };
        let order = self.mapping.dates;
        let method = row.parsed(&of("method"), "import-method", |cell| code(cell).parse().ok());
        let mut method_words = self.texts(row, &of("method.words"));
        // The words of the law of which a mapping has made a code.
        let coded = row.text(&of("method")).unwrap_or_default();
        let own = row.own_words(&of("method")).filter(|own| code(own) != coded && method_words.is_empty());
        if let Some(own) = own {
            method_words = Text::one(self.language_of(&own), own);
        }
        Some(Contract {
            id,
            status: row
                .parsed(&of("status"), "import-contract-status", |cell| code(cell).replace('_', "-").parse().ok()),
            method,
            method_words,
            bidders: row.count(&of("bidders")),
            estimate: self.amount(row, &of("estimate"), currency),
            value: self.amount(row, &of("value"), currency),
            final_value: self.amount(row, &of("final"), currency),
            signed: row.day(&of("signed"), order),
            start: row.day(&of("start"), order),
            end: row.day(&of("end"), order),
            ..Contract::default()
        })
    }

    /// The agreement, with the vote that approved it.
    fn agreement(&self, row: &mut Row<'_>, project: &mut Project) {
        let order = self.mapping.dates;
        let number = row.text("agreement.number");
        let date = row.day("vote.date", order).filter(|_| number.is_some());
        let counts = ["vote.ayes", "vote.noes", "vote.abstained"];
        let [ayes, noes, abstained] = counts.map(|target| row.count(target));
        let decision = row.text("vote.decision");
        let body = self.texts(row, "vote.body");
        let vote = date.map(|date| Vote { date, body, decision, ayes, noes, abstained });
        if vote.is_none() {
            row.keep_alone(project, &counts);
            row.keep_alone(project, &["vote.date", "vote.decision"]);
            self.keep_texts(row, project, "vote.body");
        }
        let signed = row.day("agreement.date", order);
        match number {
            Some(number) => {
                let title = self.texts(row, "agreement.title");
                project.agreements.push(Agreement { number, title, date: signed, vote });
            }
            None => {
                row.keep_alone(project, &["agreement.date"]);
                self.keep_texts(row, project, "agreement.title");
            }
        }
        let others = row.text("agreements.other").map(|cell| split(&cell)).unwrap_or_default();
        let named = |number| Agreement { number, title: Text::default(), date: None, vote: None };
        project.agreements.extend(others.into_iter().map(named));
    }

    fn phases(&self, row: &mut Row<'_>, project: &mut Project) {
        for (_, status) in PERIODS {
            let name: &'static str = status.into();
            let mut day = |end: &str| row.day(&format!("{name}.{end}"), self.mapping.dates);
            let dates = Dates {
                planned_start: day("planned.start"),
                planned_end: day("planned.end"),
                actual_start: day("actual.start"),
                actual_end: day("actual.end"),
            };
            if dates != Dates::default() {
                project.phases.push(Phase { status, dates });
            }
        }
    }

    /// Jobs, and whom it serves.
    fn people(&self, row: &mut Row<'_>, project: &mut Project) {
        project.jobs.planned.women = row.count("jobs.planned.women");
        project.jobs.planned.men = row.count("jobs.planned.men");
        project.jobs.planned.total = row.count("jobs.planned");
        project.jobs.created.women = row.count("jobs.created.women");
        project.jobs.created.men = row.count("jobs.created.men");
        project.jobs.created.total = row.count("jobs.created");
        project.jobs.planned_groups = groups(row, "jobs.planned");
        project.jobs.created_groups = groups(row, "jobs.created");
        project.jobs.method = self.texts(row, "jobs.method");
        let people: Vec<String> = bars(&row.text("beneficiaries.people").unwrap_or_default());
        let who: Vec<(infitah_base::Lang, Vec<String>)> =
            self.texts(row, "beneficiaries").iter().map(|(lang, cell)| (lang, bars(cell))).collect();
        let many = who.iter().map(|(_, parts)| parts.len()).chain([people.len()]).max().unwrap_or_default();
        let uneven = |parts: &Vec<String>| !parts.is_empty() && parts.len() != many;
        if uneven(&people) || who.iter().any(|(_, parts)| uneven(parts)) {
            let (header, cell) = row.cell("beneficiaries.people").unwrap_or_default();
            return row.wrong(
                if header.is_empty() { "beneficiaries".to_owned() } else { header },
                cell,
                "import-beneficiaries",
            );
        }
        for index in 0..many {
            let mut group = Beneficiary { who: Text::default(), people: None };
            for (lang, parts) in &who {
                group.who.set(*lang, parts.get(index).cloned().unwrap_or_default());
            }
            let count = people.get(index).filter(|count| !count.is_empty());
            group.people = count.and_then(|count| people_of(count));
            if let (None, Some(count), Some((header, _))) = (group.people, count, row.cell("beneficiaries.people")) {
                row.wrong(header, count.clone(), "import-count");
            }
            project.beneficiaries.push(group);
        }
    }

    /// The id of the party of this name in the row, which has this role from now on.
    pub(super) fn party(&self, project: &mut Project, name: &str, role: &str) -> String {
        if let Some(party) = project.parties.iter_mut().find(|party| party.name.iter().any(|(_, known)| known == name))
        {
            if !party.roles.iter().any(|known| known == role) {
                party.roles.push(role.to_owned());
            }
            return party.id.clone();
        }
        // A number in a register is beside it: what a file says first is only the name.
        let id = format!("{}{}", crate::projects::rules::MADE_UP, project.parties.len() + 1);
        let name = Text::one(self.language_of(name), name);
        project.parties.push(Party {
            id: id.clone(),
            name,
            roles: vec![role.to_owned()],
            registered: None,
            contact: None,
        });
        id
    }
}

/// The parts of a list in which an empty part has its place.
fn bars(cell: &str) -> Vec<String> {
    if cell.is_empty() { Vec::new() } else { cell.split('|').map(|part| part.trim().to_owned()).collect() }
}

/// Finer groups of jobs: "female, 18-35: 9 | local: 12", or a column for those who live near and for each duration.
fn groups(row: &mut Row<'_>, target: &str) -> Vec<JobGroup> {
    let mut out = Vec::new();
    if let Some((header, cell)) = row.cell(&format!("{target}.groups")) {
        for part in cell.split('|').map(str::trim).filter(|part| !part.is_empty()) {
            match group(part) {
                Some(group) => out.push(group),
                None => row.wrong(header.clone(), part.to_owned(), "import-jobs-group"),
            }
        }
    }
    let plain = |count| JobGroup { sex: None, age: None, duration: None, local: None, count };
    if let Some(count) = row.count(&format!("{target}.local")) {
        out.push(JobGroup { local: Some(true), ..plain(count) });
    }
    for duration in [Duration::Permanent, Duration::Temporary] {
        if let Some(count) = row.count(&format!("{target}.{}", duration.code())) {
            out.push(JobGroup { duration: Some(duration), ..plain(count) });
        }
    }
    out
}

/// The words of a group that is of the place, and of one that is not.
pub(in crate::projects::exchange) const LOCAL: [&str; 2] = ["local", "not local"];
/// What stands before an age that has no number in it.
pub(in crate::projects::exchange) const AGE: &str = "age ";

fn group(part: &str) -> Option<JobGroup> {
    let (words, count) = part.rsplit_once(':')?;
    let mut out = JobGroup { sex: None, age: None, duration: None, local: None, count: count_of(count)? };
    for word in words.split(',').map(str::trim) {
        if let Ok(sex) = word.parse::<Sex>() {
            out.sex = Some(sex);
        } else if let Ok(duration) = word.parse::<Duration>() {
            out.duration = Some(duration);
        } else if let Some(index) = LOCAL.iter().position(|known| *known == word) {
            out.local = Some(index == 0);
        } else {
            let age = word.strip_prefix(AGE).or(word.bytes().any(|byte| byte.is_ascii_digit()).then_some(word));
            out.age = Some(age?.to_owned());
        }
    }
    Some(out)
}
