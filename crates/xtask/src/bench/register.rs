//! A register of generated projects: the same rows for the same seed, spread over the communes by a skewed law.

use std::fmt::Write as _;
use std::{fs, path::Path};

use serde::Deserialize;

use super::draw::{Dice, Zipf};
use crate::Result;

/// The rows of a register.
pub const ROWS: usize = 10_000;

/// The communes that the generated projects are spread over.
const REGION: &str = "05.";

#[derive(Deserialize)]
struct Words {
    work: Vec<Work>,
    purpose: Vec<Said>,
    description: Vec<Said>,
    owner: Vec<Named>,
    contractor: Vec<Named>,
}

#[derive(Deserialize)]
struct Work {
    fr: String,
    ar: String,
    sector: String,
    work: String,
}

#[derive(Deserialize)]
struct Said {
    fr: String,
    ar: String,
}

#[derive(Deserialize)]
struct Named {
    fr: String,
}

/// A commune: its code and names.
pub struct Commune {
    /// Census code.
    pub code: String,
    french: String,
    arabic: String,
}

impl Commune {
    /// Code, French and Arabic name.
    pub fn named(&self) -> (&str, &str, &str) {
        (&self.code, &self.french, &self.arabic)
    }
}

/// The communes of the region, from the place data of the repository.
pub fn communes(root: &Path) -> Result<Vec<Commune>> {
    let path = root.join("data/places/ma_communes.csv");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let rows = text.lines().filter(|line| line.starts_with(REGION)).filter_map(|line| {
        let mut cells = line.split(',');
        let code = cells.next()?.to_owned();
        let (french, arabic) = (cells.nth(2)?.to_owned(), cells.next()?.to_owned());
        Some(Commune { code, french, arabic })
    });
    Ok(rows.collect())
}

const HEADERS: &str = "identifier,title_fr,title_ar,purpose_fr,purpose_ar,description_fr,description_ar,kind,status,work,\
sector,place,currency,budget,budget_approved,funding,planned_start,planned_end,actual_start,built_percent,built_date,\
paid_percent,paid_date,jobs_planned_women,jobs_planned_men,jobs_created_women,jobs_created_men,owner,contractor,updated";

/// The register as a table. `month` (0 to 9) is how far the year 2026 has gone: a later month has later observations of
/// the same projects, as a real second file has.
pub fn table(communes: &[Commune], month: u64) -> Result<String> {
    let words: Words = toml::from_str(include_str!("words.toml")).map_err(|error| format!("words.toml: {error}"))?;
    let (mut dice, crowd) = (Dice::new(2026), Zipf::new(communes.len()));
    let mut out = format!("{HEADERS}\n");
    for number in 1..=ROWS {
        let commune = communes.get(crowd.draw(&mut dice)).ok_or("there is no commune of the region")?;
        let cells = row(&words, commune, number, month, &mut dice);
        let quoted: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        let _ = writeln!(out, "{}", quoted.join(","));
    }
    Ok(out)
}

fn row(words: &Words, commune: &Commune, number: usize, month: u64, dice: &mut Dice) -> Vec<String> {
    let french = |text: &str| text.replace("{place}", &commune.french);
    let arabic = |text: &str| text.replace("{place}", &commune.arabic);
    let work = dice.one_of(&words.work);
    let (purpose, description) = (dice.one_of(&words.purpose), dice.one_of(&words.description));
    let owner = french(&dice.one_of(&words.owner).fr);
    let thousands = 200 + dice.below(900) * dice.below(90);
    let statuses = ["identification", "preparation", "implementation", "implementation", "completion", "maintenance"];
    let status = *dice.one_of(&statuses);
    let built = (dice.below(60) + month * 4).min(100);
    let paid = (built + dice.below(20)).min(100);
    let seen = |on: bool, text: String| if on { text } else { String::new() };
    let begun = !matches!(status, "identification" | "preparation");
    let shares =
        format!("{owner}: {} | INDH: {}", thousands * 1000 * 3 / 5, thousands * 1000 - thousands * 1000 * 3 / 5);
    vec![
        format!("bench-{number}"),
        format!("{} ({number})", french(&work.fr)),
        format!("{} ({number})", arabic(&work.ar)),
        french(&purpose.fr),
        arabic(&purpose.ar),
        french(&description.fr),
        arabic(&description.ar),
        "public_works".to_owned(),
        status.to_owned(),
        work.work.clone(),
        work.sector.clone(),
        commune.code.clone(),
        "MAD".to_owned(),
        format!("{}", thousands * 1000),
        format!("2025-{:02}-{:02}", 1 + dice.below(12), 1 + dice.below(28)),
        shares,
        format!("2026-{:02}-01", 1 + dice.below(6)),
        format!("2026-{:02}-28", 7 + dice.below(6)),
        seen(begun, format!("2026-02-{:02}", 1 + dice.below(28))),
        seen(begun, built.to_string()),
        seen(begun, format!("2026-{:02}-15", month + 1)),
        seen(begun, paid.to_string()),
        seen(begun, format!("2026-{:02}-20", month + 1)),
        format!("{}", 10 + dice.below(40)),
        format!("{}", 10 + dice.below(90)),
        seen(begun, format!("{}", dice.below(30))),
        seen(begun, format!("{}", dice.below(60))),
        owner,
        seen(begun, dice.one_of(&words.contractor).fr.clone()),
        format!("2026-{:02}-25", month + 1),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Workspace;

    #[test]
    fn the_same_seed_makes_the_same_register_and_a_later_month_the_same_projects() -> Result<()> {
        let communes = communes(&Workspace::root())?;
        assert_eq!(communes.len(), 135);
        let (first, later) = (table(&communes, 0)?, table(&communes, 5)?);
        assert_eq!(first, table(&communes, 0)?);
        assert_ne!(first, later);
        let titles = |text: &str| -> Vec<String> {
            text.lines().map(|line| line.split("\",\"").take(3).collect::<String>()).collect()
        };
        assert_eq!(titles(&first).len(), ROWS + 1);
        assert_eq!(titles(&first), titles(&later));
        Ok(())
    }
}
