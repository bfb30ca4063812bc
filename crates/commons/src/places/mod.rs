//! Places: the levels of the administrative map, the tree of places, their outlines and the census figures that
//! matter here. Levels are data, because other countries have others; codes are the census's own (HCP), with dots.

mod api;
mod atlas;
mod checks;
mod data;
mod load;
mod model;
mod queries;
mod web;

pub use api::{Api, PlaceItem, census_columns, place_columns, routes as api_routes};
pub use atlas::{Atlas, Tree};
pub use checks::what_must_hold;
pub use load::{LoadPlaces, Loaded, load_all};
pub use model::{Figure, Indicator, Kind, Place, Unit};
pub use queries::{codes_and_parents, find};
pub use web::{PlaceResolver, routes};
