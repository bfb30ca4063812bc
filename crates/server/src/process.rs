//! This process among others: what Linux says of it (`/proc/self`), where a figure that cannot be read is 0, and who
//! goes first.

use std::fs;

/// Figures of this process.
#[derive(Debug, Default)]
pub struct Figures {
    /// Memory held, in bytes.
    pub resident_bytes: f64,
    /// Open files and connections.
    pub open_files: f64,
    /// How many may be open.
    pub open_files_limit: f64,
    /// Processor time, in seconds.
    pub cpu_seconds: f64,
}

/// The figures now.
pub fn figures() -> Figures {
    let read = |name: &str| fs::read_to_string(format!("/proc/self/{name}")).unwrap_or_default();
    Figures {
        resident_bytes: resident(&read("status")),
        open_files: fs::read_dir("/proc/self/fd").map_or(0.0, |entries| entries.count() as f64),
        open_files_limit: limit(&read("limits")),
        cpu_seconds: cpu(&read("stat")),
    }
}

/// Gives the processor to others first (`nice 5`), of this thread and those it starts. Where that is not allowed the
/// work is done all the same.
pub fn let_others_go_first() {
    if let Err(error) = rustix::process::nice(5) {
        tracing::debug!(%error, "the priority stays as it is");
    }
}

/// `VmRSS:    12345 kB`
fn resident(status: &str) -> f64 {
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    number(line.and_then(|line| line.split_whitespace().next())) * 1024.0
}

/// `Max open files            1024                 4096                 files`: the soft limit is the one that bites.
fn limit(limits: &str) -> f64 {
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"));
    number(line.and_then(|line| line.split_whitespace().next()))
}

/// User and system time are the fields 14 and 15, in hundredths of a second. The name of the program, field 2, stands
/// in brackets and may hold spaces.
fn cpu(stat: &str) -> f64 {
    let fields = stat.rsplit_once(')').map(|(_, rest)| rest.split_whitespace().collect::<Vec<_>>()).unwrap_or_default();
    (number(fields.get(11).copied()) + number(fields.get(12).copied())) / 100.0
}

fn number(text: Option<&str>) -> f64 {
    text.and_then(|text| text.parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_linux_writes_is_understood() {
        assert_eq!(resident("Name:\tx\nVmRSS:\t   2048 kB\n"), 2048.0 * 1024.0);
        assert_eq!(limit("Max open files            1024                 4096                 files\n"), 1024.0);
        assert_eq!(cpu("7 (in fi) tah) S 1 7 7 0 -1 4194304 100 0 0 0 250 50 0 0 20 0"), 3.0);
        assert_eq!(cpu(""), 0.0);
    }

    #[test]
    fn this_very_process_has_memory_and_files() {
        let own = figures();
        assert!(own.resident_bytes > 1e6 && own.open_files > 2.0 && own.open_files_limit >= own.open_files, "{own:?}");
    }
}
