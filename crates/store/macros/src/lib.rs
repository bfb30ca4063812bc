//! The one attribute that runs a test on both databases.

use proc_macro::{TokenStream, TokenTree};

/// Turns `#[db_test] async fn name(db: TestDb) { … }` into a module `name` with two tests, `sqlite` and `postgres`,
/// each on a fresh database of its own.
#[proc_macro_attribute]
pub fn db_test(_arguments: TokenStream, function: TokenStream) -> TokenStream {
    let mut after_fn = false;
    let name = function.clone().into_iter().find_map(|token| match token {
        TokenTree::Ident(ident) if after_fn => Some(ident.to_string()),
        TokenTree::Ident(ident) => {
            after_fn = ident.to_string() == "fn";
            None
        }
        _ => None,
    });
    let Some(name) = name else {
        return "compile_error!(\"db_test stands above an async function that takes a TestDb\");"
            .parse()
            .unwrap_or_default();
    };
    let tests = format!(
        "mod {name} {{
            use super::*;
            {function}
            #[test]
            fn sqlite() {{
                ::infitah_store::testing::run(::infitah_store::Kind::Sqlite, concat!(module_path!(), \"_sqlite\"), {name});
            }}
            #[test]
            fn postgres() {{
                ::infitah_store::testing::run(::infitah_store::Kind::Postgres, concat!(module_path!(), \"_postgres\"), {name});
            }}
        }}"
    );
    tests.parse().unwrap_or_default()
}
