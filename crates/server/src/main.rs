//! The `infitah` program.

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    infitah::cli::run().await
}
