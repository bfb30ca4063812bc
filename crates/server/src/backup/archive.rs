//! The archive file: written, synced, read back.

use std::{
    fs::{self, File},
    io::{self, BufReader, BufWriter, Read, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Component, Path},
};

use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use sha2::{Digest, Sha256};

use super::{
    BackupError, at,
    manifest::{FORMAT, Manifest, hex, source},
};

const MANIFEST: &str = "manifest.json";
/// No manifest is longer: a file that is not ours does not fill the memory.
const LONGEST_MANIFEST: u64 = 64 * 1024 * 1024;

/// Writes an archive and waits until it is on the disk.
pub(super) fn write(path: &Path, manifest: &Manifest, snapshot: &Path, data: &Path) -> Result<(), BackupError> {
    // For its owner only: a backup holds everything.
    let file = fs::OpenOptions::new().create_new(true).write(true).mode(0o600).open(path).map_err(at(path))?;
    let gzip = GzEncoder::new(BufWriter::new(file), Compression::fast());
    let mut tar = tar::Builder::new(gzip);
    let head = serde_json::to_vec_pretty(manifest).map_err(|error| at(path)(io::Error::other(error)))?;
    let seconds = u64::try_from(manifest.at.millis() / 1000).unwrap_or_default();
    append(&mut tar, MANIFEST, head.len() as u64, seconds, head.as_slice()).map_err(at(path))?;
    for piece in &manifest.files {
        let from = source(&piece.name, snapshot, data);
        // A file that grows meanwhile gives as much as was summed up; what was read back tells whether it is that.
        let content = File::open(&from).map_err(at(&from))?.take(piece.size);
        append(&mut tar, &piece.name, piece.size, seconds, content).map_err(at(path))?;
    }
    let finish = || -> io::Result<()> {
        let mut file = tar.into_inner()?.finish()?;
        file.flush()?;
        file.get_ref().sync_all()
    };
    finish().map_err(at(path))
}

fn append(tar: &mut tar::Builder<impl Write>, name: &str, size: u64, seconds: u64, from: impl Read) -> io::Result<()> {
    let mut header = tar::Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o600);
    header.set_mtime(seconds);
    tar.append_data(&mut header, name, from)
}

/// Waits until the name of a file is on the disk as well.
pub(super) fn sync_directory(directory: &Path) -> Result<(), BackupError> {
    File::open(directory).and_then(|directory| directory.sync_all()).map_err(at(directory))
}

fn open(path: &Path) -> Result<tar::Archive<GzDecoder<BufReader<File>>>, BackupError> {
    let file = File::open(path).map_err(at(path))?;
    Ok(tar::Archive::new(GzDecoder::new(BufReader::new(file))))
}

/// The manifest alone, without proof of the rest.
pub(super) fn manifest(path: &Path) -> Result<Manifest, BackupError> {
    let mut archive = open(path)?;
    let not_whole = |error: io::Error| BackupError::NotWhole(path.to_owned(), error.to_string());
    let mut entries = archive.entries().map_err(not_whole)?;
    let first = entries.next().ok_or_else(|| not_whole(io::ErrorKind::UnexpectedEof.into()))?.map_err(not_whole)?;
    read_manifest(path, first)
}

fn read_manifest(path: &Path, mut entry: tar::Entry<'_, impl Read>) -> Result<Manifest, BackupError> {
    #[derive(serde::Deserialize)]
    struct Form {
        format: u32,
        program: String,
    }
    let not_whole = |problem: &dyn std::fmt::Display| BackupError::NotWhole(path.to_owned(), problem.to_string());
    if entry.path_bytes().as_ref() != MANIFEST.as_bytes() || entry.size() > LONGEST_MANIFEST {
        return Err(not_whole(&"it does not begin with a manifest"));
    }
    let mut text = String::new();
    entry.read_to_string(&mut text).map_err(|error| not_whole(&error))?;
    let form: Form = serde_json::from_str(&text).map_err(|error| not_whole(&error))?;
    if form.format > FORMAT {
        return Err(BackupError::Newer(path.to_owned(), form.program));
    }
    serde_json::from_str(&text).map_err(|error| not_whole(&error))
}

/// Unpacks an archive into a new directory. Every file must be in the manifest, with its sum, and none may be missing.
pub(super) fn unpack(path: &Path, into: &Path) -> Result<Manifest, BackupError> {
    let not_whole = |problem: String| BackupError::NotWhole(path.to_owned(), problem);
    let mut archive = open(path)?;
    let mut entries = archive.entries().map_err(|error| not_whole(error.to_string()))?;
    let first = entries.next().ok_or_else(|| not_whole("it is empty".to_owned()))?;
    let manifest = read_manifest(path, first.map_err(|error| not_whole(error.to_string()))?)?;
    fs::create_dir(into).map_err(at(into))?;
    let mut expected = manifest.files.iter();
    for entry in entries {
        let mut entry = entry.map_err(|error| not_whole(error.to_string()))?;
        let piece = expected.next().ok_or_else(|| not_whole("it holds more than its manifest says".to_owned()))?;
        if entry.path_bytes().as_ref() != piece.name.as_bytes() || !stays_inside(&piece.name) {
            return Err(not_whole(format!("{} is not where it should be", piece.name)));
        }
        let to = into.join(&piece.name);
        let folder = to.parent().unwrap_or(into);
        fs::create_dir_all(folder).map_err(at(folder))?;
        let mut out = Summed { file: File::create_new(&to).map_err(at(&to))?, sha: Sha256::new() };
        match io::copy(&mut entry, &mut out) {
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::StorageFull => return Err(at(&to)(error)),
            Err(error) => return Err(not_whole(format!("{}: {error}", piece.name))),
        }
        if hex(out.sha) != piece.sha256 {
            return Err(not_whole(format!("{} is not what was kept", piece.name)));
        }
    }
    if let Some(missing) = expected.next() {
        return Err(not_whole(format!("{} is missing", missing.name)));
    }
    // The sum of the whole stands behind the last file.
    io::copy(&mut archive.into_inner(), &mut io::sink()).map_err(|error| not_whole(error.to_string()))?;
    Ok(manifest)
}

/// Whether a name leads nowhere but down.
fn stays_inside(name: &str) -> bool {
    Path::new(name).components().all(|part| matches!(part, Component::Normal(_)))
}

/// A file that sums up what is written into it.
struct Summed {
    file: File,
    sha: Sha256,
}

impl Write for Summed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.sha.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lead_out_are_refused() {
        assert!(stays_inside("files/recordings/fr/home.opus"));
        for bad in ["../x", "files/../../x", "/etc/passwd", "files/./../x"] {
            assert!(!stays_inside(bad), "{bad}");
        }
    }
}
