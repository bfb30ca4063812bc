//! Writing GeoJSON (RFC 7946): one feature per project, where it says where it is; nothing is placed by guessing.

use serde_json::{Map, Value, json};

use super::oc4ids_out::{self, Context};
use crate::projects::model::{Observation, Project};

/// What the collection says of itself, beside its features.
pub(super) fn head(context: &Context<'_>) -> Map<String, Value> {
    let head = json!({
        "type": "FeatureCollection",
        "uri": context.uri,
        "published": context.at.rfc3339(),
        "publisher": context.publisher,
        "license": context.licence,
    });
    head.as_object().cloned().unwrap_or_default()
}

/// A project as a feature. `page` is the address of its page.
pub(super) fn feature(reference: &str, project: &Project, page: &str, context: &Context<'_>) -> Value {
    let texts = |text: &infitah_base::Text| -> Map<String, Value> {
        text.iter().map(|(lang, words)| (lang.tag().to_owned(), json!(words))).collect()
    };
    let places: Vec<&String> = project.places.iter().filter_map(|place| place.code.as_ref()).collect();
    let observed =
        |found: Option<&Observation>| found.map(|found| json!({ "percent": found.percent, "date": found.date }));
    let budget = project.budget.as_ref().map(|budget| oc4ids_out::money(budget.amount));
    let mut properties = json!({
        "reference": reference,
        "identifier": project.identifier,
        "title": texts(&project.title),
        "kind": project.kind,
        "stage": project.stage(),
        "sectors": project.sectors,
        "places": places,
        "budget": budget,
        "built": observed(project.built()),
        "paid": observed(project.paid()),
        "updated": project.last_news(),
        "page": page,
    });
    if let Some(all) = properties.as_object_mut() {
        all.retain(|_, value| !value.is_null());
    }
    let geometry = geometry(&oc4ids_out::one(reference, project, context));
    json!({ "type": "Feature", "id": reference, "geometry": geometry, "properties": properties })
}

/// Where a project is, as its OC4IDS form says: points and whatever shapes came with it. None: null.
fn geometry(project: &Map<String, Value>) -> Value {
    let locations = project.get("locations").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let found = locations.iter().filter_map(|location| location.get("geometry").and_then(well_formed));
    let mut shapes: Vec<(String, Value)> = found.collect();
    if shapes.len() > 1 && shapes.iter().all(|(kind, _)| kind == "Point") {
        let points: Vec<Value> = shapes.into_iter().map(|(_, coordinates)| coordinates).collect();
        return json!({ "type": "MultiPoint", "coordinates": points });
    }
    let shape = |(kind, coordinates): (String, Value)| json!({ "type": kind, "coordinates": coordinates });
    match shapes.len() {
        0 | 1 => shapes.pop().map_or(Value::Null, shape),
        _ => json!({ "type": "GeometryCollection", "geometries": shapes.into_iter().map(shape).collect::<Vec<_>>() }),
    }
}

/// Type and coordinates of a geometry that keeps the rules of RFC 7946, 3.1.
fn well_formed(geometry: &Value) -> Option<(String, Value)> {
    let (kind, coordinates) = (geometry.get("type")?.as_str()?, geometry.get("coordinates")?);
    let holds = match kind {
        "Point" => is_position(coordinates),
        "MultiPoint" => is_list(coordinates, 1, is_position),
        "LineString" => is_list(coordinates, 2, is_position),
        "MultiLineString" => is_list(coordinates, 1, |line| is_list(line, 2, is_position)),
        "Polygon" => is_list(coordinates, 1, is_ring),
        "MultiPolygon" => is_list(coordinates, 1, |polygon| is_list(polygon, 1, is_ring)),
        _ => false,
    };
    holds.then(|| (kind.to_owned(), coordinates.clone()))
}

fn is_list(value: &Value, least: usize, of: fn(&Value) -> bool) -> bool {
    value.as_array().is_some_and(|list| list.len() >= least && list.iter().all(of))
}

fn is_ring(value: &Value) -> bool {
    is_list(value, 4, is_position) && value.as_array().is_some_and(|ring| ring.first() == ring.last())
}

/// Longitude, latitude and perhaps a height.
fn is_position(value: &Value) -> bool {
    let within = |value: Option<&Value>, bound: f64| value.and_then(Value::as_f64).is_some_and(|n| n.abs() <= bound);
    value.as_array().is_some_and(|numbers| {
        (2..=3).contains(&numbers.len())
            && numbers.iter().all(Value::is_number)
            && within(numbers.first(), 180.0)
            && within(numbers.get(1), 90.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn at(geometries: &[Value]) -> Value {
        let locations: Vec<Value> = geometries.iter().map(|geometry| json!({ "geometry": geometry })).collect();
        geometry(json!({ "locations": locations }).as_object().unwrap())
    }

    #[rstest]
    #[case(&[], "null")]
    #[case(&[("Point", "[-6.5,32]")], r#"{"type":"Point","coordinates":[-6.5,32]}"#)]
    #[case(&[("Point", "[-6.5,32]"), ("Point", "[1,2]")], r#"{"type":"MultiPoint","coordinates":[[-6.5,32],[1,2]]}"#)]
    #[case(&[("Point", "[500,1]")], "null")]
    #[case(&[("Point", "[\"1\",1]")], "null")]
    #[case(&[("LineString", "[[1,1]]")], "null")]
    #[case(&[("Polygon", "[[[0,0],[1,0],[1,1],[0,1]]]")], "null")]
    #[case(
        &[("Polygon", "[[[0,0],[1,0],[1,1],[0,0]]]")],
        r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#
    )]
    #[case(
        &[("Point", "[1,2]"), ("LineString", "[[1,1],[2,2]]")],
        r#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"LineString","coordinates":[[1,1],[2,2]]}]}"#
    )]
    fn shapes_are_what_was_said_and_nothing_else(#[case] said: &[(&str, &str)], #[case] expected: &str) {
        let coordinates = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        let geometries: Vec<Value> =
            said.iter().map(|(kind, text)| json!({ "type": kind, "coordinates": coordinates(text) })).collect();
        assert_eq!(at(&geometries).to_string(), expected);
    }
}
