use infitah_base::Lang;

use super::*;
use crate::{
    budget::{
        model::{Account, Budget, Direction, Measure, Part},
        rules::{
            merge::merge,
            totals::{Tree, tests as made},
        },
    },
    tables::Body,
};

fn options() -> ReadOptions {
    ReadOptions {
        year: 2027,
        phase: Phase::Voted,
        currency: Some(Currency::MAD),
        language: None,
        mapping: None,
        scheme: None,
        totals: false,
    }
}

fn with(mapping: &str) -> ReadOptions {
    ReadOptions { mapping: Some(read_mapping(mapping).unwrap()), ..options() }
}

fn read_with(file: &str, options: &ReadOptions) -> Result<Reading, Vec<Problem>> {
    let source = Source::look(Body::Bytes(file.as_bytes().to_vec()), None, None).unwrap().unwrap();
    super::read(&source, options, &|code| code.starts_with("05")).unwrap()
}

fn edition(reading: &Reading) -> Budget {
    let mut budget = Budget::new(2027, Phase::Voted, reading.currency, reading.scheme.clone());
    budget.lines = reading.lines.iter().map(|(_, line)| line.clone()).collect();
    budget.names = reading.names.clone();
    budget.stated = reading.stated.iter().map(|(_, stated)| stated.clone()).collect();
    budget
}

fn sum(budget: &Budget, at: &str) -> Option<i64> {
    Tree::of(&budget.lines).sums(&at.parse().unwrap()).get(Measure::Payment)
}

fn keys(problems: &[Problem]) -> Vec<(usize, &str, &'static str)> {
    problems.iter().map(|problem| (problem.row, problem.value.as_str(), problem.key)).collect()
}

const GOOD: &str = "Budget de la région\n\
    Sens;Partie;Chapitre;Article;Programme;Projet;Ligne;Libellé;Excédent;CE;CP 2026;CP 2027\n\
    Recettes;1;10;1;;;;Part de l’IS;;;90;100,50\n\
    Dépenses;Fonctionnement;10;1;1;;;Personnel;;;;40,50\n\
    Recettes;2;10;9;;;;Excédent prévisionnel;oui;;;60\n\
    Dépenses;2;30;1;1;1;;Routes rurales;;80;;60\n\
    Dépenses;2;30;1;1;1;;Total;;;;60\n";

#[test]
fn a_table_with_a_column_per_year_is_read() {
    let reading = read_with(GOOD, &options()).unwrap();
    assert_eq!(keys(&reading.problems), []);
    let budget = edition(&reading);
    assert_eq!(budget.scheme.key, "ma-111-14");
    assert_eq!(sum(&budget, "spending"), Some(10_050));
    assert_eq!(sum(&budget, "revenue"), Some(10_050), "the surplus is not counted twice");
    assert_eq!(sum(&budget, "spending/2/30/1"), Some(6000));
    assert_eq!(reading.left_out.get("CP 2026"), Some(&1), "{:?}", reading.left_out);
    assert_eq!(reading.stated.len(), 1);
    assert_eq!(what_is_wrong(&reading, &budget), []);
    let line = budget.lines.iter().find(|line| line.id == "spending:2:30:1:1:1").unwrap();
    assert_eq!((line.amounts.commitment, line.part), (Some(8000), Some(Part::Equipment)));
    assert_eq!(line.name.exactly(Lang::parse("fr").unwrap()), Some("Routes rurales"));
    assert_eq!(reading.others, 0);
    let before = read_with(GOOD, &ReadOptions { year: 2026, ..options() }).unwrap();
    assert_eq!(sum(&edition(&before), "revenue/1"), Some(9000));
    assert_eq!((before.lines.len(), before.others), (2, 3), "what no column of 2026 says is not of 2026");
}

#[test]
fn three_mistakes_are_named_at_once() {
    let file = GOOD.replace("Total;;;;60", "Total;;;;60,01").replace("oui;;;60", "oui;;;59")
        + "Dépenses;2;40;1;1;1;;Routes rurales;;80;;60\n";
    let reading = read_with(&file, &options()).unwrap();
    let found = what_is_wrong(&reading, &edition(&reading));
    let [Finding::TwoPaths { first, again, .. }, Finding::Total { row, of, stated, computed, .. }, surplus] =
        found.as_slice()
    else {
        panic!("{found:?}")
    };
    assert_eq!((first.0, again.0, again.1.to_string()), (6, 8, "spending/2/40/1/1/1".to_owned()));
    assert_eq!(
        (*row, of.to_string(), *stated, *computed),
        (Some(7), "spending/2/30/1/1/1".to_owned(), 6001, Some(6000))
    );
    assert_eq!(*surplus, Finding::Surplus { left: 6000, carried: Some(5900), row: Some(5) });
    let twice = read_with(&file, &with("repeated_lines = true")).unwrap();
    assert_eq!(what_is_wrong(&twice, &edition(&twice)).len(), 2);
}

#[test]
fn one_identifier_at_two_paths_is_named() {
    let file = "id,direction,chapter,line,name,payment\nA,spending,10,1,One,5\nA,spending,20,1,Other,6\nB,spending,10,2,Two,1\n\
                B,spending,10,2,Two,1\n";
    let reading = read_with(file, &options()).unwrap();
    assert_eq!(keys(&reading.problems), [(5, "B (4)", "import-budget-twice")]);
    let found = what_is_wrong(&reading, &edition(&reading));
    assert!(matches!(found.as_slice(), [Finding::TwoPaths { amount: Some(600), .. }]), "{found:?}");
}

#[test]
fn rows_of_every_level_are_leaves_and_totals() {
    let file = "code,amount,date,name\n1,30.0,2027,Taxes\n11,20.0,2027,Direct\n111,20.0,2027,Income\n12,10.0,2027,Other\n1,7,2026,Taxes\n";
    let reading = read_with(file, &with("direction = \"revenue\"")).unwrap();
    assert_eq!((keys(&reading.problems), reading.others), (vec![], 1));
    let budget = edition(&reading);
    let ids: Vec<&str> = budget.lines.iter().map(|line| line.id.as_str()).collect();
    assert_eq!(ids, ["revenue:0:1:11:111", "revenue:0:1:12"]);
    assert_eq!(reading.stated.len(), 2);
    assert_eq!(budget.name(&"revenue/0/1/11".parse().unwrap()).unwrap().iter().next().unwrap().1, "Direct");
    assert_eq!(what_is_wrong(&reading, &budget), []);
    let wrong = read_with(&file.replace("\n11,20.0", "\n11,20.01"), &with("direction = \"revenue\"")).unwrap();
    let found = what_is_wrong(&wrong, &edition(&wrong));
    assert!(
        matches!(found.as_slice(), [Finding::Total { row: Some(3), stated: 2001, computed: Some(2000), .. }]),
        "{found:?}"
    );
}

#[test]
fn every_mistake_is_said_by_row_and_field() {
    let file = "direction,part,account,chapter,article,name,cofog,purpose,family,surplus,place,payment,year,note\n\
        in,,,10,,a,,,,,,1,2027,x\n\
        spending,3,,10,,a,,,,,,1,2027,\n\
        spending,,other,10,,a,,,,,,1,2027,\n\
        spending,,,,5,a,,,,,,1,2027,\n\
        spending,,,10,,a,4.5,sweets,loans,perhaps,99,1,soon,\n\
        spending,,,10,,a,,,,,,\"1,234\",2027,\n\
        spending,,,10,,,,,,,,1,2027,\n\
        spending,,,,,a,,,,,,1,2027,\n\
        spending,,annexed:ME,20,1,a,04.5,roads,works,no,05.081 05.091,1.5,2027,\n\
        spending,,,30,,a,,,,,,1,2027,\n\
        spending,,,30,1,a,,,,,,1,2027,\n\
        spending,,,10,,a\n";
    let reading = read_with(file, &options()).unwrap();
    assert_eq!(
        keys(&reading.problems),
        [
            (2, "in", "import-budget-direction"),
            (3, "3", "import-budget-part"),
            (4, "other", "import-budget-account"),
            (5, "", "import-budget-gap"),
            (6, "soon", "import-budget-year"),
            (6, "4.5", "import-budget-cofog"),
            (6, "sweets", "import-budget-purpose"),
            (6, "loans", "import-budget-family"),
            (6, "perhaps", "import-budget-yes"),
            (6, "99", "import-budget-place"),
            (7, "1,234", "import-budget-amount"),
            (8, "spending/0/10", "import-budget-no-name"),
            (9, "a", "import-budget-no-code"),
            (11, "spending/0/30", "import-budget-above"),
            (13, "6 / 14", "import-row-length"),
        ]
    );
    assert_eq!(reading.left_out.get("note"), Some(&1));
    let (_, line) = &reading.lines[0];
    assert_eq!(
        (&line.account, line.places.len(), line.amounts.payment),
        (&Account::Annexed("ME".into()), 2, Some(150))
    );
    assert_eq!(line.direction, Direction::Spending);
}

#[test]
fn a_file_that_cannot_be_used_says_why() {
    let key = |file: &str, options: &ReadOptions| read_with(file, options).unwrap_err()[0].key;
    assert_eq!(key("a,b\n1,2\n", &options()), "import-budget-no-header");
    assert_eq!(key("chapter,payment\n1,2\n", &ReadOptions { currency: None, ..options() }), "import-no-currency-file");
    assert_eq!(key("chapter,name,payment,year\n1,a,2,2020\n", &options()), "import-budget-none");
    assert_eq!(key("chapter,payment,payment\n1,2,3\n", &options()), "import-two-columns");
    assert_eq!(key("{}", &options()), "import-budget-not-a-table");
    assert_eq!(key("chapter,payment\n1,2\n", &with("[columns]\n\"Chap\" = \"chapter\"\n")), "import-no-such-column");
}

#[test]
fn units_and_decimal_marks_are_exact() {
    let reading = read_with(
        "chapter;name;payment\n1;a;1.234,567\n2;b;2\n",
        &with("unit = 1000\ndecimal = \"comma\"\ndirection = \"spending\""),
    );
    let amounts: Vec<_> = reading.unwrap().lines.iter().map(|(_, line)| line.amounts.payment).collect();
    assert_eq!(amounts, [Some(123_456_700), Some(200_000)]);
}

#[test]
fn a_draft_can_be_read_and_corrected() {
    let draft = |file: &str| {
        let source = Source::look(Body::Bytes(file.as_bytes().to_vec()), None, None).unwrap().unwrap();
        draft_mapping(&source, &options()).unwrap().unwrap()
    };
    let text = draft(GOOD);
    let mapping = read_mapping(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(mapping.columns["CP 2027"], "payment@2027");
    assert_eq!(mapping.values["part"]["Fonctionnement"], "running");
    assert!(text.contains("decimal = \"comma\"\n"), "{text}");
    assert_eq!(read_with(GOOD, &ReadOptions { mapping: Some(mapping), ..options() }).unwrap().lines.len(), 4);
    let text = draft("code,amount,name\n1,3,a\n11,2,b\n12,1,c\n");
    assert!(text.contains("\nrows = \"levels\""), "{text}");
    assert!(read_mapping("[columns]\n\"A\" = \"titel\"\n").unwrap_err().contains("titel"));
    assert!(read_mapping("scheme = \"xx\"").unwrap_err().contains("ma-111-14"));
}

#[test]
fn totals_of_a_file_of_their_own_are_stated() {
    let file = "node,payment\nspending/2,60\nrevenue/2,60\nrevenue,100.50\n";
    let stated = read_with(file, &ReadOptions { totals: true, ..options() }).unwrap();
    assert_eq!((stated.stated.len(), stated.lines.len()), (3, 0));
    let reading = read_with(GOOD, &options()).unwrap();
    let mut budget = edition(&reading);
    budget.stated = stated.stated.into_iter().map(|(_, one)| one).collect();
    assert_eq!(what_is_wrong(&reading, &budget), [], "a part counts the surplus, a direction does not");
}

#[test]
fn revenue_and_spending_may_come_apart() {
    let known = Budget { lines: vec![made::line("revenue/1/10", 5)], ..edition(&read_with(GOOD, &options()).unwrap()) };
    let newer = Budget { lines: vec![made::line("spending/1/10", 5)], ..known.clone() };
    let (merged, told) = merge(Some(&known), newer, true);
    assert_eq!((merged.lines.len(), told.absent.len()), (2, 0));
}

#[test]
fn levels_of_its_own_stay_when_the_table_comes_again() {
    let own =
        "direction = \"spending\"\n[[level]]\nkey = \"title\"\nname = { fr = \"titre\" }\n[[level]]\nkey = \"line\"\n";
    let file = "title.name,line,name,payment,titulo\nA,1,a,5,10\n";
    let reading = read_with(file, &with(own)).unwrap();
    assert_eq!((reading.scheme.key.as_str(), reading.lines[0].1.path.len()), ("own", 2));
    let known = ReadOptions { scheme: Some(reading.scheme.clone()), ..with("direction = \"spending\"") };
    assert_eq!(read_with(file, &known).unwrap().scheme, reading.scheme);
    let other = ReadOptions { scheme: Some(reading.scheme), ..with("direction = \"spending\"\nscheme = \"plain\"") };
    assert_eq!(read_with(file, &other).unwrap().scheme.key, "plain");
}
