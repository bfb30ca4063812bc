//! The `infitah` program.

use std::process::ExitCode;

/// The system's allocator keeps what many threads gave back; this one returns it, and is quicker.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    infitah::cli::run()
}
