//! Where.

use serde::{Deserialize, Serialize};

/// A position: longitude and latitude (WGS 84).
pub type Position = [f64; 2];

/// A geometry (RFC 7946), two-dimensional.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "coordinates")]
pub enum Shape {
    /// One place.
    Point(Position),
    /// Several places.
    MultiPoint(Vec<Position>),
    /// A line: a road, a pipe.
    LineString(Vec<Position>),
    /// Several lines.
    MultiLineString(Vec<Vec<Position>>),
    /// An area, its outer ring first.
    Polygon(Vec<Vec<Position>>),
    /// Several areas.
    MultiPolygon(Vec<Vec<Vec<Position>>>),
}

impl Shape {
    /// All its positions.
    pub fn positions(&self) -> Vec<Position> {
        match self {
            Shape::Point(one) => vec![*one],
            Shape::MultiPoint(line) | Shape::LineString(line) => line.clone(),
            Shape::MultiLineString(lines) | Shape::Polygon(lines) => lines.concat(),
            Shape::MultiPolygon(areas) => areas.concat().concat(),
        }
    }

    /// Whether every position lies on the earth, and there is one.
    pub fn is_sane(&self) -> bool {
        let positions = self.positions();
        let on_earth = |[longitude, latitude]: &Position| longitude.abs() <= 180.0 && latitude.abs() <= 90.0;
        !positions.is_empty() && positions.iter().all(on_earth)
    }
}

/// Where: a place of the census when it is known, else as the source named it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlaceRef {
    /// Census code; a code that is not in the database stays as it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The source's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
    /// Longitude and latitude (WGS 84), as the source gave them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<Position>,
    /// A line or an area, where the source draws one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shape: Option<Shape>,
}
