//! Who administers, as far as the machine itself has to help: `infitah admin`.

use clap::Subcommand;
use infitah_commons::messages::Address;

use super::Common;

/// What `admin` can do.
#[derive(Debug, Subcommand)]
pub enum Admin {
    /// Give a new one-time address for the first run, while there is no administrator
    Start {
        /// What every command takes
        #[command(flatten)]
        common: Common,
    },
    /// The administrators there are, and what they prove themselves with
    List {
        /// What every command takes
        #[command(flatten)]
        common: Common,
    },
    /// Open the account of an administrator, who signs in by a code sent to their address
    Add {
        /// By which they are called
        #[arg(long, value_name = "NAME")]
        name: String,
        /// Where codes are sent
        #[arg(long, value_name = "ADDRESS")]
        mail: Address,
        /// What every command takes
        #[command(flatten)]
        common: Common,
    },
    /// Give somebody who lost all that proves them a code, good once, for fifteen minutes
    Recover {
        /// The id of the account, as `admin list` names it, or its address
        account: String,
        /// What every command takes
        #[command(flatten)]
        common: Common,
    },
}
