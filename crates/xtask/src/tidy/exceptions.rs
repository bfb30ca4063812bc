//! The one place where the rules are let off, each time with the reason.

/// A rule that does not hold below a path.
pub struct Exception {
    /// The rule's name.
    pub rule: &'static str,
    /// The beginning of the paths concerned.
    pub path: &'static str,
    /// Read by people only: an exception without a reason is a hole.
    #[expect(dead_code, reason = "written for whoever reads the table")]
    pub why: &'static str,
}

const fn except(rule: &'static str, path: &'static str, why: &'static str) -> Exception {
    Exception { rule, path, why }
}

const SPELLED: &str = "the rules have to spell what they forbid";

/// The table.
pub const EXCEPTIONS: &[Exception] = &[
    except("sql-forks", "crates/store/src/dialect", "the one home of the differences between the databases"),
    except("sql-forks", "crates/store/src/search", "full-text search is the second home of them"),
    except("sql-forks", "crates/store/src/migration", "schemas differ where the databases do"),
    except("raw-sql", "crates/store/", "the only crate that knows SQL"),
    except(
        "raw-sql",
        "crates/server/tests/app/safety.rs",
        "plants by hand the faults that doctor and backups must meet",
    ),
    except("raw-sql", "crates/xtask/", SPELLED),
    except("html-in-rust", "crates/kit/src/svg", "charts and maps are computed, number by number"),
    except(
        "html-in-rust",
        "crates/kit/src/i18n",
        "the one mark-up of a text that is in another language than its page",
    ),
    except("html-in-rust", "crates/kit/src/layout", "the icons are gathered once the page that uses them is written"),
    except("html-in-rust", "crates/xtask/", SPELLED),
    except("words-in-rust", "crates/base/src/", "folding tables and the names of the languages"),
    except("words-in-rust", "crates/xtask/", SPELLED),
    except("bookkeeping", "crates/xtask/src/tidy/", SPELLED),
    except("unfinished", "crates/xtask/src/tidy/", SPELLED),
    except("workplace", "crates/xtask/src/tidy/", SPELLED),
    except("registries", "crates/xtask/src/tidy/", SPELLED),
];

/// Whether the table lets this path off this rule.
pub fn lets_pass(rule: &str, path: &str) -> bool {
    EXCEPTIONS.iter().any(|exception| exception.rule == rule && path.starts_with(exception.path))
}
