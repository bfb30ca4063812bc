//! Reading the place data that comes with the program: tables, levels, outlines, census figures.

use std::collections::BTreeMap;

use infitah_base::{Lang, Text};
use rust_embed::RustEmbed;
use serde::Deserialize;

use super::model::{Figure, Indicator, Kind, Place, Unit};

#[derive(RustEmbed)]
#[folder = "../../data"]
#[include = "places/*"]
#[include = "boundaries/*.topojson"]
struct Files;

/// The data files are part of the program: a fault in them is found by its tests, and said by name.
#[derive(Debug, thiserror::Error)]
#[error("place data {file}: {problem}")]
pub struct BadData {
    file: String,
    problem: String,
}

fn bad(file: &str, problem: impl std::fmt::Display) -> BadData {
    BadData { file: file.to_owned(), problem: problem.to_string() }
}

fn bytes(file: &str) -> Result<Vec<u8>, BadData> {
    Files::get(file).map(|file| file.data.into_owned()).ok_or_else(|| bad(file, "is not there"))
}

fn rows<T: for<'de> Deserialize<'de>>(file: &str) -> Result<Vec<T>, BadData> {
    let bytes = bytes(file)?;
    csv::Reader::from_reader(bytes.as_slice()).deserialize().collect::<Result<_, _>>().map_err(|error| bad(file, error))
}

fn toml<T: for<'de> Deserialize<'de>>(file: &str) -> Result<T, BadData> {
    let bytes = bytes(file)?;
    let text = std::str::from_utf8(&bytes).map_err(|error| bad(file, error))?;
    toml::from_str(text).map_err(|error| bad(file, error))
}

/// The levels.
pub(super) fn levels() -> Result<Vec<Kind>, BadData> {
    #[derive(Deserialize)]
    struct Levels {
        level: Vec<Kind>,
    }
    Ok(toml::<Levels>("places/levels.toml")?.level)
}

#[derive(Deserialize)]
struct Row {
    code: String,
    name_fr: String,
    name_ar: String,
    #[serde(rename = "type", default)]
    kind: String,
    #[serde(default)]
    region_code: String,
    #[serde(default)]
    province_code: String,
    #[serde(default)]
    cercle_code: String,
    population_2024: Option<i64>,
    households_2024: Option<i64>,
}

#[derive(Deserialize)]
struct Country {
    code: String,
    names: Text,
}

/// All places, parents before children.
pub(super) fn places() -> Result<Vec<Place>, BadData> {
    let outlines = outlines()?;
    let Country { code: country_code, names } = toml("places/country.toml")?;
    let country = Place {
        code: country_code.clone(),
        kind: "country".to_owned(),
        parent: None,
        names,
        population: None,
        households: None,
        has_outline: false,
    };
    let mut out = vec![country];
    let mut push = |row: Row, kind: &str, parent: String| {
        let mut names = Text::default();
        for (tag, name) in [("ar", &row.name_ar), ("fr", &row.name_fr)] {
            if let Ok(lang) = Lang::parse(tag) {
                names.set(lang, name.trim());
            }
        }
        out.push(Place {
            has_outline: outlines.contains_key(&row.code),
            kind: kind.to_owned(),
            parent: Some(parent),
            names,
            population: row.population_2024,
            households: row.households_2024,
            code: row.code,
        });
    };
    for row in rows::<Row>("places/ma_regions.csv")? {
        push(row, "region", country_code.clone());
    }
    let (whole, parts): (Vec<Row>, Vec<Row>) = rows::<Row>("places/ma_provinces.csv")?
        .into_iter()
        .partition(|row| row.kind != "prefecture_of_arrondissements");
    for row in whole {
        let (kind, parent) = (row.kind.clone(), row.region_code.clone());
        push(row, &kind, parent);
    }
    // Casablanca is one prefecture and, inside it, eight of arrondissements: they are its parts, not its peers.
    for row in parts {
        let parent = row.code.split('.').take(2).collect::<Vec<_>>().join(".");
        push(row, "prefecture_of_arrondissements", parent);
    }
    let cercles = rows::<Row>("places/bmk_cercles.csv")?;
    let known: Vec<String> = cercles.iter().map(|row| row.code.clone()).collect();
    for row in cercles {
        let parent = row.province_code.clone();
        push(row, "cercle", parent);
    }
    for row in rows::<Row>("places/ma_communes.csv")? {
        // The names of cercles are there for one region only; elsewhere a commune stands under its province.
        let parent = if known.contains(&row.cercle_code) { row.cercle_code.clone() } else { row.province_code.clone() };
        let kind = row.kind.clone();
        push(row, &kind, parent);
    }
    Ok(out)
}

/// The indicators, in the order in which pages show them.
pub(super) fn indicators() -> Result<Vec<Indicator>, BadData> {
    #[derive(Deserialize)]
    struct Source {
        name: Text,
    }
    #[derive(Deserialize)]
    struct One {
        key: String,
        unit: Unit,
        source: String,
        date: String,
        base: Text,
        label: Text,
        explanation: Text,
    }
    #[derive(Deserialize)]
    struct All {
        source: BTreeMap<String, Source>,
        indicator: Vec<One>,
    }
    let file = "places/indicators.toml";
    let all: All = toml(file)?;
    let whole = |one: One| {
        let source = all.source.get(&one.source).ok_or_else(|| bad(file, format!("no source {}", one.source)))?;
        let One { key, unit, date, base, label, explanation, .. } = one;
        Ok(Indicator { key, unit, source: source.name.clone(), date, base, label, explanation })
    };
    all.indicator.into_iter().map(whole).collect()
}

/// The figures: place and figure.
pub(super) fn figures() -> Result<Vec<(String, Figure)>, BadData> {
    #[derive(Deserialize)]
    struct One {
        place: String,
        indicator: String,
        area: String,
        sex: String,
        value: f64,
    }
    let one = |One { place, indicator, area, sex, value }| (place, Figure { indicator, area, sex, value });
    Ok(rows::<One>("places/census_2024.csv")?.into_iter().map(one).collect())
}

/// Outlines by code.
pub(super) type Outlines = BTreeMap<String, Vec<infitah_kit::svg::Ring>>;

/// The outlines by code: rings of longitude and latitude. The region's own, finer ones replace the national ones.
pub(super) fn outlines() -> Result<Outlines, BadData> {
    let mut out = BTreeMap::new();
    for file in ["ma_regions", "ma_provinces", "bmk_provinces", "bmk_communes"] {
        let file = format!("boundaries/{file}.topojson");
        let topology: Topology = serde_json::from_slice(&bytes(&file)?).map_err(|error| bad(&file, error))?;
        out.extend(topology.outlines().ok_or_else(|| bad(&file, "its arcs do not fit together"))?);
    }
    Ok(out)
}

/// TopoJSON, as far as outlines need it: quantised arcs that neighbours share.
#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    arcs: Vec<Vec<[f64; 2]>>,
    objects: BTreeMap<String, Collection>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(rename = "type")]
    kind: String,
    properties: Properties,
    arcs: serde_json::Value,
}

#[derive(Deserialize)]
struct Properties {
    code: String,
}

impl Topology {
    fn outlines(&self) -> Option<Outlines> {
        let arcs: Vec<Vec<[f64; 2]>> = self.arcs.iter().map(|arc| self.decode(arc)).collect();
        let mut out = BTreeMap::new();
        for geometry in self.objects.values().flat_map(|collection| &collection.geometries) {
            let polygons: Vec<Vec<Vec<i64>>> = match geometry.kind.as_str() {
                "Polygon" => vec![serde_json::from_value(geometry.arcs.clone()).ok()?],
                _ => serde_json::from_value(geometry.arcs.clone()).ok()?,
            };
            let rings: Option<Vec<_>> = polygons.iter().flatten().map(|ring| join(ring, &arcs)).collect();
            out.insert(geometry.properties.code.clone(), rings?);
        }
        Some(out)
    }

    /// Differences of whole numbers become degrees, to five decimals (a metre).
    fn decode(&self, arc: &[[f64; 2]]) -> Vec<[f64; 2]> {
        let (mut x, mut y) = (0.0, 0.0);
        let degrees = |value: f64, axis: usize| {
            ((value * self.transform.scale[axis] + self.transform.translate[axis]) * 1e5).round() / 1e5
        };
        arc.iter()
            .map(|[dx, dy]| {
                x += dx;
                y += dy;
                [degrees(x, 0), degrees(y, 1)]
            })
            .collect()
    }
}

/// Joins arcs to a ring; a negative number is an arc walked backwards (its complement).
fn join(ring: &[i64], arcs: &[Vec<[f64; 2]>]) -> Option<Vec<[f64; 2]>> {
    let mut out: Vec<[f64; 2]> = Vec::new();
    for index in ring {
        let forward = *index >= 0;
        let arc = arcs.get(usize::try_from(if forward { *index } else { !*index }).ok()?)?;
        let mut points: Vec<[f64; 2]> = arc.clone();
        if !forward {
            points.reverse();
        }
        // The first point of an arc is the last of the one before.
        let skip = usize::from(!out.is_empty());
        out.extend(points.into_iter().skip(skip));
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn all_of_morocco_is_there_and_hangs_together() {
        let places = places().unwrap();
        let levels = levels().unwrap();
        let kinds: HashSet<&str> = levels.iter().map(|level| level.kind.as_str()).collect();
        let mut seen = HashSet::new();
        for place in &places {
            assert!(kinds.contains(place.kind.as_str()), "{} is of no known level", place.code);
            assert!(place.parent.as_ref().is_none_or(|parent| seen.contains(parent)), "{} has no parent", place.code);
            assert!(seen.insert(place.code.clone()), "{} comes twice", place.code);
            assert!(!place.names.is_empty());
        }
        let communes = |region: &str| {
            let commune =
                |place: &&Place| matches!(place.kind.as_str(), "urban" | "rural") && place.code.starts_with(region);
            places.iter().filter(commune).collect::<Vec<_>>()
        };
        assert_eq!(communes("").len(), 1503);
        let ours = communes("05.");
        assert_eq!(ours.len(), 135);
        assert!(ours.iter().all(|place| place.has_outline));
        let people: i64 = ours.iter().filter_map(|place| place.population).sum();
        assert_eq!(people, 2_525_801, "the communes add up to the region");
    }

    #[test]
    fn outlines_are_closed_rings_in_morocco() {
        let outlines = outlines().unwrap();
        assert_eq!(outlines.len(), 12 + 75 + 135);
        for (code, rings) in &outlines {
            for ring in rings {
                assert!(ring.len() >= 4 && ring.first() == ring.last(), "{code} is not closed");
                assert!(
                    ring.iter().all(|[lon, lat]| (-18.0..0.0).contains(lon) && (20.0..37.0).contains(lat)),
                    "{code}"
                );
            }
        }
    }

    #[test]
    fn figures_speak_of_known_places_and_indicators() {
        let places: HashSet<String> = places().unwrap().into_iter().map(|place| place.code).collect();
        let indicators: HashSet<String> = indicators().unwrap().into_iter().map(|one| one.key).collect();
        for (place, figure) in figures().unwrap() {
            assert!(places.contains(&place), "{place}");
            assert!(indicators.contains(&figure.indicator), "{}", figure.indicator);
        }
    }
}
