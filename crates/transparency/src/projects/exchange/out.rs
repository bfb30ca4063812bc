//! Files out: written piece by piece, so that a register of any size passes through a little memory.

use std::{io::Write, sync::Arc};

use infitah_base::{Lang, Timestamp, config::Config};
use infitah_kit::{
    T,
    export::{
        sheet::{About, Sheet, SheetError},
        table::{Column, csv_head, csv_rows},
    },
    urls::{self, Url},
};
use serde_json::{Map, Value};
use strum::EnumIter;

use super::{geojson_out, oc4ids_out, table_out};
use crate::projects::model::Project;

/// A project with its reference.
pub type Row = (String, Project);

/// The formats that go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter)]
pub enum ExportFormat {
    /// A table.
    Csv,
    /// The same table as a spreadsheet.
    Xlsx,
    /// A package of OC4IDS 0.9.5.
    Oc4ids,
    /// Places on a map.
    GeoJson,
}

impl ExportFormat {
    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            ExportFormat::Csv => "CSV",
            ExportFormat::Xlsx => "XLSX",
            ExportFormat::Oc4ids => "JSON (OC4IDS)",
            ExportFormat::GeoJson => "GeoJSON",
        }
    }

    /// Where the whole register is in this format.
    pub fn url(self) -> Url {
        match self {
            ExportFormat::Csv => urls::projects_csv(),
            ExportFormat::Xlsx => urls::projects_xlsx(),
            ExportFormat::Oc4ids => urls::projects_oc4ids(),
            ExportFormat::GeoJson => urls::projects_geojson(),
        }
    }

    /// The name under which it is saved.
    pub fn file_name(self) -> &'static str {
        match self {
            ExportFormat::Csv => "projects.csv",
            ExportFormat::Xlsx => "projects.xlsx",
            ExportFormat::Oc4ids => "projects.oc4ids.json",
            ExportFormat::GeoJson => "projects.geojson",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            ExportFormat::Csv => "text/csv; charset=utf-8",
            ExportFormat::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ExportFormat::Oc4ids => "application/json; charset=utf-8",
            ExportFormat::GeoJson => "application/geo+json",
        }
    }
}

/// What a file says of itself.
#[derive(Clone, Debug)]
pub struct Publication {
    /// Its address.
    pub uri: String,
    /// The address of the site, before all paths.
    pub site: String,
    /// When what it holds changed last.
    pub at: Timestamp,
    /// Who publishes it.
    pub publisher: String,
    /// The licence's address.
    pub licence: String,
    /// The registered prefix of OC4IDS (`oc4ids-xxxxxx`).
    pub prefix: String,
    /// The languages of the instance.
    pub languages: Vec<Lang>,
    /// What the second sheet of a spreadsheet says.
    pub about: About,
}

impl Publication {
    /// A file at `url` of an instance whose region has this name; `t` speaks the instance's first language.
    pub fn new(config: &Config, t: &T, region: &str, url: &Url, at: Timestamp) -> Self {
        let uri = format!("{}{}", config.public_url, url.bare());
        let publisher = t.m("council-of").s("region", region).bare();
        let date = t.date_full(at.date_in(&config.time_zone)).to_string();
        let line = |key: &'static str, said: &str| (t.m(key).to_string(), said.to_owned());
        let about = About {
            title: t.m("projects-title").to_string(),
            lines: vec![
                line("file-source", &publisher),
                line("file-licence", &config.licence_url),
                line("file-date", &date),
                line("file-address", &uri),
            ],
            right_to_left: t.lang().dir() == infitah_base::lang::Dir::Rtl,
            at,
        };
        Self {
            uri,
            site: config.public_url.clone(),
            at,
            publisher,
            licence: config.licence_url.clone(),
            prefix: config.oc4ids_prefix.clone(),
            languages: config.languages.clone(),
            about,
        }
    }

    fn context(&self) -> oc4ids_out::Context<'_> {
        oc4ids_out::Context {
            uri: self.uri.clone(),
            at: self.at,
            publisher: self.publisher.clone(),
            licence: &self.licence,
            prefix: &self.prefix,
            languages: &self.languages,
        }
    }

    fn page(&self, reference: &str) -> String {
        let lang = self.languages.first().copied().unwrap_or(Lang::arabic());
        format!("{}{}", self.site, urls::project(reference).to(lang))
    }
}

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The projects could not be read.
    #[error(transparent)]
    Store(#[from] infitah_store::StoreError),
    /// The file could not be written.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// The spreadsheet could not be made.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// The task of a spreadsheet ended without an answer.
    #[error("the spreadsheet was not finished")]
    Interrupted,
}

/// Writes a file: [`Writer::write`] for each batch, then [`Writer::end`].
pub struct Writer {
    publication: Publication,
    form: Form,
    /// Whether what stands before the first project is written.
    open: bool,
}

enum Form {
    Table(Arc<[Column<Row>]>),
    Book(Box<Sheet<Row>>),
    List(List),
}

/// JSON: an object whose last field is the list of the projects.
struct List {
    head: Map<String, Value>,
    name: &'static str,
    one: fn(&Row, &Publication) -> Value,
    /// Whether a first project is written.
    begun: bool,
}

impl Writer {
    /// Begins a file.
    pub fn begin(format: ExportFormat, publication: Publication) -> Result<Self, ExportError> {
        let columns = || -> Arc<[Column<Row>]> { table_out::columns(&publication.languages).into() };
        let form = match format {
            ExportFormat::Csv => Form::Table(columns()),
            ExportFormat::Xlsx => Form::Book(Box::new(Sheet::begin("projects", columns(), publication.about.clone())?)),
            ExportFormat::Oc4ids => Form::List(List {
                head: oc4ids_out::head(&publication.context()),
                name: "projects",
                one: |(reference, project), publication| {
                    Value::Object(oc4ids_out::one(reference, project, &publication.context()))
                },
                begun: false,
            }),
            ExportFormat::GeoJson => Form::List(List {
                head: geojson_out::head(&publication.context()),
                name: "features",
                one: |(reference, project), publication| {
                    geojson_out::feature(reference, project, &publication.page(reference), &publication.context())
                },
                begun: false,
            }),
        };
        Ok(Self { publication, form, open: false })
    }

    /// Writes more projects. People who were counted are protected here, whatever the format.
    pub fn write(&mut self, rows: &[Row], mut out: impl Write) -> Result<(), ExportError> {
        self.open(&mut out)?;
        let rows: Vec<Row> = rows.iter().map(|(reference, project)| (reference.clone(), project.for_files())).collect();
        match &mut self.form {
            Form::Table(columns) => out.write_all(&csv_rows(columns, &rows))?,
            Form::Book(sheet) => sheet.write(&rows)?,
            Form::List(list) => {
                for row in &rows {
                    let comma = if std::mem::replace(&mut list.begun, true) { "," } else { "" };
                    write!(out, "{comma}\n{}", (list.one)(row, &self.publication))?;
                }
            }
        }
        Ok(())
    }

    /// Writes what stands before the first project, once.
    fn open(&mut self, mut out: impl Write) -> Result<(), ExportError> {
        if std::mem::replace(&mut self.open, true) {
            return Ok(());
        }
        match &self.form {
            Form::Table(columns) => out.write_all(&csv_head(columns))?,
            Form::Book(_) => {}
            Form::List(list) => {
                let head = Value::Object(list.head.clone()).to_string();
                write!(out, "{},\"{}\":[", head.strip_suffix('}').unwrap_or(&head), list.name)?;
            }
        }
        Ok(())
    }

    /// Writes what stands behind the last project: without it the file is not whole.
    pub fn end(mut self, mut out: impl Write + Send) -> Result<(), ExportError> {
        self.open(&mut out)?;
        match self.form {
            Form::Table(_) => {}
            Form::Book(sheet) => sheet.save(out)?,
            Form::List(_) => out.write_all(b"\n]}\n")?,
        }
        Ok(())
    }
}

/// Writes a few projects at once.
pub fn export(format: ExportFormat, projects: &[Row], publication: &Publication) -> Result<Vec<u8>, ExportError> {
    let mut out = Vec::new();
    let mut writer = Writer::begin(format, publication.clone())?;
    writer.write(projects, &mut out)?;
    writer.end(&mut out)?;
    Ok(out)
}
