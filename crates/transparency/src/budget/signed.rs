//! The signed documents of budgets: kept under the hash of what they are, never changed.

use std::{
    fs, io,
    io::Write,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use super::model::Signed;

/// The largest document that is taken, in bytes.
pub const LARGEST_SIGNED: u64 = 200 * 1024 * 1024;

/// Where they are, in the data directory; nothing else is there, and all of it is public.
pub fn folder(data: &Path) -> PathBuf {
    data.join("signed")
}

impl Signed {
    /// The name of its file.
    pub fn file(&self) -> String {
        format!("{}.pdf", self.sha256)
    }

    /// Where its file is.
    pub fn path(&self, data: &Path) -> PathBuf {
        folder(data).join(self.file())
    }
}

/// What a document is; `None`: it is no PDF.
pub fn look_at_signed(name: &str, bytes: &[u8]) -> Option<Signed> {
    let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    bytes.starts_with(b"%PDF-").then(|| Signed {
        name: name.to_owned(),
        media_type: "application/pdf".to_owned(),
        bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        sha256,
    })
}

/// Keeps a document, on disk when this returns. One that is there already stays.
pub fn keep_signed(data: &Path, signed: &Signed, bytes: &[u8]) -> io::Result<()> {
    let (path, folder) = (signed.path(data), folder(data));
    fs::create_dir_all(&folder)?;
    if path.exists() {
        return Ok(());
    }
    let mut builder = tempfile::Builder::new();
    // Not in the folder: a backup takes what is there. It is as readable as other files of whoever runs this.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut passing = builder.prefix(".infitah-signed-").tempfile_in(data)?;
    passing.write_all(bytes)?;
    passing.as_file().sync_all()?;
    passing.persist(path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_kept_under_its_hash_and_what_is_no_pdf_is_refused() {
        let data = tempfile::tempdir().unwrap();
        let signed = look_at_signed("Budget.pdf", b"%PDF-1.7 x").unwrap();
        assert_eq!((signed.bytes, signed.sha256.len()), (10, 64));
        keep_signed(data.path(), &signed, b"%PDF-1.7 x").unwrap();
        keep_signed(data.path(), &signed, b"%PDF-1.7 x").unwrap();
        assert_eq!(fs::read(signed.path(data.path())).unwrap(), b"%PDF-1.7 x");
        assert_eq!(look_at_signed("x", b"PK\x03\x04"), None);
    }
}
