//! All places in memory. They change almost never and nearly every page shows some of them, so pages ask the atlas and
//! not the database. It is read when the program starts and again when a place changes; one atlas never changes.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, RwLock},
};

use infitah_base::{Lang, Text, text};
use infitah_kit::{
    site::Chrome,
    svg::{Outlines, Ring},
};
use infitah_store::{
    StoreError,
    entities::{indicator, place, place_kind, place_outline},
};
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};

use super::{
    model::{Indicator, Kind, Place},
    queries::read,
};

/// All places with their levels and outlines, and what the census counts of them.
#[derive(Default)]
pub struct Atlas {
    places: BTreeMap<String, Arc<Place>>,
    trees: HashMap<String, Tree>,
    indicators: Vec<Indicator>,
    rings: HashMap<String, Vec<Ring>>,
    /// Drawn when first asked for. Which places stand on a map together follows from the tree, so these are few.
    drawn: RwLock<HashMap<Vec<String>, Arc<Outlines>>>,
}

impl Atlas {
    /// Reads it: four statements.
    pub async fn load(db: &impl ConnectionTrait) -> Result<Self, StoreError> {
        let kinds = place_kind::Entity::find().all(db).await?.into_iter().map(read_kind);
        let kinds = Arc::new(kinds.collect::<Result<BTreeMap<_, _>, StoreError>>()?);
        // Sorted here: the two databases do not order texts alike.
        let mut rows = place::Entity::find().all(db).await?;
        rows.sort_by(|a, b| (&a.sort_key, &a.code).cmp(&(&b.sort_key, &b.code)));
        let sorted = rows.into_iter().map(|row| read(row).map(Arc::new)).collect::<Result<Vec<_>, _>>()?;
        let outlines = place_outline::Entity::find().all(db).await?.into_iter();
        let rings = outlines.map(|row| Ok((row.code, serde_json::from_str(&row.rings)?)));
        let rows = indicator::Entity::find().order_by_asc(indicator::Column::Position).all(db).await?;
        let indicators = rows.iter().map(|row| Ok(serde_json::from_str(&row.definition)?));
        Ok(Self {
            trees: trees(&sorted, &kinds),
            places: sorted.into_iter().map(|place| (place.code.clone(), place)).collect(),
            indicators: indicators.collect::<Result<_, StoreError>>()?,
            rings: rings.collect::<Result<_, StoreError>>()?,
            drawn: RwLock::default(),
        })
    }

    /// The place with this code.
    pub fn find(&self, code: &str) -> Option<&Arc<Place>> {
        self.places.get(code)
    }

    /// The places with these codes, each once, in the order given.
    pub fn many(&self, codes: &[String]) -> Vec<Arc<Place>> {
        let mut out: Vec<Arc<Place>> = Vec::new();
        for place in codes.iter().filter_map(|code| self.find(code)) {
            if !out.iter().any(|known| known.code == place.code) {
                out.push(place.clone());
            }
        }
        out
    }

    /// The place around one.
    pub fn parent(&self, place: &Place) -> Option<&Arc<Place>> {
        self.find(place.parent.as_deref()?)
    }

    /// The places around one, the nearest first.
    pub fn ancestors(&self, place: &Place) -> Vec<Arc<Place>> {
        std::iter::successors(self.parent(place), |place| self.parent(place)).cloned().collect()
    }

    /// Whether a place lies in the one with this code, at whatever level.
    pub fn is_within(&self, place: &Place, code: &str) -> bool {
        std::iter::successors(self.parent(place), |place| self.parent(place)).any(|around| around.code == code)
    }

    /// A place with everything within it.
    pub fn descendants(&self, code: &str) -> Option<&Tree> {
        self.trees.get(code)
    }

    /// The outlines of these places, drawn together; places without one are left out.
    pub fn outlines_of(&self, places: &[&Place]) -> Arc<Outlines> {
        let codes: Vec<String> =
            places.iter().filter(|place| place.has_outline).map(|place| place.code.clone()).collect();
        if let Some(known) = self.drawn.read().unwrap_or_else(|p| p.into_inner()).get(&codes) {
            return known.clone();
        }
        let rings = codes.iter().filter_map(|code| Some((code.as_str(), self.rings.get(code)?.as_slice())));
        let drawn = Arc::new(Outlines::draw(rings));
        self.drawn.write().unwrap_or_else(|p| p.into_inner()).insert(codes, drawn.clone());
        drawn
    }

    /// What the census counts of places, in the order in which pages show it.
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// Every place, in the order of the codes.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Place>> {
        self.places.values()
    }

    /// The places whose codes come after this one, in the order of the codes.
    pub fn after(&self, code: &str) -> impl Iterator<Item = &Arc<Place>> {
        use std::ops::Bound::{Excluded, Unbounded};
        self.places.range::<str, _>((Excluded(code), Unbounded)).map(|(_, place)| place)
    }

    /// What the frame around every page shows of the region. `None`: there is no such region.
    pub fn chrome(&self, region: &str, offered: &[Lang]) -> Option<Chrome> {
        let tree = self.descendants(region)?;
        let provinces: Vec<(String, Text)> =
            tree.children(region).map(|place| (place.code.clone(), place.names.clone())).collect();
        let communes = offered.iter().map(|lang| {
            let mut names: Vec<(String, String)> =
                tree.smallest().map(|place| (place.code.clone(), place.name(*lang).to_owned())).collect();
            names.sort_by_cached_key(|(_, name)| text::sort_key(name));
            (*lang, names)
        });
        let region = tree.root.names.clone();
        Some(Chrome { region, provinces, communes: communes.collect(), ..Chrome::default() })
    }
}

/// The levels by name.
type Kinds = Arc<BTreeMap<String, Kind>>;

/// A place and all places within it, with the levels.
pub struct Tree {
    /// The place at the top.
    pub root: Arc<Place>,
    /// All places within it, level by level, each level in Arabic order.
    pub within: Vec<Arc<Place>>,
    /// The levels by name.
    pub kinds: Kinds,
}

impl Tree {
    /// The level of a place.
    pub fn rank(&self, place: &Place) -> i32 {
        self.kinds.get(&place.kind).map_or(0, |kind| kind.rank)
    }

    /// The places directly within one.
    pub fn children<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a Place> {
        self.within.iter().map(Arc::as_ref).filter(move |place| place.parent.as_deref() == Some(code))
    }

    /// The places of the lowest level.
    pub fn smallest(&self) -> impl Iterator<Item = &Place> {
        let lowest = self.within.iter().map(|place| self.rank(place)).max().unwrap_or_default();
        self.within.iter().map(Arc::as_ref).filter(move |place| self.rank(place) == lowest)
    }
}

/// The tree under every place. Only pointers are kept: a place is in the trees of all places around it.
fn trees(sorted: &[Arc<Place>], kinds: &Kinds) -> HashMap<String, Tree> {
    let position: HashMap<&str, usize> =
        sorted.iter().zip(0..).map(|(place, index)| (place.code.as_str(), index)).collect();
    let mut children: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, parent) in
        sorted.iter().enumerate().filter_map(|(index, place)| Some((index, place.parent.as_deref()?)))
    {
        children.entry(parent).or_default().push(index);
    }
    let within = |root: &Place| {
        let mut out: Vec<Arc<Place>> = Vec::new();
        let mut level: Vec<usize> = position.get(root.code.as_str()).copied().into_iter().collect();
        // Places that lie in each other in a circle would end nowhere: no level is deeper than there are places.
        while !level.is_empty() && out.len() <= sorted.len() {
            let parts = level.iter().filter_map(|index| children.get(sorted.get(*index)?.code.as_str()));
            level = parts.flatten().copied().collect();
            level.sort_unstable();
            out.extend(level.iter().filter_map(|index| sorted.get(*index).cloned()));
        }
        out
    };
    let tree = |place: &Arc<Place>| Tree { root: place.clone(), within: within(place), kinds: kinds.clone() };
    sorted.iter().map(|place| (place.code.clone(), tree(place))).collect()
}

fn read_kind(row: place_kind::Model) -> Result<(String, Kind), StoreError> {
    let (one, many) = (serde_json::from_str(&row.one)?, serde_json::from_str(&row.many)?);
    Ok((row.kind.clone(), Kind { kind: row.kind, rank: row.rank, one, many }))
}

#[cfg(test)]
mod tests {
    use infitah_store::{StoreError, db_test, testing::TestDb};

    use super::*;
    use crate::{Permit, places::load_all};

    async fn atlas(db: &TestDb) -> Atlas {
        let loaded: Result<_, StoreError> =
            db.write(|tx| Box::pin(async move { load_all(tx, &Permit::for_operator("test")).await })).await;
        loaded.unwrap();
        Atlas::load(&db.read().await.unwrap()).await.unwrap()
    }

    #[db_test]
    async fn the_atlas_holds_the_tree_of_places(db: TestDb) {
        let atlas = atlas(&db).await;
        let commune = atlas.find("05.081.03.13").unwrap();
        let around: Vec<String> = atlas.ancestors(commune).iter().map(|place| place.code.clone()).collect();
        assert_eq!(around, ["05.081.03", "05.081", "05", "MA"]);
        assert!(atlas.is_within(commune, "05") && !atlas.is_within(commune, "06"));
        assert!(!atlas.is_within(commune, &commune.code), "nothing lies within itself");
        let region = atlas.descendants("05").unwrap();
        assert_eq!(region.smallest().count(), 135);
        assert_eq!(region.children("05").count(), 5);
        assert!(region.within.iter().all(|place| atlas.is_within(place, "05")));
        let keys: Vec<String> = region.children("05").map(|place| text::sort_key(place.name(Lang::arabic()))).collect();
        assert!(keys.is_sorted(), "in Arabic order: {keys:?}");
        let country = atlas.descendants("MA").unwrap();
        assert_eq!(country.within.len() + 1, atlas.all().count(), "every place once");
        assert!(atlas.descendants(&commune.code).unwrap().within.is_empty());
        assert!(atlas.descendants("99").is_none());
    }

    #[db_test]
    async fn many_are_given_once_each_in_the_order_asked(db: TestDb) {
        let atlas = atlas(&db).await;
        let asked = ["05.081", "99", "05", "05.081"].map(str::to_owned);
        let found: Vec<String> = atlas.many(&asked).iter().map(|place| place.code.clone()).collect();
        assert_eq!(found, ["05.081", "05"]);
        assert_eq!(atlas.after("05.081").next().unwrap().code, "05.081.01.01");
    }

    #[db_test]
    async fn a_set_of_outlines_is_drawn_once(db: TestDb) {
        let atlas = atlas(&db).await;
        let region = atlas.descendants("05").unwrap();
        let communes: Vec<&Place> = region.smallest().collect();
        let first = atlas.outlines_of(&communes);
        assert!(Arc::ptr_eq(&first, &atlas.outlines_of(&communes)));
        assert!(!Arc::ptr_eq(&first, &atlas.outlines_of(&communes[1..])));
        assert!(atlas.outlines_of(&[&region.root, atlas.find("MA").unwrap()]).has("05"));
    }
}
