//! Plain words about nodes, as a table: one node a row, one column per language. It goes out as it comes in.

use std::collections::BTreeMap;

use infitah_base::Lang;
use infitah_kit::export;

use crate::budget::{
    data,
    model::{NodeKey, Words},
};

/// The table of these nodes: what is not said yet is an empty cell, for somebody to fill.
pub fn write_words(words: &BTreeMap<NodeKey, Words>) -> Result<Vec<u8>, csv::Error> {
    let mut out = export::csv_writer_to(Vec::new());
    let names = Lang::all().map(|lang| format!("name.{lang}"));
    let explanations = Lang::all().map(|lang| format!("explanation.{lang}"));
    let header = ["node".to_owned()].into_iter().chain(names).chain(explanations).chain(["purpose".to_owned()]);
    out.write_record(header)?;
    for (node, said) in words {
        let names = Lang::all().map(|lang| said.name.exactly(lang).unwrap_or_default().to_owned());
        let explanations = Lang::all().map(|lang| said.explanation.exactly(lang).unwrap_or_default().to_owned());
        let purpose = said.purpose.clone().unwrap_or_default();
        let row = [node.to_string()].into_iter().chain(names).chain(explanations).chain([purpose]);
        out.write_record(row.map(|text| export::cell(&text).into_owned()))?;
    }
    out.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// Reads such a table; the error says what is wrong, and in which row.
pub fn read_words(bytes: &[u8]) -> Result<Vec<(NodeKey, Words)>, String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(bytes);
    let headers = reader.headers().map_err(|error| error.to_string())?.clone();
    if !headers.iter().any(|header| header == "node") {
        return Err("there is no column node".to_owned());
    }
    let mut all = Vec::new();
    for (row, record) in (2..).zip(reader.records()) {
        let record = record.map_err(|error| error.to_string())?;
        let (mut node, mut words) = (None, Words::default());
        for (header, cell) in headers.iter().zip(&record).filter(|(_, cell)| !cell.is_empty()) {
            match header.split_once('.') {
                None if header == "node" => {
                    node = Some(cell.parse::<NodeKey>().map_err(|error| format!("row {row}: {cell:?}: {error}"))?);
                }
                None if header == "purpose" => {
                    if data::purpose(cell).is_none() {
                        let known: Vec<&str> = data::purposes().iter().map(|one| one.key.as_str()).collect();
                        return Err(format!("row {row}: purpose {cell:?} is not one of {}", known.join(", ")));
                    }
                    words.purpose = Some(cell.to_owned());
                }
                Some((field @ ("name" | "explanation"), tag)) => {
                    let lang = Lang::parse(tag).map_err(|error| format!("column {header}: {error}"))?;
                    if field == "name" { words.name.set(lang, cell) } else { words.explanation.set(lang, cell) }
                }
                _ => {
                    return Err(format!(
                        "column {header:?} is not known; known are node, name.LANG, explanation.LANG, purpose"
                    ));
                }
            }
        }
        all.push((node.ok_or_else(|| format!("row {row} names no node"))?, words));
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_out_and_come_back() {
        let lang = |tag: &str| Lang::parse(tag).unwrap();
        let mut said = Words { purpose: Some("roads".to_owned()), ..Words::default() };
        said.name.set(lang("fr"), "Routes, pistes");
        said.explanation.set(lang("ar"), "طرق");
        let words: BTreeMap<NodeKey, Words> = [("spending/2/30".parse().unwrap(), said)].into();
        let table = write_words(&words).unwrap();
        assert_eq!(read_words(&table).unwrap(), words.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn what_is_wrong_is_said_with_its_row() {
        assert!(read_words(b"node,purpose\nspending/2/30,sweets\n").unwrap_err().contains("row 2"));
        assert!(read_words(b"node,label\nspending/2/30,x\n").unwrap_err().contains("label"));
        assert!(read_words(b"purpose\nroads\n").unwrap_err().contains("node"));
        assert!(read_words(b"node,purpose\nnowhere,roads\n").unwrap_err().contains("nowhere"));
    }
}
