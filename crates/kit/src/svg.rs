//! Bars and maps, drawn on the server. Every drawing is for the eye only (`aria-hidden`): the table or list beside it
//! carries the same figures.

use std::{
    collections::HashMap,
    fmt::{self, Write},
    sync::Arc,
};

mod rug;

pub use rug::{Rug, hundredths};

/// A woven bar: a share of the whole, on an empty track.
#[derive(Clone, Copy, Debug)]
pub struct Bar {
    /// 0 to 1000.
    pub per_mille: u32,
    /// The motif: 0 plain, 1 cedar, 2 ochre, 3 turquoise, 4 dune, 5 indigo, 6 olive, 7 pomegranate.
    pub motif: u8,
}

impl fmt::Display for Bar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, tenth) = (self.per_mille.min(1000) / 10, self.per_mille.min(1000) % 10);
        write!(
            f,
            "<svg class=\"bar bar--woven\" aria-hidden=\"true\"><rect class=\"t\" width=\"100%\" height=\"100%\"/>\
             <rect class=\"k{}\" width=\"{whole}.{tenth}%\" height=\"100%\"/></svg>",
            self.motif
        )
    }
}

impl askama::filters::HtmlSafe for Bar {}

/// One thread of several motifs, each as long as its share: a breakdown.
#[derive(Clone, Debug)]
pub struct Thread(pub Vec<u32>);

impl fmt::Display for Thread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<svg class=\"bar bar--woven\" aria-hidden=\"true\">")?;
        let mut start = 0_u32;
        for (index, share) in self.0.iter().enumerate() {
            // A hair's breadth between two motifs, so that neighbours can be told apart without colour.
            let length = share.saturating_sub(4).max(2);
            write!(
                f,
                "<rect class=\"k{}\" x=\"{}.{}%\" width=\"{}.{}%\" height=\"100%\"/>",
                index % 7 + 1,
                start / 10,
                start % 10,
                length / 10,
                length % 10
            )?;
            start = start.saturating_add(*share).min(1000);
        }
        f.write_str("</svg>")
    }
}

impl askama::filters::HtmlSafe for Thread {}

/// A ring of longitude and latitude.
pub type Ring = Vec<[f64; 2]>;

/// Outlines drawn together, to one scale and north up: made once for areas that stand on a map together, and shown on
/// every map of them.
#[derive(Clone, Debug, Default)]
pub struct Outlines {
    height: f64,
    paths: HashMap<String, String>,
    scale: Scale,
}

/// Where a position of the earth stands on a drawing.
#[derive(Clone, Copy, Debug, Default)]
struct Scale {
    west: f64,
    north: f64,
    across: f64,
    down: f64,
}

impl Scale {
    fn at(self, [longitude, latitude]: [f64; 2]) -> (f64, f64) {
        ((longitude - self.west) * self.across, (self.north - latitude) * self.down)
    }
}

/// Drawing units across.
const WIDTH: f64 = 600.0;

impl Outlines {
    /// Draws the outlines of these areas, each with its code.
    pub fn draw<'a>(areas: impl Iterator<Item = (&'a str, &'a [Ring])> + Clone) -> Self {
        let points = areas.clone().flat_map(|(_, rings)| rings).flatten();
        let [west, south, east, north] = points.fold([f64::MAX, f64::MAX, f64::MIN, f64::MIN], |b, [lon, lat]| {
            [b[0].min(*lon), b[1].min(*lat), b[2].max(*lon), b[3].max(*lat)]
        });
        // Equirectangular at the middle latitude: at the size of a region no eye sees the difference.
        let squeeze = ((south + north) / 2.0).to_radians().cos();
        let scale = WIDTH / ((east - west) * squeeze).max(f64::EPSILON);
        let scale = Scale { west, north, across: squeeze * scale, down: scale };
        let drawn = areas.filter(|(_, rings)| !rings.is_empty());
        let paths: HashMap<String, String> = drawn.map(|(code, rings)| (code.to_owned(), path(rings, scale))).collect();
        Self { height: if paths.is_empty() { 0.0 } else { ((north - south) * scale.down).round() }, paths, scale }
    }

    /// Whether there is an outline of the area with this code.
    pub fn has(&self, code: &str) -> bool {
        self.paths.contains_key(code)
    }
}

/// One area of a map.
#[derive(Clone, Debug)]
pub struct Area {
    /// The code of its outline.
    pub code: String,
    /// The class of its fill: empty for no data, `m1` to `m4`, `hit`.
    pub class: &'static str,
    /// The page that a click opens.
    pub href: Option<String>,
    /// What a pointer that rests on it is told.
    pub title: String,
}

/// Something drawn upon the areas: what a project builds.
#[derive(Clone, Debug)]
pub enum Mark {
    /// A spot.
    Spot([f64; 2]),
    /// A line: a road, a pipe.
    Line(Ring),
    /// An area within the areas.
    Patch(Vec<Ring>),
}

/// A map of areas. Its links are for the pointer only; the list beside it serves keyboard and screen reader.
#[derive(Clone, Debug, Default)]
pub struct Map {
    /// The outlines of its areas.
    pub outlines: Arc<Outlines>,
    /// The areas.
    pub areas: Vec<Area>,
    /// What is drawn upon them.
    pub marks: Vec<Mark>,
}

impl Map {
    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        !self.areas.iter().any(|area| self.outlines.has(&area.code))
    }
}

impl fmt::Display for Map {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return Ok(());
        }
        write!(f, "<svg class=\"map\" viewBox=\"0 0 {WIDTH} {}\" aria-hidden=\"true\">", self.outlines.height)?;
        for area in &self.areas {
            let path = self.outlines.paths.get(&area.code).map(String::as_str).unwrap_or_default();
            if let Some(href) = &area.href {
                write!(f, "<a href=\"{}\" tabindex=\"-1\">", crate::i18n::Escaped(href))?;
            }
            f.write_str("<path")?;
            if !area.class.is_empty() {
                write!(f, " class=\"{}\"", area.class)?;
            }
            write!(f, " d=\"{path}\"><title>{}</title></path>", crate::i18n::Escaped(&area.title))?;
            if area.href.is_some() {
                f.write_str("</a>")?;
            }
        }
        for mark in &self.marks {
            match mark {
                Mark::Spot(spot) => {
                    let (x, y) = self.outlines.scale.at(*spot);
                    // A lozenge, as everything that is woven.
                    write!(f, "<path class=\"spot\" d=\"M{x:.0} {y:.0}m0-11l11 11-11 11-11-11z\"/>")?;
                }
                Mark::Line(line) => {
                    let drawn = path(std::slice::from_ref(line), self.outlines.scale);
                    write!(f, "<path class=\"line\" d=\"{}\"/>", drawn.trim_end_matches('z'))?;
                }
                Mark::Patch(rings) => write!(f, "<path class=\"patch\" d=\"{}\"/>", path(rings, self.outlines.scale))?,
            }
        }
        f.write_str("</svg>")
    }
}

impl askama::filters::HtmlSafe for Map {}

/// Whole units, relative moves: a region of 135 communes stays near 20 KB.
fn path(rings: &[Ring], scale: Scale) -> String {
    let mut out = String::new();
    for ring in rings {
        let mut last: Option<(i32, i32)> = None;
        for point in ring {
            let (x, y) = scale.at(*point);
            #[expect(clippy::cast_possible_truncation, reason = "units of a drawing 600 wide")]
            let (x, y) = (x.round() as i32, y.round() as i32);
            let _ = match last {
                None => write!(out, "M{x} {y}l"),
                Some((before_x, before_y)) if (before_x, before_y) == (x, y) => Ok(()),
                Some((before_x, before_y)) => {
                    let (dx, dy) = (x - before_x, y - before_y);
                    let gap = if dx < 0 || out.ends_with('l') { "" } else { " " };
                    let between = if dy < 0 { "" } else { " " };
                    write!(out, "{gap}{dx}{between}{dy}")
                }
            };
            last = Some((x, y));
        }
        out.push('z');
    }
    out
}

/// Sorts values into at most four classes of about equal numbers, for a map: the class of each value, and where
/// each class begins and ends. Equal values share a class.
pub fn classes(values: &[Option<f64>]) -> (Vec<&'static str>, Vec<(f64, f64)>) {
    let mut sorted: Vec<f64> = values.iter().flatten().copied().collect();
    sorted.sort_by(f64::total_cmp);
    sorted.dedup();
    let count = sorted.len().min(4);
    let limits: Vec<(f64, f64)> = (0..count)
        .filter_map(|index| {
            let (from, to) = (index * sorted.len() / count, (index + 1) * sorted.len() / count);
            Some((*sorted.get(from)?, *sorted.get(to.checked_sub(1)?)?))
        })
        .collect();
    let names = ["m1", "m2", "m3", "m4"];
    let class = |value: &Option<f64>| {
        let Some(value) = value else { return "" };
        let index = limits.iter().position(|(_, to)| value <= to).unwrap_or_default();
        names.get(index).copied().unwrap_or_default()
    };
    (values.iter().map(class).collect(), limits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_classes_of_about_equal_numbers() {
        let values: Vec<Option<f64>> = (1..=8).map(|n| Some(f64::from(n))).chain([None]).collect();
        let (classes, limits) = classes(&values);
        assert_eq!(classes, ["m1", "m1", "m2", "m2", "m3", "m3", "m4", "m4", ""]);
        assert_eq!(limits, [(1.0, 2.0), (3.0, 4.0), (5.0, 6.0), (7.0, 8.0)]);
    }

    #[test]
    fn few_values_make_few_classes() {
        assert_eq!(classes(&[Some(0.0), Some(0.0)]).0, ["m1", "m1"]);
        assert_eq!(classes(&[None]).0, [""]);
    }

    #[test]
    fn a_map_is_drawn_north_up_and_says_what_it_shows() {
        let rings = [vec![[-6.0, 32.0], [-5.0, 32.0], [-5.0, 33.0], [-6.0, 33.0], [-6.0, 32.0]]];
        let area = Area {
            code: "1".to_owned(),
            class: "m1",
            href: Some("/fr/places/1?a=1&b=2".to_owned()),
            title: "a <b>".to_owned(),
        };
        let outlines = Arc::new(Outlines::draw([("1", rings.as_slice())].into_iter()));
        assert!(Map { outlines: outlines.clone(), areas: Vec::new(), marks: Vec::new() }.is_empty());
        let drawn = Map { outlines, areas: vec![area], marks: vec![Mark::Spot([-5.5, 32.5])] }.to_string();
        assert!(drawn.contains("class=\"spot\" d=\"M300 356m"), "{drawn}");
        assert!(drawn.contains("d=\"M0 711l600 0 0-711-600 0 0 711z\""), "{drawn}");
        assert!(drawn.contains("a &lt;b&gt;") && drawn.contains("a=1&amp;b=2"), "{drawn}");
    }
}
