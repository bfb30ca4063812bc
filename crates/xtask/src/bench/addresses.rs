//! What visitors ask for: the addresses of a generated register.

use super::{
    draw::Dice,
    load::{Client, request},
    register::Commune,
};
use crate::Result;

/// Addresses that are drawn from; each in two languages.
pub const DRAWN: usize = 1000;

/// The languages that are asked for.
pub const LANGUAGES: [&str; 2] = ["ar", "fr"];

/// The references of all projects, as the API gives them page by page.
pub fn references(port: u16) -> Result<Vec<String>> {
    let mut client = Client::connect(port).map_err(|error| error.to_string())?;
    let mut references = Vec::new();
    let mut address = Some("/api/v1/projects".to_owned());
    while let Some(asked) = address {
        let answer = client.ask(&request(&asked, true)).map_err(|error| format!("{asked}: {error}"))?;
        let page: serde_json::Value =
            serde_json::from_slice(answer.body).map_err(|error| format!("{asked}: {error}"))?;
        let items = page["items"].as_array().ok_or(format!("{asked} has no items"))?;
        references.extend(items.iter().filter_map(|item| item["reference"].as_str().map(str::to_owned)));
        address = page["next"].as_str().map(str::to_owned);
    }
    Ok(references)
}

/// Sectors and stages that the generated register has.
const SECTORS: &[&str] = &["", "transport", "waterAndWaste", "education", "health", "energy", "economy"];
const STAGES: &[&str] = &["", "idea", "prepared", "works", "finished", "service"];
const SORTS: &[&str] = &["", "news", "name"];

/// Lists of projects: of a commune, by sector and stage, in every order.
fn lists(communes: &[Commune]) -> Vec<String> {
    let mut out = Vec::new();
    for commune in communes {
        for sort in SORTS {
            out.push(format!("/projects?place={}{}", commune.code, part("sort", sort)));
        }
    }
    for sector in SECTORS {
        for stage in STAGES {
            for sort in SORTS {
                let query = [part("sector", sector), part("stage", stage), part("sort", sort)].concat();
                out.push(format!("/projects{}", query.replacen('&', "?", 1)));
            }
        }
    }
    out
}

fn part(name: &str, value: &str) -> String {
    if value.is_empty() { String::new() } else { format!("&{name}={value}") }
}

/// The addresses that people ask for, the most visited first: the front pages, then projects, places and lists mixed.
pub fn popular(references: &[String], communes: &[Commune]) -> Vec<String> {
    let first = ["/", "/projects", "/places", "/places/05", "/projects?page=2", "/data", "/words"].map(str::to_owned);
    let mut rest: Vec<String> = communes.iter().map(|commune| format!("/places/{}", commune.code)).collect();
    let mut dice = Dice::new(1000);
    let mut some = lists(communes);
    dice.shuffle(&mut some);
    rest.extend(some.into_iter().take(165));
    let mut projects: Vec<String> = references.iter().map(|reference| format!("/projects/{reference}")).collect();
    dice.shuffle(&mut projects);
    rest.extend(projects.into_iter().take(DRAWN - first.len() - rest.len()));
    dice.shuffle(&mut rest);
    first.into_iter().chain(rest.into_iter().filter(|address| address != "/projects")).collect()
}

/// Addresses that nobody asked for yet: projects, pages of the list and filtered lists, in French and Arabic.
pub fn fresh(references: &[String], communes: &[Commune], known: &[String]) -> Vec<String> {
    let pages = (3..=400).map(|page| format!("/projects?page={page}"));
    let projects = references.iter().map(|reference| format!("/projects/{reference}")).take(1500);
    let mut all: Vec<String> = lists(communes).into_iter().chain(pages).chain(projects).collect();
    all.retain(|address| !known.contains(address));
    Dice::new(3).shuffle(&mut all);
    all
}

/// Requests for these addresses in each language, the languages of an address beside each other.
pub fn requests(addresses: &[String]) -> Vec<Vec<u8>> {
    let each = |address: &String| LANGUAGES.map(|lang| request(&format!("/{lang}{address}"), false));
    addresses.iter().flat_map(each).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::{bench::register::communes, workspace::Workspace};

    #[test]
    fn a_thousand_addresses_none_of_them_twice() -> Result<()> {
        let communes = communes(&Workspace::root())?;
        let references: Vec<String> = (1..=3000).map(|number| format!("PRJ-2026-{number:04}")).collect();
        let popular = popular(&references, &communes);
        assert!((DRAWN - 1..=DRAWN).contains(&popular.len()), "{}", popular.len());
        assert_eq!(popular.iter().collect::<HashSet<_>>().len(), popular.len());
        assert_eq!(popular[0], "/");
        let fresh = fresh(&references, &communes, &popular);
        assert!(fresh.len() > 1500 && fresh.iter().all(|address| !popular.contains(address)));
        assert_eq!(requests(&popular).len(), popular.len() * 2);
        Ok(())
    }
}
