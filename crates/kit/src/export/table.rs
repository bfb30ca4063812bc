//! Tables that leave as files. A table's columns are said once: its header, its rows, its Table Schema (Frictionless)
//! and its explanation all come from the same list.

use std::borrow::Borrow;

use infitah_base::CivilDate;
use serde_json::{Map, Value, json};

use super::{cell, csv_writer, rows_writer};

/// One value of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Not published.
    Nothing,
    /// Words or a code.
    Text(String),
    /// An exact decimal, as it is written.
    Number(String),
    /// A day.
    Date(CivilDate),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Cell::Nothing } else { Cell::Text(text.to_owned()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Cell::Nothing } else { Cell::Text(text) }
    }
}

impl From<&String> for Cell {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<CivilDate> for Cell {
    fn from(date: CivilDate) -> Self {
        Cell::Date(date)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Cell::Nothing, Into::into)
    }
}

impl Cell {
    /// A number, by what writes it as a plain decimal.
    pub fn number(value: Option<impl std::fmt::Display>) -> Self {
        value.map_or(Cell::Nothing, |value| Cell::Number(value.to_string()))
    }

    /// As it stands in a CSV file: words that a spreadsheet would take for a formula are defused.
    fn csv(&self) -> String {
        match self {
            Cell::Nothing => String::new(),
            Cell::Text(text) => cell(text).into_owned(),
            Cell::Number(number) => number.clone(),
            Cell::Date(date) => date.to_string(),
        }
    }
}

type Read<R> = Box<dyn Fn(&R) -> Cell + Send + Sync>;

/// A column of a table whose rows are made of `R`.
pub struct Column<R> {
    name: String,
    about: String,
    kind: &'static str,
    constraints: Map<String, Value>,
    column_type: Option<String>,
    read: Read<R>,
}

impl<R> Column<R> {
    fn new(
        kind: &'static str,
        name: impl Into<String>,
        about: impl Into<String>,
        read: impl Fn(&R) -> Cell + Send + Sync + 'static,
    ) -> Self {
        Self {
            name: name.into(),
            about: about.into(),
            kind,
            constraints: Map::new(),
            column_type: None,
            read: Box::new(read),
        }
    }

    /// Words or codes.
    pub fn text(
        name: impl Into<String>,
        about: impl Into<String>,
        read: impl Fn(&R) -> Cell + Send + Sync + 'static,
    ) -> Self {
        Self::new("string", name, about, read)
    }

    /// Whole numbers.
    pub fn whole(name: &str, about: &str, read: impl Fn(&R) -> Cell + Send + Sync + 'static) -> Self {
        Self::new("integer", name, about, read)
    }

    /// Decimal numbers.
    pub fn number(name: &str, about: &str, read: impl Fn(&R) -> Cell + Send + Sync + 'static) -> Self {
        Self::new("number", name, about, read)
    }

    /// Days.
    pub fn date(name: &str, about: &str, read: impl Fn(&R) -> Cell + Send + Sync + 'static) -> Self {
        Self::new("date", name, about, read)
    }

    fn with(mut self, constraint: &str, value: Value) -> Self {
        self.constraints.insert(constraint.to_owned(), value);
        self
    }

    /// Never empty.
    pub fn required(self) -> Self {
        self.with("required", json!(true))
    }

    /// Never twice.
    pub fn unique(self) -> Self {
        self.with("unique", json!(true))
    }

    /// One of these codes.
    pub fn one_of(self, codes: impl IntoIterator<Item = &'static str>) -> Self {
        self.with("enum", codes.into_iter().collect())
    }

    /// Of this form (a regular expression that covers the whole value).
    pub fn pattern(self, pattern: &str) -> Self {
        self.with("pattern", json!(pattern))
    }

    /// Within these bounds, both included.
    pub fn between(self, least: i64, most: i64) -> Self {
        self.with("minimum", json!(least)).with("maximum", json!(most))
    }

    /// Not below zero.
    pub fn not_negative(self) -> Self {
        self.with("minimum", json!(0))
    }

    /// With what open fiscal data call it (`columnType` of the Fiscal Data Package).
    pub fn typed(mut self, column_type: impl Into<String>) -> Self {
        self.column_type = Some(column_type.into());
        self
    }

    /// Its name, as it stands in the header.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its type in Table Schema.
    pub fn kind(&self) -> &'static str {
        self.kind
    }

    /// What it holds, in one sentence.
    pub fn about(&self) -> &str {
        &self.about
    }

    /// Its value in a row.
    pub fn value(&self, row: &R) -> Cell {
        (self.read)(row)
    }

    /// Its description in Table Schema.
    fn field(&self) -> Value {
        let mut field = json!({ "name": self.name, "type": self.kind, "description": self.about });
        if !self.constraints.is_empty() {
            field["constraints"] = Value::Object(self.constraints.clone());
        }
        if let Some(column_type) = &self.column_type {
            field["columnType"] = json!(column_type);
        }
        field
    }
}

/// The Table Schema of a table whose rows are known by these columns together.
pub fn schema<R>(columns: &[Column<R>], key: &[&str]) -> Value {
    let fields: Vec<Value> = columns.iter().map(Column::field).collect();
    json!({ "fields": fields, "missingValues": [""], "primaryKey": key })
}

/// The beginning of a CSV file: its header.
pub fn csv_head<R>(columns: &[Column<R>]) -> Vec<u8> {
    let mut writer = csv_writer();
    // Writing into memory does not fail.
    let _ = writer.write_record(columns.iter().map(Column::name));
    writer.into_inner().unwrap_or_default()
}

/// Rows of a CSV file.
pub fn csv_rows<R>(columns: &[Column<R>], rows: &[impl Borrow<R>]) -> Vec<u8> {
    let mut writer = rows_writer(Vec::new());
    for row in rows {
        let _ = writer.write_record(columns.iter().map(|column| column.value(row.borrow()).csv()));
    }
    writer.into_inner().unwrap_or_default()
}

/// A whole CSV file, for tables that are small.
pub fn csv_table<R>(columns: &[Column<R>], rows: &[impl Borrow<R>]) -> Vec<u8> {
    let mut out = csv_head(columns);
    out.extend(csv_rows(columns, rows));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_rows_and_schema_are_of_one_list() {
        let columns = vec![
            Column::<(&str, i64)>::text("name", "What it is called.", |(name, _)| (*name).into()).required().unique(),
            Column::whole("count", "How many.", |(_, count)| Cell::number(Some(count).filter(|count| **count >= 0)))
                .not_negative(),
        ];
        let table = String::from_utf8(csv_table(&columns, &[("=a", -1), ("b;\"c\"", 7)])).unwrap();
        assert_eq!(table, "\u{feff}name,count\r\n'=a,\r\n\"b;\"\"c\"\"\",7\r\n");
        let schema = schema(&columns, &["name"]);
        assert_eq!(schema["fields"][0]["constraints"], json!({ "required": true, "unique": true }));
        assert_eq!(
            schema["fields"][1],
            json!({
                "name": "count", "type": "integer", "description": "How many.", "constraints": { "minimum": 0 }
            })
        );
    }
}
