//! Files that are hard to read: workbooks and texts as people really send them.

use std::io::{Cursor, Read, Write};

use infitah_base::Currency;
use rstest::rstest;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

use super::*;

mod tables;

const HEADERS: [&str; 6] = ["identifier", "title", "budget", "actual.start", "built", "built.date"];

fn options() -> ImportOptions {
    ImportOptions { currency: Some(Currency::MAD), ..ImportOptions::default() }
}

fn headed(book: &mut Workbook) -> &mut Worksheet {
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, HEADERS.map(|header| header.replace('.', " "))).unwrap();
    sheet
}

fn keys(report: &ImportReport) -> Vec<(usize, &str, &str)> {
    report.problems.iter().map(|problem| (problem.row, problem.field.as_str(), problem.key)).collect()
}

/// The same workbook with one part changed.
fn repacked(bytes: &[u8], part: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut one = archive.by_index(index).unwrap();
        let name = one.name().unwrap().into_owned();
        let mut content = Vec::new();
        one.read_to_end(&mut content).unwrap();
        if name == part {
            content = change(std::str::from_utf8(&content).unwrap()).into_bytes();
        }
        out.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(&content).unwrap();
    }
    out.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_gives_dates_numbers_percents_and_what_formulas_gave() {
    let mut book = Workbook::new();
    let sheet = headed(&mut book);
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let date = |text| ExcelDateTime::parse_from_str(text).unwrap();
    sheet.write_row(1, 0, ["A-1", "Route"]).unwrap();
    sheet.write_number(1, 2, 1_234.567).unwrap();
    sheet.write_with_format(1, 3, date("2026-02-03"), &day).unwrap();
    sheet.write_with_format(1, 4, 0.46, &Format::new().set_num_format("0%")).unwrap();
    sheet.write_with_format(1, 5, date("2026-11-12"), &day).unwrap();
    sheet.write_string(2, 0, "A-2").unwrap();
    sheet.write_formula(2, 1, Formula::new("=CONCAT(\"Pont\",\" 2\")").set_result("Pont 2")).unwrap();
    sheet.write_formula(2, 2, Formula::new("=0.1+0.2").set_result("0.30000000000000004")).unwrap();
    sheet.write_number(3, 0, 123_456_789.0).unwrap();
    sheet.write_row(3, 1, ["Puits", "٣٠٠٠٠٠ درهم"]).unwrap();
    // What stands beside the table is kept under the number of its column.
    sheet.write_string(3, 8, "à revoir").unwrap();
    let report = prepare(&book.save_to_buffer().unwrap(), &options());
    // A centime has no thousandth: such an amount is not rounded in silence.
    assert_eq!(keys(&report), [(2, "budget", "import-amount")]);
    let (_, second) = &report.good[0];
    assert_eq!(second.title.iter().map(|(_, title)| title).collect::<Vec<_>>(), ["Pont 2"]);
    assert_eq!(second.budget.as_ref().unwrap().amount.minor, 30, "the slips of doubles are none of the file's");
    let (row, third) = &report.good[1];
    assert_eq!((*row, third.identifier.as_str()), (4, "123456789"));
    assert_eq!(third.budget.as_ref().unwrap().amount.minor, 30_000_000);
    assert_eq!(third.kept["#9"], "à revoir");

    let mut book = Workbook::new();
    let sheet = headed(&mut book);
    sheet.write_row(1, 0, ["A-1", "Route"]).unwrap();
    sheet.write_number(1, 2, 1_234.5).unwrap();
    sheet.write_with_format(1, 3, date("2026-02-03"), &day).unwrap();
    sheet.write_with_format(1, 4, 0.46, &Format::new().set_num_format("0%")).unwrap();
    sheet.write_with_format(1, 5, date("2026-11-12"), &day).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let comma = Mapping { decimal: Some(infitah_base::number::DecimalMark::Comma), ..Mapping::default() };
    for mapping in [None, Some(comma)] {
        let report = prepare(&bytes, &ImportOptions { mapping, ..options() });
        assert_eq!(report.problems, []);
        let (_, first) = &report.good[0];
        assert_eq!(first.budget.as_ref().unwrap().amount.minor, 123_450, "a number needs no mark");
        assert_eq!(first.dates.actual_start.unwrap().to_string(), "2026-02-03");
        assert_eq!((first.physical[0].percent, first.physical[0].date.to_string().as_str()), (46, "2026-11-12"));
    }
    // The other calendar of spreadsheets begins four years and a day later.
    let other = repacked(&bytes, "xl/workbook.xml", |text| text.replace("<workbookPr ", "<workbookPr date1904=\"1\" "));
    let report = prepare(&other, &options());
    assert_eq!(report.good[0].1.dates.actual_start.unwrap().to_string(), "2030-02-04");
}

#[test]
fn cells_that_are_no_values_are_named_by_row_and_field() {
    let mut book = Workbook::new();
    let sheet = headed(&mut book);
    sheet.write_row(1, 0, ["A-1", "Route"]).unwrap();
    sheet.write_boolean(1, 2, true).unwrap();
    sheet.write_row(2, 0, ["A-2", "Pont"]).unwrap();
    sheet.write_formula(2, 2, Formula::new("=A9").set_result("#REF!")).unwrap();
    sheet.write_row(3, 0, ["A-3", "Puits", "123456789012345678901234567890"]).unwrap();
    sheet.write_row(4, 0, ["A-4", "Digue", "1,234"]).unwrap();
    sheet.write_row(5, 0, ["A-5", "Quai"]).unwrap();
    sheet.write_number(5, 4, 0.46).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let bytes = repacked(&bytes, "xl/worksheets/sheet1.xml", |text| {
        text.replace("t=\"str\"><f>A9</f><v>#REF!", "t=\"e\"><f>A9</f><v>#REF!")
    });
    let report = prepare(&bytes, &options());
    assert_eq!(
        keys(&report),
        [
            (2, "budget", "import-cell-yes-or-no"),
            (3, "budget", "import-cell-error"),
            (4, "budget", "import-amount"),
            (5, "budget", "import-amount"),
            (6, "built", "import-fraction"),
        ]
    );
    assert_eq!(report.problems[1].value, "#REF!");
    assert!(report.good.is_empty());
}

#[test]
fn what_is_hidden_is_named_and_a_sheet_can_be_chosen() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Notes & secrets").unwrap().set_hidden(true).write_string(0, 0, "x").unwrap();
    let sheet = headed(&mut book).set_name("Projets").unwrap().set_active(true);
    sheet.write_row(1, 0, ["A-1", "Route"]).unwrap();
    sheet.write_row(2, 0, ["A-2", "Pont"]).unwrap();
    sheet.set_row_hidden(2).unwrap();
    let other = headed(&mut book).set_name("Autres").unwrap();
    other.write_row(1, 0, ["B-1", "Quai"]).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let told = |sheet: Option<&str>| {
        let source = Source::look(Body::Bytes(bytes.clone()), None, sheet).unwrap()?;
        let (mut notes, mut rows) = (Vec::new(), Vec::new());
        read(&source, &options(), &mut |heard| {
            match heard {
                Heard::Note(note) => notes.push((note.key, note.value)),
                Heard::Good(_, project) => rows.push(project.identifier),
                _ => {}
            }
            Stop::Continue(())
        })
        .unwrap();
        Ok::<_, Problem>((notes, rows))
    };
    let note = |key, value: &str| (key, value.to_owned());
    let (notes, rows) = told(None).unwrap();
    assert_eq!(rows, ["A-1", "A-2"]);
    assert_eq!(
        notes,
        [
            note("import-hidden-sheet", "Notes & secrets"),
            note("import-other-sheet", "Autres"),
            note("import-hidden-rows", "1")
        ]
    );
    assert_eq!(told(Some("Autres")).unwrap().1, ["B-1"]);
    let missing = told(Some("Feuil9")).unwrap_err();
    assert_eq!((missing.key, missing.value.as_str()), ("import-no-such-sheet", "Notes & secrets, Projets, Autres"));
}

#[test]
fn titles_may_stand_above_and_columns_may_be_a_thousand() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 0, 0, 9, "Liste des projets, 2026", &Format::new()).unwrap();
    for column in 0..1_000_u16 {
        sheet.write_string(3, column, format!("Indicateur {column}")).unwrap();
        sheet.write_string(4, column, format!("v{column}")).unwrap();
    }
    sheet.write_row(3, 0, ["Code projet", "Intitulé"]).unwrap();
    let report = prepare(&book.save_to_buffer().unwrap(), &options());
    assert_eq!(report.problems, []);
    let (row, project) = &report.good[0];
    assert_eq!((*row, project.identifier.as_str(), project.kept.len()), (5, "v0", 998));
}

#[test]
fn workbooks_that_cannot_be_read_are_refused_in_words() {
    let compound = |text: &str| {
        let name = text.encode_utf16().flat_map(u16::to_le_bytes);
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".iter().copied().chain(vec![0; 600]).chain(name).collect::<Vec<u8>>()
    };
    let empty = {
        let mut book = Workbook::new();
        book.add_worksheet();
        book.save_to_buffer().unwrap()
    };
    let headers_only = {
        let mut book = Workbook::new();
        headed(&mut book);
        book.save_to_buffer().unwrap()
    };
    let zipped = {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("works.csv", zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(b"identifier,title\n1,a\n").unwrap();
        zip.finish().unwrap().into_inner()
    };
    let cut = empty.get(..empty.len() / 2).unwrap().to_vec();
    for (bytes, key) in [
        (compound("EncryptedPackage"), "import-password"),
        (compound("Workbook"), "import-old-workbook"),
        (empty, "import-empty"),
        (headers_only, "import-no-rows"),
        (zipped, "import-not-workbook"),
        (cut, "import-not-workbook"),
    ] {
        let report = prepare(&bytes, &options());
        assert_eq!(keys(&report), [(0, "", key)], "{key}");
    }
    // A table that is only called a workbook is the table that it is.
    assert_eq!(prepare(b"identifier,title\n1,a\n", &options()).good.len(), 1);
}

#[test]
fn a_small_file_that_unpacks_to_a_large_one_is_refused() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let block = vec![b' '; 1024 * 1024];
    for _ in 0..101 {
        zip.write_all(&block).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    assert!(bytes.len() < 1024 * 1024, "{}", bytes.len());
    assert_eq!(keys(&prepare(&bytes, &options())), [(0, "", "import-too-large")]);
}

#[rstest]
#[case(b"identifier,title\n1,Caf\xe9\n", "windows-1252", "Café")]
#[case(b"identifier,title\n1,\xc7\xe1\xe3\xcf\xd1\xd3\xc9\n", "windows-1256", "المدرسة")]
#[case(b"\xff\xfei\0d\0e\0n\0t\0i\0f\0i\0e\0r\0,\0t\0i\0t\0l\0e\0\n\x001\0,\0\xe9\0\n\0", "UTF-16LE", "é")]
fn a_text_in_another_encoding_is_named_and_can_be_read(
    #[case] bytes: &[u8],
    #[case] encoding: &str,
    #[case] title: &str,
) {
    let look = |encoding| Source::look(Body::Bytes(bytes.to_vec()), encoding, None).unwrap();
    let problem = look(None).unwrap_err();
    assert_eq!((problem.key, problem.value.as_str()), ("import-not-utf8", encoding));
    let source = look(Some(encoding)).unwrap();
    let mut found = Vec::new();
    read(&source, &options(), &mut |heard| {
        if let Heard::Good(_, project) = heard {
            found.extend(project.title.iter().map(|(_, title)| title.to_owned()));
        }
        Stop::Continue(())
    })
    .unwrap();
    assert_eq!(found, [title]);
    assert_eq!(look(Some("klingon")).unwrap_err().key, "import-no-such-encoding");
}

#[rstest]
#[case("identifier,title\n1,a\n2,\"b\n3,c\n4,d\n5,e\n", &[(3, "", "import-open-quote")], 1)]
#[case("identifier,title,purpose\n1,a,x\n2,\"b,y\n3,c,z\n", &[(3, "", "import-row-length")], 1)]
#[case("identifier,title\n1,a \"b\" c\n2,5\" pipe\n", &[], 2)]
#[case("identifier,title\n1,a,b\n2,c\n", &[(2, "", "import-row-length")], 1)]
#[case("identifier,title\n", &[(0, "", "import-no-rows")], 0)]
#[case("identifier,title,budget\n1,a,1 250 000 DH\n2,b,12 €\n", &[(3, "budget", "import-amount")], 1)]
fn texts_with_faults(#[case] text: &str, #[case] problems: &[(usize, &str, &str)], #[case] good: usize) {
    let report = prepare(text.as_bytes(), &options());
    assert_eq!(keys(&report), problems);
    assert_eq!(report.good.len(), good);
}

#[test]
fn values_become_what_the_mapping_says() {
    let mapping = "[values.status]\n\"En cours\" = \"implementation\"\n\"Autre\" = \"ignore\"\n\
                   [values.sector]\n\"Routes\" = \"transport.road\"\n\"Eau\" = \"waterAndWaste\"\n";
    let options = ImportOptions { mapping: Some(read_mapping(mapping).unwrap()), ..options() };
    let table = "identifier,title,status,sector\n1,a,EN COURS,Routes; eau; Divers\n2,b,Autre,\n3,c,Bientôt,Routes\n";
    let report = prepare(table.as_bytes(), &options);
    assert_eq!(keys(&report), [(4, "status", "import-status")]);
    assert_eq!(report.good[0].1.status, Some(crate::projects::Status::Implementation));
    assert_eq!(report.good[0].1.sectors, ["transport.road", "waterAndWaste", "Divers"]);
    assert_eq!((report.good[1].1.status, report.left_out["status"]), (None, 1), "what is left out is named");
}

/// A package is heard project by project: a fault far down does not hide what stands before it.
#[test]
fn a_package_is_read_project_by_project() {
    let text =
        "{\"version\":\"0.9\",\"projects\":[{\"id\":\"a\",\"title\":\"A\"},{\"id\":\"b\",\"title\":\"B\"},{\"id\":";
    let source = Source::look(Body::Bytes(text.as_bytes().to_vec()), None, None).unwrap().unwrap();
    let mut heard = Vec::new();
    read(&source, &options(), &mut |one| {
        heard.push(match one {
            Heard::Good(row, project) => format!("{row} {}", project.identifier),
            Heard::Unusable(problems) => problems[0].key.to_owned(),
            _ => String::new(),
        });
        Stop::Continue(())
    })
    .unwrap();
    assert_eq!(heard, ["1 a", "2 b", "import-not-json"]);
    let mut count = 0;
    read(&source, &options(), &mut |_| {
        count += 1;
        Stop::Break(())
    })
    .unwrap();
    assert_eq!(count, 1, "who wants no more is told no more");
}
