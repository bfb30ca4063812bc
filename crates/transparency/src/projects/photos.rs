//! Photos as they are kept: looked at, turned upright, scaled down, and without a word of what they said of themselves.

use std::{
    collections::HashSet,
    io::{self, Cursor, Write},
    path::{Path, PathBuf},
};

use exif::{DateTime, In, Tag, Value};
use image::{
    DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, codecs::jpeg::JpegEncoder,
    imageops::FilterType, metadata::Orientation,
};
use infitah_base::CivilDate;
use sha2::{Digest, Sha256};

use super::model::Photo;

/// A file may have this many bytes.
pub const LARGEST_PHOTO: u64 = 64 * 1024 * 1024;
/// A photo may have this many points: a small file can claim to be a whole wall.
const MOST_POINTS: u64 = 40_000_000;
/// A decoder may take this many bytes.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;
/// The version that is looked at: its sides and its bytes at most.
const LARGE: ([u32; 2], usize) = ([1280, 1280], 150_000);
/// The version on the page of a project: few pay for more on a telephone.
const SMALL: ([u32; 2], usize) = (Photo::SMALL, 40_000);
/// How much of it is kept: less and less, until it is light enough.
const QUALITIES: [u8; 3] = [84, 68, 50];

/// Why a photo is refused. Said to the technician, after the name of the file.
#[derive(Debug, thiserror::Error)]
pub enum BadPhoto {
    /// Another format, or no picture at all.
    #[error("this is not a photo in JPEG, PNG or WebP: save it as one of these")]
    OtherFormat,
    /// More points than are decoded.
    #[error("this photo has too many points: make it smaller than 40 million")]
    TooLarge,
    /// It cannot be decoded, or not encoded again.
    #[error("this photo cannot be read: {0}")]
    Unreadable(ImageError),
}

impl From<ImageError> for BadPhoto {
    fn from(error: ImageError) -> Self {
        match error {
            ImageError::Limits(_) => Self::TooLarge,
            other => Self::Unreadable(other),
        }
    }
}

/// A photo that is ready to be kept.
#[derive(Debug)]
pub struct ReadyPhoto {
    /// The name of its file: the same file has the same name, whichever version of the program made it ready.
    pub name: String,
    /// The name of the small version.
    pub small_name: String,
    /// Width and height in points.
    pub size: [u32; 2],
    /// The JPEG that is looked at.
    pub large: Vec<u8>,
    /// The JPEG on the page of a project.
    pub small: Vec<u8>,
    /// When it was taken, as the camera wrote it.
    pub taken: Option<CivilDate>,
    /// Whether the camera wrote where. That is removed with the rest.
    pub placed: bool,
}

/// Makes a photo ready: what it shows is decoded and encoded anew, so that nothing else of the file is left. Errors:
/// it is none, too large or damaged.
pub fn ready_photo(bytes: &[u8]) -> Result<ReadyPhoto, BadPhoto> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(ImageError::IoError)?;
    if !matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) {
        return Err(BadPhoto::OtherFormat);
    }
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_POINTS || decoder.total_bytes() > MOST_MEMORY {
        return Err(BadPhoto::TooLarge);
    }
    let (taken, placed) = decoder.exif_metadata().ok().flatten().map(told).unwrap_or_default();
    let upright = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let image = DynamicImage::from_decoder(decoder)?;
    let mut image = within(DynamicImage::ImageRgb8(image.into_rgb8()), LARGE.0);
    image.apply_orientation(upright);
    let (large, size) = light(image.clone(), LARGE)?;
    let (small, _) = light(image, SMALL)?;
    let (name, small_name) = Photo::names(&Sha256::digest(bytes));
    Ok(ReadyPhoto { name, small_name, size, large, small, taken, placed })
}

/// When a photo was taken, and whether it says where, by its EXIF block. What is not understood says nothing.
fn told(block: Vec<u8>) -> (Option<CivilDate>, bool) {
    let Ok(exif) = exif::Reader::new().read_raw(block) else { return (None, false) };
    let taken = exif.get_field(Tag::DateTimeOriginal, In::PRIMARY).and_then(|field| match &field.value {
        Value::Ascii(lines) => DateTime::from_ascii(lines.first()?).ok(),
        _ => None,
    });
    let date = |at: DateTime| {
        CivilDate::new(i16::try_from(at.year).ok()?, i8::try_from(at.month).ok()?, i8::try_from(at.day).ok()?).ok()
    };
    (taken.and_then(date), exif.get_field(Tag::GPSLatitude, In::PRIMARY).is_some())
}

/// Scaled down to fit; never up.
fn within(image: DynamicImage, [width, height]: [u32; 2]) -> DynamicImage {
    if image.width() <= width && image.height() <= height {
        return image;
    }
    // Of the original, in whole numbers: rounded twice, a long one would be bent.
    let share = |side: u32, of: u32, to: u32| (u64::from(side) * u64::from(to) + u64::from(of) / 2) / u64::from(of);
    let side = |side: u64| u32::try_from(side).unwrap_or(u32::MAX).max(1);
    let by_width = side(share(image.height(), image.width(), width));
    let (width, height) = if by_width <= height {
        (width, by_width)
    } else {
        (side(share(image.width(), image.height(), height)), height)
    };
    // First roughly: the fine way needs sixteen bytes a point.
    let rough = if image.width() > width * 4 { image.thumbnail_exact(width * 2, height * 2) } else { image };
    rough.resize_exact(width, height, FilterType::Lanczos3)
}

/// A JPEG of at most these sides and bytes, with its size.
fn light(image: DynamicImage, (sides, bytes): ([u32; 2], usize)) -> Result<(Vec<u8>, [u32; 2]), BadPhoto> {
    let mut image = within(image, sides);
    loop {
        for quality in QUALITIES {
            let mut out = Vec::new();
            let encoder = JpegEncoder::new_with_quality(&mut out, quality);
            image.write_with_encoder(encoder)?;
            if out.len() <= bytes {
                return Ok((out, [image.width(), image.height()]));
            }
        }
        // Leaves and gravel: rather smaller than smeared.
        let (width, height) = (image.width() * 3 / 4, image.height() * 3 / 4);
        image = image.resize(width, height, FilterType::Lanczos3);
    }
}

/// Where photos are in a data directory.
pub(super) fn folder(data: &Path) -> PathBuf {
    data.join("photos")
}

/// The files of these photos that are there: a backup from elsewhere or an import may name others.
pub(super) async fn there(data: &Path, photos: &[Photo]) -> HashSet<String> {
    let mut found = HashSet::new();
    for photo in photos.iter().filter(|photo| photo.small().is_some()) {
        if tokio::fs::try_exists(folder(data).join(&photo.file)).await.unwrap_or(false) {
            found.insert(photo.file.clone());
        }
    }
    found
}

/// Keeps both versions, on disk when this returns. A file of that name is the same photo, and is left alone.
pub fn keep_photo(data: &Path, photo: &ReadyPhoto) -> io::Result<()> {
    let folder = folder(data);
    std::fs::create_dir_all(&folder)?;
    // The one that the record names comes last: when it is there, so is the other.
    for (name, bytes) in [(&photo.small_name, &photo.small), (&photo.name, &photo.large)] {
        let path = folder.join(name);
        if path.exists() {
            continue;
        }
        let mut builder = tempfile::Builder::new();
        // Not in the folder: a backup takes what is there. Everybody sees it: it is as readable as other files of whoever runs this.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut passing = builder.prefix(".infitah-photo-").tempfile_in(data)?;
        passing.write_all(bytes)?;
        passing.as_file().sync_all()?;
        passing.persist(path).map_err(|error| error.error)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn file(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height).write_to(&mut out, format).unwrap();
        out.into_inner()
    }

    #[rstest]
    #[case(ImageFormat::Jpeg)]
    #[case(ImageFormat::Png)]
    #[case(ImageFormat::WebP)]
    fn every_format_becomes_a_jpeg_and_none_grows(#[case] format: ImageFormat) {
        let ready = ready_photo(&file(40, 30, format)).unwrap();
        assert_eq!((ready.size, ready.taken, ready.placed), ([40, 30], None, false));
        for bytes in [&ready.large, &ready.small] {
            assert_eq!(image::guess_format(bytes).unwrap(), ImageFormat::Jpeg);
        }
    }

    #[rstest]
    #[case(3000, 10, [1280, 4])]
    #[case(10, 3000, [4, 1280])]
    #[case(2000, 1000, [1280, 640])]
    #[case(1, 1, [1, 1])]
    fn every_shape_keeps_its_proportions(#[case] width: u32, #[case] height: u32, #[case] size: [u32; 2]) {
        assert_eq!(ready_photo(&file(width, height, ImageFormat::Png)).unwrap().size, size);
    }
}
