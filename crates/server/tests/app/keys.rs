//! Keys, signed exports and the documented configuration, by the built program.

use std::process::Command;

use infitah_store::{db_test, testing::TestDb};

use crate::support::{TestApp, run, said};

#[db_test]
async fn an_export_is_signed_and_others_can_check_it(db: TestDb) {
    let app = TestApp::demo(db).await;
    let directory = tempfile::tempdir().unwrap();
    let here = directory.path();
    let address = app.db.address.clone();
    let export = ["export", "projects", "register.csv", "--format", "csv", "--sign", "--database-url", &address];
    let refused = run(here, &export);
    assert!(!refused.status.success());
    assert!(said(&refused).contains("make one with `infitah keys new`"), "{}", said(&refused));
    assert!(!here.join("register.csv").exists(), "no file without the signature that was asked for");

    std::fs::create_dir(here.join("infitah-data")).unwrap();
    assert!(run(here, &["keys", "new"]).status.success());
    let unsaved = run(here, &["doctor", "--database-url", &app.db.address]);
    assert!(!unsaved.status.success() && said(&unsaved).contains("was never backed up"), "{}", said(&unsaved));
    std::fs::write(here.join("pass"), "a passphrase of some length\n").unwrap();
    assert!(run(here, &["keys", "backup", "keys.txt", "--passphrase-file", "pass"]).status.success());
    let saved = run(here, &["doctor", "--database-url", &app.db.address]);
    assert!(saved.status.success() && said(&saved).contains("0 days ago"), "{}", said(&saved));
    let exported = run(here, &export);
    assert!(exported.status.success(), "{}", said(&exported));

    // What the site publishes is all that is needed.
    let data = here.join("infitah-data").display().to_string();
    let app = TestApp::with(app.db, &[("INFITAH_DATA", &data)]).await;
    let published = app.get("/.well-known/infitah-keys.json").await.json();
    assert_eq!(published["keys"].as_array().unwrap().len(), 1);
    assert_eq!(published["keys"][0]["until"], serde_json::Value::Null);
    std::fs::write(here.join("key.pem"), published["keys"][0]["pem"].as_str().unwrap()).unwrap();
    let check = || {
        let arguments = ["pkeyutl", "-verify", "-pubin", "-inkey", "key.pem", "-rawin", "-in", "register.csv"];
        let mut openssl = Command::new("openssl");
        openssl.args(arguments).args(["-sigfile", "register.csv.sig"]).current_dir(here).output()
    };
    match check() {
        // The program is on every machine of ours; where it is not, nothing outside can judge.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => eprintln!("not run: openssl is missing"),
        good => {
            let good = good.unwrap();
            assert!(good.status.success(), "{}", said(&good));
            let mut bytes = std::fs::read(here.join("register.csv")).unwrap();
            bytes[100] ^= 1;
            std::fs::write(here.join("register.csv"), bytes).unwrap();
            assert!(!check().unwrap().status.success(), "a changed file is not ours");
        }
    }
    let stdout =
        run(here, &["export", "projects", "-", "--format", "csv", "--sign", "--database-url", &app.db.address]);
    assert!(!stdout.status.success());
}

#[test]
fn keys_are_rotated_and_brought_back() {
    let directory = tempfile::tempdir().unwrap();
    let here = directory.path();
    assert!(!run(here, &["keys", "list"]).status.success());
    let mistyped = run(here, &["keys", "new", "--data", "infitah-dta"]);
    assert!(said(&mistyped).contains("there is no data directory infitah-dta"), "{}", said(&mistyped));
    std::fs::create_dir(here.join("infitah-data")).unwrap();
    assert!(run(here, &["keys", "new"]).status.success());
    assert!(!run(here, &["keys", "new"]).status.success(), "a second first key");
    let rotated = run(here, &["keys", "rotate"]);
    assert!(rotated.status.success() && said(&rotated).contains("retired"), "{}", said(&rotated));
    let listed = said(&run(here, &["keys", "list"]));
    std::fs::write(here.join("pass"), "short\n").unwrap();
    let backup = ["keys", "backup", "keys.txt", "--passphrase-file", "pass"];
    assert!(said(&run(here, &backup)).contains("fewer than 12 characters"));
    std::fs::write(here.join("pass"), "a passphrase of some length\n").unwrap();
    assert!(run(here, &backup).status.success());
    assert!(said(&run(here, &backup)).contains("is there already"), "an older backup is not overwritten");
    let restore = ["keys", "restore", "keys.txt", "--passphrase-file", "pass"];
    assert!(!run(here, &restore).status.success(), "keys that are there are not replaced");
    std::fs::remove_dir_all(here.join("infitah-data/keys")).unwrap();
    assert!(run(here, &restore).status.success());
    assert_eq!(said(&run(here, &["keys", "list"])), listed);
    std::fs::remove_dir_all(here.join("infitah-data/keys")).unwrap();
    std::fs::write(here.join("pass"), "another passphrase\n").unwrap();
    assert!(said(&run(here, &restore)).contains("the passphrase is wrong, or the file was changed"));
}

#[test]
fn the_documented_configuration_is_printed() {
    let directory = tempfile::tempdir().unwrap();
    let printed = run(directory.path(), &["doctor", "--print-config"]);
    assert!(printed.status.success());
    assert_eq!(String::from_utf8(printed.stdout).unwrap(), infitah_base::config::documented(&[]));
}
