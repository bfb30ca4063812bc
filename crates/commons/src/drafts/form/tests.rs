use infitah_base::Lang;

use super::*;

fn cx() -> Cx {
    let catalog = infitah_kit::i18n::Catalog::load(&[infitah_kit::messages(), crate::messages()]).unwrap();
    let t = T::new(catalog.into(), Lang::parse("fr").unwrap());
    let langs = vec![Lang::arabic(), Lang::parse("fr").unwrap()];
    let party = Choice { code: "p1".to_owned(), name: "ONEE".to_owned() };
    Cx { t, langs, currency: "MAD".parse().unwrap(), places: Vec::new(), parties: vec![party] }
}

const fn field(at: &'static str, shape: Shape, must: Must) -> Field {
    Field { at, label: "yes", shape, must }
}

const FIELDS: [Field; 9] = [
    field("title", Shape::Words(false), Must::Always),
    field("budget.amount", Shape::Money, Must::WithOthers),
    field("budget.approved", Shape::Day, Must::Never),
    field("percent", Shape::Percent, Must::Never),
    field("point", Shape::Position, Must::Never),
    field("party", Shape::Party, Must::Never),
    field("open", Shape::Truth, Must::Never),
    field("kept", Shape::Pairs, Must::Never),
    field("id", Shape::Line, Must::Numbered),
];

fn read(value: &mut Value, posted: &[(&str, &str)]) -> FormState {
    let posted: Vec<_> = posted.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    read_fields(&FIELDS, &posted, value, &["1".to_owned()], &cx())
}

#[test]
fn what_is_shown_and_sent_back_changes_nothing() {
    let whole = json!({
        "title": {"ar": "طريق", "zgh": "ⴰⴱⵔⵉⴷ"}, "budget": {"amount": {"minor": 123_450, "currency": "EUR"},
        "approved": "2026-01-31"}, "percent": 40, "point": [-6.5, 32.25], "party": "gone", "open": false,
        "kept": {"a": "b: c"}, "id": "7", "other": [1],
    });
    let form = show_fields(&FIELDS, &whole, &cx());
    let names = ["title.ar", "title.fr", "budget.amount", "budget.amount:currency", "budget.approved", "percent"];
    let names = names.into_iter().chain(["point", "point:longitude", "party", "open", "kept", "id"]);
    let posted: Vec<(&str, &str)> = names.map(|name| (name, form.value(name))).collect();
    let mut same = whole.clone();
    let read = read(&mut same, &posted);
    assert!(read.is_good(), "{:?}", read.errors());
    assert_eq!(same, whole, "words in a language that the form does not have stay, and so do other fields");
}

#[test]
fn digits_are_read_as_people_type_them() {
    let mut value = json!({});
    let posted = [("title.fr", "Route"), ("budget.amount", "١٢ ٣٤٥٫٥"), ("percent", "٤٠ ٪"), ("id", "")];
    assert!(read(&mut value, &posted).is_good());
    let money = json!({"minor": 1_234_550, "currency": "MAD"});
    assert_eq!(value, json!({"title": {"fr": "Route"}, "budget": {"amount": money}, "percent": 40, "id": "2"}));
}

#[test]
fn what_cannot_be_read_is_said_at_its_field_and_nothing_is_changed() {
    let before = json!({"title": {"ar": "طريق"}});
    let mut value = before.clone();
    let posted = [
        ("title.fr", ""),
        ("budget.amount", ""),
        ("budget.approved", "2026-01-01"),
        ("percent", "101"),
        ("point", "91"),
        ("point:longitude", "0"),
        ("party", "p2"),
        ("open", "perhaps"),
        ("kept", "nothing"),
    ];
    let form = read(&mut value, &posted);
    let mut wrong: Vec<&str> = form.errors().iter().map(|error| error.field.as_ref()).collect();
    wrong.sort_unstable();
    assert_eq!(wrong, ["budget.amount", "kept", "open", "party", "percent", "point", "title"]);
    assert_eq!(value, before);
    assert_eq!(form.value("percent"), "101", "what was typed is kept");
}

#[test]
fn what_is_left_empty_goes_with_what_is_around_it() {
    let mut value = json!({"title": {"ar": "a"}, "a": {"b": {"c": 1}}});
    put(&mut value, "a.b.c", None);
    put(&mut value, "x.y", None);
    assert_eq!(value, json!({"title": {"ar": "a"}}));
}
