//! The budget: 20,000 generated lines over four years, and its pages under visitors.

use std::fmt::Write as _;
use std::{fs, time::Instant};

use super::{
    Bench, Load, Order, ROUNDS, Report, Zipf, addresses, draw::Dice, fresh_folder, headers, measure, process::Server,
    register,
};
use crate::{Result, shell, workspace::Workspace};

/// The years that were voted; the older two were executed as well.
const YEARS: std::ops::RangeInclusive<i16> = 2024..=2027;

/// Lines of a year.
const LINES: usize = 5_000;

/// Visitors at once.
const VISITORS: usize = 32;

/// Where this part keeps its data.
const DATA: &str = "budget";

/// Chapters of spending, their articles, programmes and projects each hold as many.
const WIDE: [usize; 4] = [10, 5, 4, 5];

const HEADERS: &str = "id,direction,part,chapter,article,programme,project,line,chapter.name_fr,programme.name_fr,\
name_fr,name_ar,cofog,place,commitment,payment,committed,paid";

/// Functions of government that lines are for (COFOG).
const COFOG: &[&str] = &["04.5", "06.3", "09.2", "07.3", "04.7", "08.1", "05.4", "01.1"];

/// Fills a database of its own, serves it, and measures every view.
pub fn run(bench: &Bench, report: &mut Report) -> Result<()> {
    let communes = register::communes(&Workspace::root())?;
    fresh_folder(&bench.folder.join(DATA))?;
    shell::run(&mut bench.infitah_on(DATA, &["migrate"]))?;
    let mut took = 0.0;
    for year in YEARS {
        took += import(bench, &communes, year, "voted")?;
    }
    report.saw("budget_import", took);
    for year in YEARS.take(2) {
        import(bench, &communes, year, "executed")?;
    }
    let site = bench.serve_on(DATA)?;
    let mut all = Vec::new();
    for (key, mut some) in views(&communes) {
        Dice::new(7).shuffle(&mut some);
        let requests = addresses::requests(&some);
        let load = Load { port: site.port, requests: &requests, order: Order::EachOnce, connections: VISITORS };
        report.saw(key, measure(&site, &load, || Ok(()))?.seen.percentile(0.99));
        all.extend(some.into_iter().take(KEPT));
    }
    Dice::new(9).shuffle(&mut all);
    warm(bench, &site, &addresses::requests(&all), report)?;
    report.saw("budget_pss", site.memory()?.1);
    Ok(())
}

/// Addresses of each view that are asked for again and again.
const KEPT: usize = 100;

/// Rounds of the budget's pages beside rounds of a floor that sends as many bytes.
fn warm(bench: &Bench, site: &Server, requests: &[Vec<u8>], report: &mut Report) -> Result<()> {
    let load = |port| Load { port, requests, order: Order::Zipf(Zipf::new(requests.len())), connections: VISITORS };
    let first = measure(site, &load(site.port), || bench.round())?.seen;
    let floor = bench.floor(&headers(site.port)?, first.bytes / first.good as u64)?;
    for _ in 0..ROUNDS {
        let bare = measure(&floor, &load(floor.port), || bench.round())?;
        let ours = measure(site, &load(site.port), || bench.round())?;
        report.saw("budget_ratio", ours.seen.per_second() / bare.seen.per_second());
        report.saw("budget_warm_p99", ours.seen.percentile(0.99));
    }
    Ok(())
}

/// Seconds that the import of an edition took.
fn import(bench: &Bench, communes: &[register::Commune], year: i16, phase: &str) -> Result<f64> {
    let path = bench.folder.join(format!("budget-{year}-{phase}.csv"));
    fs::write(&path, table(communes, year, phase)).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut command = bench.infitah_on(DATA, &["import", "budget", "--phase", phase, "--currency", "MAD"]);
    let begin = Instant::now();
    shell::run(command.args(["--language", "fr", "--year", &year.to_string()]).arg(&path))?;
    Ok(begin.elapsed().as_secs_f64())
}

/// Addresses of every view, by the figure that they belong to.
fn views(communes: &[register::Commune]) -> Vec<(&'static str, Vec<String>)> {
    let years: Vec<i16> = YEARS.collect();
    let of_years = |made: &dyn Fn(i16) -> Vec<String>| years.iter().flat_map(|year| made(*year)).collect();
    let places = |year: i16| communes.iter().map(|one| format!("/budget/{year}?place={}", one.code)).collect();
    let lists = |year: i16| {
        let pages = (1..=60).map(|page| format!("/budget/{year}/lines?page={page}"));
        let places = communes.iter().map(|one| format!("/budget/{year}/lines?place={}&sort=amount", one.code));
        let words = ["route", "eau", "salaires", "centre"].map(|word| format!("/budget/{year}/lines?q={word}"));
        pages.chain(places).chain(words).collect()
    };
    let lines = |year: i16| (1..=150).map(|number| format!("/budget/{year}/lines/l{}", number * 33)).collect();
    let nodes = |year: i16| {
        let chapters = (1..=WIDE[0]).map(|chapter| format!("/budget/{year}/in/spending/2/{chapter}"));
        let articles = (1..=WIDE[0]).flat_map(|chapter| (1..=WIDE[1]).map(move |article| (chapter, article)));
        chapters.chain(articles.map(|(one, two)| format!("/budget/{year}/in/spending/2/{one}/{two}"))).collect()
    };
    let others = |year: i16| {
        let beside = years.iter().filter(|with| **with != year);
        let compared = beside.map(|with| format!("/budget/{year}/compare?with={with}"));
        compared.chain([format!("/budget/{year}/law"), format!("/budget/{year}/spent")]).collect()
    };
    vec![
        ("budget_year_p99", of_years(&places)),
        ("budget_lines_p99", of_years(&lists)),
        ("budget_line_p99", of_years(&lines)),
        ("budget_node_p99", of_years(&nodes)),
        ("budget_others_p99", of_years(&others)),
    ]
}

/// The lines of a year: a fifth comes in, the others go out, at paths of five codes.
fn table(communes: &[register::Commune], year: i16, phase: &str) -> String {
    let mut dice = Dice::new(year.unsigned_abs().into());
    let mut out = format!("{HEADERS}\n");
    for number in 0..LINES {
        let [chapter, article, programme, project] = path(number);
        let line = number / WIDE.iter().product::<usize>() + 1;
        let comes = line == 1;
        let (direction, part) = match (comes, number % 3) {
            (true, _) => ("revenue", "running"),
            (false, 0) => ("spending", "running"),
            (false, _) => ("spending", "equipment"),
        };
        let commune = dice.one_of(communes);
        let (code, in_french, in_arabic) = commune.named();
        let cofog = if comes { "" } else { *dice.one_of(COFOG) };
        let amount = 1_000 * (1 + dice.below(900));
        let paid = amount * (50 + dice.below(50)) / 100;
        let amounts = match phase {
            "executed" => format!(",,{paid},{paid}"),
            _ => format!("{amount},{amount},,"),
        };
        let _ = writeln!(
            out,
            "l{number},{direction},{part},{chapter},{article},{programme},{project},{line},Chapitre {chapter},\
             Programme {programme},\"Route, eau et centre de {in_french} ({number})\",\"{in_arabic} ({number})\",\
             {cofog},{code},{amounts}"
        );
    }
    out
}

/// The codes of a line's path.
fn path(number: usize) -> [usize; 4] {
    let mut rest = number;
    WIDE.map(|wide| {
        let code = rest % wide + 1;
        rest /= wide;
        code
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_has_its_lines_each_at_a_path_of_its_own() -> Result<()> {
        let communes = register::communes(&Workspace::root())?;
        let voted = table(&communes, 2026, "voted");
        assert_eq!(voted.lines().count(), LINES + 1);
        assert_eq!(voted, table(&communes, 2026, "voted"), "the same for the same seed");
        let paths = voted.lines().skip(1).map(|line| line.split(',').skip(1).take(7).collect::<Vec<_>>());
        assert_eq!(paths.collect::<std::collections::HashSet<_>>().len(), LINES);
        Ok(())
    }
}
