//! `infitah photo`

use std::{fs::File, io::Read, process::ExitCode};

use infitah_base::{Lang, Text};
use infitah_commons::{Permit, Viewer, places};
use infitah_store::State;
use infitah_transparency::projects::{self, LARGEST_PHOTO, NoSuchProject};

use super::{CommandError, say};
use crate::{cli::Photo, start};

/// Makes a photo ready, keeps it and adds it to a project. Its files come first: no version names one that is not there.
pub async fn run(photo: &Photo) -> Result<ExitCode, CommandError> {
    let alt = alt(&photo.alt)?;
    let point = photo.at.as_deref().map(point).transpose()?;
    let config = photo.common.config()?;
    let db = start::open(&config, State::Ready).await?;
    let reference = photo.project.to_string();
    if !projects::is_listed(&db.read().await?, &Viewer::Public, &reference).await? {
        return Err(NoSuchProject::Unknown(reference).into());
    }
    let ready = projects::ready_photo(&bytes(photo)?)
        .map_err(|error| CommandError::Usage(format!("{}: {error}", photo.file.display())))?;
    let today = db.clock().now().date_in(&config.time_zone);
    if let Some(taken) = photo.taken.filter(|taken| *taken > today) {
        return Err(CommandError::Usage(format!("--taken {taken}: that day has not come yet")));
    }
    // A camera's clock may be wrong.
    let by_camera = ready.taken.filter(|taken| photo.taken.is_none() && *taken <= today);
    let new = projects::Photo {
        file: ready.name.clone(),
        alt,
        taken: photo.taken.or(by_camera),
        point,
        credit: photo.credit.clone().filter(|credit| !credit.trim().is_empty()),
        size: Some(ready.size),
    };
    projects::keep_photo(&config.data, &ready)
        .map_err(|error| CommandError::File(config.data.display().to_string(), error))?;
    let (to, why) = (reference.clone(), photo.why.clone());
    let added: Result<Option<i64>, NoSuchProject> = db
        .write(move |tx| {
            Box::pin(async move {
                let parents = places::codes_and_parents(tx).await?;
                projects::add_photo(tx, &Permit::for_operator("photo"), &to, new, &parents, why.as_deref()).await
            })
        })
        .await;
    match added? {
        None => say(&format!("{reference} has {} already: nothing has changed", ready.name)),
        Some(version) => {
            let ([width, height], kib) = (ready.size, |bytes: &[u8]| bytes.len().div_ceil(1024));
            let (large, small) = (kib(&ready.large), kib(&ready.small));
            say(&format!("{reference} shows {} in its version {version}", ready.name));
            say(&format!("It has {width} × {height} points and {large} KiB; on the page it begins with {small} KiB"));
        }
    }
    if let Some(taken) = by_camera {
        say(&format!("The camera wrote {taken} as its day; --taken says another"));
    }
    if ready.placed && point.is_none() {
        say("The camera wrote where it was taken; this was removed and is not published; --at says where");
    }
    Ok(ExitCode::SUCCESS)
}

/// The file, unless it is larger than any photo.
fn bytes(photo: &Photo) -> Result<Vec<u8>, CommandError> {
    let failed = |error| CommandError::File(photo.file.display().to_string(), error);
    let mut bytes = Vec::new();
    File::open(&photo.file).map_err(failed)?.take(LARGEST_PHOTO + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LARGEST_PHOTO {
        let most = LARGEST_PHOTO / 1024 / 1024;
        return Err(CommandError::Usage(format!("{}: the file has more than {most} MiB", photo.file.display())));
    }
    Ok(bytes)
}

/// `LANG=TEXT`, for each language.
fn alt(said: &[String]) -> Result<Text, CommandError> {
    let mut out = Text::default();
    for one in said {
        let wrong = |what: &str| CommandError::Usage(format!("--alt {one}: {what}"));
        let (lang, text) = one.split_once('=').ok_or_else(|| wrong("write a language and a text, as fr=Le pont"))?;
        let lang = Lang::parse(lang.trim()).map_err(|error| wrong(&error.to_string()))?;
        if text.trim().is_empty() {
            return Err(wrong("the text is empty"));
        }
        out.set(lang, text.trim());
    }
    Ok(out)
}

/// `LON,LAT`.
fn point(said: &str) -> Result<[f64; 2], CommandError> {
    let parts = said.split_once(',').and_then(|(longitude, latitude)| {
        Some([longitude.trim().parse::<f64>().ok()?, latitude.trim().parse::<f64>().ok()?])
    });
    parts
        .filter(|[longitude, latitude]| longitude.abs() <= 180.0 && latitude.abs() <= 90.0)
        .ok_or_else(|| CommandError::Usage(format!("--at {said}: write longitude,latitude in degrees, as -6.36,32.34")))
}
