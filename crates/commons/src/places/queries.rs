//! Reading places: for pages, lists, exports and other domains.

use std::collections::{BTreeMap, HashMap};

use infitah_base::{Lang, Text, text};
use infitah_kit::{site::Chrome, svg::Ring};
use infitah_store::{
    StoreError,
    entities::{indicator, place, place_figure, place_kind, place_outline},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::model::{Figure, Indicator, Kind, Place};
use crate::Viewer;

fn read(row: place::Model) -> Result<Place, StoreError> {
    Ok(Place {
        names: serde_json::from_str(&row.names)?,
        code: row.code,
        kind: row.kind,
        parent: row.parent,
        population: row.population,
        households: row.households,
        has_outline: row.has_outline,
    })
}

/// The place with this code. Places are public: every viewer sees all.
pub async fn find(db: &impl ConnectionTrait, _: &Viewer, code: &str) -> Result<Option<Place>, StoreError> {
    place::Entity::find_by_id(code).one(db).await?.map(read).transpose()
}

/// The places with these codes, in no order.
pub async fn many(db: &impl ConnectionTrait, _: &Viewer, codes: &[String]) -> Result<Vec<Place>, StoreError> {
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    let rows = place::Entity::find().filter(place::Column::Code.is_in(codes)).all(db).await?;
    rows.into_iter().map(read).collect()
}

/// The places directly within one, in Arabic order.
pub async fn children(db: &impl ConnectionTrait, _: &Viewer, code: &str) -> Result<Vec<Place>, StoreError> {
    let rows = place::Entity::find()
        .filter(place::Column::Parent.eq(code))
        .order_by_asc(place::Column::SortKey)
        .order_by_asc(place::Column::Code)
        .all(db)
        .await?;
    rows.into_iter().map(read).collect()
}

/// The places around one, the nearest first.
pub async fn ancestors(db: &impl ConnectionTrait, viewer: &Viewer, place: &Place) -> Result<Vec<Place>, StoreError> {
    let mut out = Vec::new();
    let mut next = place.parent.clone();
    while let Some(code) = next {
        let Some(parent) = find(db, viewer, &code).await? else { break };
        next = parent.parent.clone();
        out.push(parent);
    }
    Ok(out)
}

/// Every place's code with the code of the place around it: what an import needs to place thousands of rows.
pub async fn codes_and_parents(db: &impl ConnectionTrait) -> Result<HashMap<String, Option<String>>, StoreError> {
    let rows = place::Entity::find().all(db).await?;
    Ok(rows.into_iter().map(|row| (row.code, row.parent)).collect())
}

/// A place and all places within it, with the levels: read at once, because lists and maps need most of it.
pub struct Tree {
    /// The place at the top.
    pub root: Place,
    /// All places within it, each after the place around it.
    pub within: Vec<Place>,
    /// The levels by name.
    pub kinds: BTreeMap<String, Kind>,
}

impl Tree {
    /// The level of a place.
    pub fn rank(&self, place: &Place) -> i32 {
        self.kinds.get(&place.kind).map_or(0, |kind| kind.rank)
    }

    /// The places directly within one.
    pub fn children<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a Place> {
        self.within.iter().filter(move |place| place.parent.as_deref() == Some(code))
    }

    /// The places of the lowest level.
    pub fn smallest(&self) -> impl Iterator<Item = &Place> {
        let lowest = self.within.iter().map(|place| self.rank(place)).max().unwrap_or_default();
        self.within.iter().filter(move |place| self.rank(place) == lowest)
    }
}

/// The levels, the widest first.
async fn kinds(db: &impl ConnectionTrait) -> Result<Vec<Kind>, StoreError> {
    let rows = place_kind::Entity::find().order_by_asc(place_kind::Column::Rank).all(db).await?;
    rows.into_iter()
        .map(|row| {
            let (one, many) = (serde_json::from_str(&row.one)?, serde_json::from_str(&row.many)?);
            Ok(Kind { kind: row.kind, rank: row.rank, one, many })
        })
        .collect()
}

/// A place with everything within it.
pub async fn descendants(db: &impl ConnectionTrait, viewer: &Viewer, code: &str) -> Result<Option<Tree>, StoreError> {
    let Some(root) = find(db, viewer, code).await? else { return Ok(None) };
    let kinds: BTreeMap<String, Kind> = kinds(db).await?.into_iter().map(|kind| (kind.kind.clone(), kind)).collect();
    let mut within: Vec<Place> = Vec::new();
    let mut around = vec![root.code.clone()];
    // One statement a level: four for a country.
    while !around.is_empty() {
        let rows = place::Entity::find()
            .filter(place::Column::Parent.is_in(std::mem::take(&mut around)))
            .order_by_asc(place::Column::SortKey)
            .order_by_asc(place::Column::Code)
            .all(db)
            .await?;
        let found: Vec<Place> = rows.into_iter().map(read).collect::<Result<_, _>>()?;
        around = found.iter().map(|place| place.code.clone()).collect();
        within.extend(found);
    }
    Ok(Some(Tree { root, within, kinds }))
}

/// The outlines of these places.
pub async fn outlines(db: &impl ConnectionTrait, codes: &[String]) -> Result<HashMap<String, Vec<Ring>>, StoreError> {
    let mut out = HashMap::new();
    for some in codes.chunks(infitah_store::BATCH) {
        let rows = place_outline::Entity::find().filter(place_outline::Column::Code.is_in(some)).all(db).await?;
        for row in rows {
            out.insert(row.code, serde_json::from_str(&row.rings)?);
        }
    }
    Ok(out)
}

/// The outlines of these places, those without one left out.
pub async fn outlines_of(
    db: &impl ConnectionTrait,
    places: &[&Place],
) -> Result<HashMap<String, Vec<Ring>>, StoreError> {
    let drawn = places.iter().filter(|place| place.has_outline).map(|place| place.code.clone());
    outlines(db, &drawn.collect::<Vec<_>>()).await
}

/// The figures of a place with their indicators, in the order in which pages show them.
pub(super) async fn figures(
    db: &impl ConnectionTrait,
    code: &str,
) -> Result<(Vec<Indicator>, Vec<Figure>), StoreError> {
    let rows = indicator::Entity::find().order_by_asc(indicator::Column::Position).all(db).await?;
    let indicators = rows.iter().map(|row| serde_json::from_str(&row.definition)).collect::<Result<_, _>>()?;
    let rows = place_figure::Entity::find().filter(place_figure::Column::Place.eq(code)).all(db).await?;
    let figure =
        |row: place_figure::Model| Figure { indicator: row.indicator, area: row.area, sex: row.sex, value: row.value };
    Ok((indicators, rows.into_iter().map(figure).collect()))
}

/// One page of places for programs: codes after `after`, in code order.
pub(super) async fn page_after(
    db: &impl ConnectionTrait,
    _: &Viewer,
    kind: Option<&str>,
    parent: Option<&str>,
    after: &str,
    limit: u64,
) -> Result<Vec<Place>, StoreError> {
    use sea_orm::QuerySelect;
    let mut query = place::Entity::find().filter(place::Column::Code.gt(after)).order_by_asc(place::Column::Code);
    if let Some(kind) = kind {
        query = query.filter(place::Column::Kind.eq(kind));
    }
    if let Some(parent) = parent {
        query = query.filter(place::Column::Parent.eq(parent));
    }
    query.limit(limit).all(db).await?.into_iter().map(read).collect()
}

/// What the frame around every page shows of the region.
pub async fn chrome(db: &impl ConnectionTrait, region: &str, offered: &[Lang]) -> Result<Option<Chrome>, StoreError> {
    let Some(tree) = descendants(db, &Viewer::Public, region).await? else { return Ok(None) };
    let provinces: Vec<(String, Text)> =
        tree.children(region).map(|place| (place.code.clone(), place.names.clone())).collect();
    let communes = offered
        .iter()
        .map(|lang| {
            let mut names: Vec<(String, String)> =
                tree.smallest().map(|place| (place.code.clone(), place.name(*lang).to_owned())).collect();
            names.sort_by_cached_key(|(_, name)| text::sort_key(name));
            (*lang, names)
        })
        .collect();
    Ok(Some(Chrome { region: tree.root.names, provinces, communes }))
}

/// Every place, in the order of the codes.
pub(super) async fn all(db: &impl ConnectionTrait, _: &Viewer) -> Result<Vec<Place>, StoreError> {
    place::Entity::find().order_by_asc(place::Column::Code).all(db).await?.into_iter().map(read).collect()
}

/// Every census figure with its place, in the order of the table.
pub(super) async fn all_figures(db: &impl ConnectionTrait) -> Result<Vec<(String, Figure)>, StoreError> {
    use place_figure::Column;
    let rows = place_figure::Entity::find()
        .order_by_asc(Column::Place)
        .order_by_asc(Column::Indicator)
        .order_by_asc(Column::Area)
        .order_by_asc(Column::Sex)
        .all(db)
        .await?;
    let figure = |row: place_figure::Model| {
        (row.place, Figure { indicator: row.indicator, area: row.area, sex: row.sex, value: row.value })
    };
    Ok(rows.into_iter().map(figure).collect())
}
