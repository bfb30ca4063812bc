//! Photos of projects: from a camera's file to the page, and nothing of the file but what it shows.

use std::path::Path;

use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage, codecs::jpeg::JpegEncoder};
use infitah_base::{Lang, Text};
use infitah_store::{
    db_test,
    documents::{self, Until},
    testing::TestDb,
};
use infitah_transparency::projects::Photo;

use crate::{
    safety::{done, infitah, refused},
    support::{TestApp, demo_projects},
};

const PROJECT: &str = "PRJ-2026-0001";

/// A directory of numbers and texts, as EXIF has them: tag, kind, count, value.
fn entries(entries: &[(u16, u16, u32, u32)]) -> Vec<u8> {
    let mut out = u16::try_from(entries.len()).unwrap().to_le_bytes().to_vec();
    for (tag, kind, count, value) in entries {
        out.extend(tag.to_le_bytes());
        out.extend(kind.to_le_bytes());
        out.extend(count.to_le_bytes());
        out.extend(value.to_le_bytes());
    }
    out.extend([0; 4]);
    out
}

/// What a telephone held upright writes: turned by a quarter, on a day, at a place.
fn exif() -> Vec<u8> {
    const SHORT: u16 = 3;
    const LONG: u16 = 4;
    const ASCII: u16 = 2;
    const RATIONAL: u16 = 5;
    let (day, place, text, degrees) = (50, 68, 122, 142);
    let mut out = b"II*\0\x08\0\0\0".to_vec();
    out.extend(entries(&[(0x0112, SHORT, 1, 6), (0x8769, LONG, 1, day), (0x8825, LONG, 1, place)]));
    out.extend(entries(&[(0x9003, ASCII, 20, text)]));
    let north = u32::from(b'N');
    let west = u32::from(b'W');
    out.extend(entries(&[
        (1, ASCII, 2, north),
        (2, RATIONAL, 3, degrees),
        (3, ASCII, 2, west),
        (4, RATIONAL, 3, degrees),
    ]));
    assert_eq!(out.len(), 122);
    out.extend(b"2026:10:05 09:30:00\0");
    for number in [32u32, 1, 20, 1, 7, 1] {
        out.extend(number.to_le_bytes());
    }
    out
}

/// Gravel, red on the left and blue on the right: nothing is harder to make light.
fn gravel(directory: &Path) {
    camera(directory, 1600, 1200);
}

/// The same, as small as a stamp.
fn stamp(directory: &Path) {
    camera(directory, 64, 48);
}

fn camera(directory: &Path, width: u32, height: u32) {
    let mut seed = 1u32;
    let image = RgbImage::from_fn(width, height, |x, _| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = (seed >> 24) as u8 / 2;
        if x < width / 2 { Rgb([255 - grain / 4, grain, grain]) } else { Rgb([grain, grain, 255 - grain / 4]) }
    });
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    encoder.set_exif_metadata(exif()).unwrap();
    encoder.write_image(&image, width, height, ExtendedColorType::Rgb8).unwrap();
    assert!(holds(&bytes, b"Exif") && holds(&bytes, b"2026:10:05"));
    std::fs::write(directory.join("bridge.jpg"), bytes).unwrap();
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// The demonstration, with its data directory in `here`.
async fn with_data(db: TestDb, here: &Path) -> TestApp {
    let app = TestApp::with(db, &[("INFITAH_DATA", here.join("data").to_str().unwrap())]).await;
    app.save(demo_projects()).await;
    app
}

/// `infitah photo`, on the database of the test.
fn photo(app: &TestApp, here: &Path, arguments: &[&str]) -> std::process::Output {
    let common = ["--data", "data", "--database-url", &app.db.address];
    infitah(here, &[&["photo"], arguments, &common].concat())
}

async fn photos(app: &TestApp) -> Vec<Photo> {
    app.all().await.into_iter().find(|(reference, _)| reference == PROJECT).unwrap().1.photos
}

async fn version(app: &TestApp) -> i64 {
    let object = format!("project/{PROJECT}");
    let tx = app.db.read().await.unwrap();
    let found = documents::history::<serde_json::Value>(&tx, &object, Until::Now, 1).await.unwrap();
    found[0].number
}

#[db_test]
async fn a_photo_is_shown_without_what_the_camera_wrote(db: TestDb) {
    let here = tempfile::tempdir().unwrap();
    let app = with_data(db, here.path()).await;
    gravel(here.path());
    let words = ["--alt", "fr=Le pont, vu du nord", "--alt", "ar=القنطرة من الشمال", "--credit", "A. Alaoui"];
    let said = done(photo(&app, here.path(), &[&[PROJECT, "bridge.jpg"], &words[..]].concat()));
    assert!(said.contains("in its version 2") && said.contains("2026-10-05"), "{said}");
    assert!(said.contains("where it was taken") && said.contains("removed"), "{said}");

    let kept = photos(&app).await.remove(0);
    assert_eq!(kept.taken.map(|date| date.to_string()).as_deref(), Some("2026-10-05"));
    assert_eq!((kept.point, kept.credit.as_deref()), (None, Some("A. Alaoui")));
    let small = kept.small().unwrap();
    for (name, most, sides) in [(&kept.file, 150_000, (960, 1280)), (&small, 40_000, (480, 640))] {
        let answer = app.get(&format!("/photos/{name}")).await;
        assert_eq!(answer.status, 200, "{name}");
        assert_eq!(answer.headers["content-type"], "image/jpeg");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff");
        assert!(answer.headers["cache-control"].to_str().unwrap().contains("immutable"));
        assert!(answer.body.len() <= most, "{name} has {} bytes", answer.body.len());
        for trace in [&b"Exif"[..], b"\xff\xe1", b"II*\0", b"2026:10:05"] {
            assert!(!holds(&answer.body, trace), "{name} holds {trace:?}");
        }
        let image = image::load_from_memory(&answer.body).unwrap().into_rgb8();
        // Upright: what the lens had on its left is above. Gravel is hard to make light, so it may be smaller yet.
        let (width, height) = image.dimensions();
        assert!(width <= sides.0 && height <= sides.1 && height > width, "{width} × {height}");
        let (above, below) = (image.get_pixel(width / 2, height / 8), image.get_pixel(width / 2, height * 7 / 8));
        assert!(above[0] > above[2] && below[2] > below[0], "{above:?} {below:?}");
        assert!(name != &kept.file || kept.size == Some([width, height]));
    }

    for (lang, alt) in [("fr", "Le pont, vu du nord"), ("ar", "القنطرة من الشمال")] {
        let page = app.get(&format!("/{lang}/projects/{PROJECT}")).await;
        assert_eq!(page.attribute(".shots img", "alt"), [alt]);
        assert_eq!(page.attribute(".shots img", "src"), [format!("/photos/{small}")]);
        assert_eq!(page.attribute(".shots img", "loading"), ["lazy"]);
        assert_eq!(page.attribute(".shots img", "width"), [kept.size.unwrap()[0].to_string()]);
        assert!(page.attribute(".shots img", "srcset")[0].contains(&format!("/photos/{} ", kept.file)));
        assert_eq!(page.attribute(".shots a", "href"), [format!("/photos/{}", kept.file)]);
        assert!(page.find(".shots figcaption")[0].contains("A. Alaoui"));
        assert!(page.find(".shots .ph").is_empty());
        assert!(page.headers["content-security-policy"].to_str().unwrap().contains("img-src 'self'"));
    }
}

#[db_test]
async fn the_same_photo_again_changes_nothing_but_its_caption(db: TestDb) {
    let here = tempfile::tempdir().unwrap();
    let app = with_data(db, here.path()).await;
    stamp(here.path());
    let arguments = [PROJECT, "bridge.jpg", "--alt", "fr=Le pont", "--taken", "2026-11-20", "--at", "-6.36,32.34"];
    done(photo(&app, here.path(), &arguments));
    let said = done(photo(&app, here.path(), &arguments));
    assert!(said.contains("nothing has changed"), "{said}");
    assert_eq!((version(&app).await, photos(&app).await.len()), (2, 1));
    done(photo(&app, here.path(), &[PROJECT, "bridge.jpg", "--alt", "ar=القنطرة", "--taken", "2026-11-21"]));
    let kept = photos(&app).await;
    assert_eq!((version(&app).await, kept.len(), kept[0].point), (3, 1, Some([-6.36, 32.34])));
    assert_eq!((kept[0].alt.plain(Lang::arabic()), kept[0].alt.iter().count()), ("القنطرة", 2));
    assert_eq!(kept[0].taken.map(|date| date.to_string()).as_deref(), Some("2026-11-21"));
    let page = app.get(&format!("/fr/projects/{PROJECT}")).await;
    assert!(page.find(".shots figcaption")[0].contains("32.34, -6.36"));

    // Both files go with everything else.
    done(infitah(here.path(), &["backup", "all.tar.gz", "--data", "data", "--database-url", &app.db.address]));
    let manifest = infitah::backup::verify(&here.path().join("all.tar.gz")).await.unwrap();
    let names: Vec<&str> = manifest.files.iter().map(|piece| piece.name.as_str()).collect();
    let (file, small) =
        (format!("files/photos/{}", kept[0].file), format!("files/photos/{}", kept[0].small().unwrap()));
    assert!(names.contains(&file.as_str()) && names.contains(&small.as_str()) && names.len() == 3, "{names:?}");
}

/// A small file that says it is 60,000 points wide and high.
fn bomb() -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = image::codecs::png::PngEncoder::new(&mut bytes);
    encoder.write_image(&[0, 0, 0], 1, 1, ExtendedColorType::Rgb8).unwrap();
    bytes[16..20].copy_from_slice(&60_000u32.to_be_bytes());
    bytes[20..24].copy_from_slice(&60_000u32.to_be_bytes());
    let mut sum = flate2::Crc::new();
    sum.update(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.sum().to_be_bytes());
    bytes
}

#[db_test]
async fn what_is_no_photo_is_refused_and_nothing_is_kept(db: TestDb) {
    let here = tempfile::tempdir().unwrap();
    let app = with_data(db, here.path()).await;
    stamp(here.path());
    let write = |name: &str, bytes: &[u8]| std::fs::write(here.path().join(name), bytes).unwrap();
    write("bomb.png", &bomb());
    write("letter.jpg", b"Dear all, this is no photo.");
    write("empty.jpg", b"");
    write("half.jpg", &std::fs::read(here.path().join("bridge.jpg")).unwrap()[..400]);
    write("page.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>");
    let fine = ["--alt", "fr=Le pont"];
    for (arguments, sentence) in [
        (&[PROJECT, "bomb.png", fine[0], fine[1]][..], "bomb.png: this photo has too many points"),
        (&[PROJECT, "letter.jpg", fine[0], fine[1]], "letter.jpg: this is not a photo in JPEG, PNG or WebP"),
        (&[PROJECT, "empty.jpg", fine[0], fine[1]], "empty.jpg: this is not a photo"),
        (&[PROJECT, "half.jpg", fine[0], fine[1]], "half.jpg: this photo cannot be read"),
        (&[PROJECT, "page.svg", fine[0], fine[1]], "page.svg: this is not a photo"),
        (&[PROJECT, "nothing.jpg", fine[0], fine[1]], "nothing.jpg: No such file"),
        (&["PRJ-2026-9999", "bridge.jpg", fine[0], fine[1]], "there is no project PRJ-2026-9999"),
        (&[PROJECT, "bridge.jpg", "--alt", "Le pont"], "write a language and a text"),
        (&[PROJECT, "bridge.jpg", "--alt", "xx=Le pont"], "--alt xx=Le pont"),
        (&[PROJECT, "bridge.jpg", "--alt", "fr= "], "the text is empty"),
        (&[PROJECT, "bridge.jpg", fine[0], fine[1], "--at", "north"], "write longitude,latitude"),
        (&[PROJECT, "bridge.jpg", fine[0], fine[1], "--at", "-6.36,NaN"], "write longitude,latitude"),
        (&[PROJECT, "bridge.jpg", fine[0], fine[1], "--taken", "2999-01-01"], "has not come yet"),
    ] {
        let said = refused(photo(&app, here.path(), arguments));
        assert!(said.contains(sentence) && said.lines().count() == 1, "{said}");
    }
    assert!(!here.path().join("data/photos").exists());
    assert_eq!((version(&app).await, photos(&app).await), (1, vec![]));
}

#[db_test]
async fn only_kept_photos_are_sent_and_missing_ones_are_said(db: TestDb) {
    let here = tempfile::tempdir().unwrap();
    let app = with_data(db, here.path()).await;
    let folder = here.path().join("data/photos");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("secret.txt"), "secret").unwrap();
    std::fs::write(folder.join("other.jpg"), "secret").unwrap();
    std::fs::write(here.path().join("data/infitah.toml"), "secret").unwrap();
    for name in ["secret.txt", "other.jpg", "..%2Finfitah.toml", "../infitah.toml", "%2e%2e%2finfitah.toml", ""] {
        let answer = app.get(&format!("/photos/{name}")).await;
        assert_eq!(answer.status, 404, "{name}");
        assert!(!answer.text().contains("secret"), "{name}");
    }

    let lost = "0123456789abcdef".repeat(2) + ".jpg";
    let mut project = demo_projects().remove(0);
    for file in [lost.as_str(), "https://example.org/spy.jpg", "../infitah.toml"] {
        project.photos.push(Photo {
            file: file.to_owned(),
            alt: Text::one(Lang::parse("fr").unwrap(), "Le pont"),
            taken: None,
            point: None,
            credit: None,
            size: None,
        });
    }
    app.save(vec![project]).await;
    let reference = app.all().await.into_iter().find(|(_, project)| project.photos.len() == 3).unwrap().0;
    let page = app.get(&format!("/fr/projects/{reference}")).await;
    assert!(page.attribute(".shots img", "src").is_empty());
    assert_eq!(page.find(".shots .ph"), ["La photo n’est pas ici."; 3]);
    assert_eq!(page.find(".shots figcaption"), ["Le pont"; 3]);
}
