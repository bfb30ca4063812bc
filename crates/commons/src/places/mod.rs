//! Places: the levels of the administrative map, the tree of places, their outlines and the census figures that
//! matter here. Levels are data, because other countries have others; codes are the census's own (HCP), with dots.

mod api;
mod checks;
mod data;
mod load;
mod model;
mod queries;
mod web;

pub use api::{__path_list as __path_api_list, PlaceItem, list as api_list, routes as api_routes};
pub use checks::what_must_hold;
pub use load::{LoadPlaces, Loaded, load_all};
pub use model::{Figure, Indicator, Kind, Place, Unit};
pub use queries::{
    Tree, ancestors, children, chrome, codes_and_parents, descendants, find, many, outlines, outlines_of,
};
pub use web::{PlaceResolver, routes};
