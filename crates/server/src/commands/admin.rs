//! `infitah admin`

use std::process::ExitCode;

use infitah_base::{Lang, config::Config};
use infitah_commons::{
    accounts::{self, Holder, administrators, appoint, named},
    messages::Address,
    places::Atlas,
};
use infitah_kit::urls;
use infitah_store::Db;

use super::{CommandError, say};
use crate::{
    cli::{Admin, Common},
    start,
};

/// Does what the command says.
pub async fn run(command: &Admin) -> Result<ExitCode, CommandError> {
    match command {
        Admin::Start { common } => {
            let (config, db) = open(common).await?;
            if !begin(&config, &db).await? {
                return Err(CommandError::Usage("there is an administrator: see `infitah admin list`".to_owned()));
            }
        }
        Admin::List { common } => list(&open(common).await?.1).await?,
        Admin::Add { name, mail, common } => {
            let (config, db) = open(common).await?;
            add(&config, &db, name, mail).await?;
        }
        Admin::Recover { account, common } => {
            let (config, db) = open(common).await?;
            recover(&config, &db, account).await?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn open(common: &Common) -> Result<(Config, Db), CommandError> {
    Ok(start::open_settled(common.config()?).await?)
}

/// Says where the first run begins, while nobody has ever administered; else says nothing.
pub(super) async fn begin(config: &Config, db: &Db) -> Result<bool, CommandError> {
    let Some(key) = db.write(|tx| Box::pin(async move { accounts::new_key(tx).await })).await? else {
        return Ok(false);
    };
    let address = urls::start(&key).to(first_language(config));
    say(&format!("Nobody administers this instance yet. Begin here, within 24 hours:\n{}{address}", config.public_url));
    Ok(true)
}

fn first_language(config: &Config) -> Lang {
    config.languages.first().copied().unwrap_or_else(Lang::arabic)
}

async fn list(db: &Db) -> Result<(), CommandError> {
    let tx = db.read().await?;
    let people = administrators(&tx, db.clock().now()).await?;
    if people.is_empty() {
        say("There is no administrator: infitah admin add --name NAME --mail ADDRESS");
    }
    for person in people {
        let has = accounts::proofs(&tx, person.id).await?;
        let proofs = has.factors.iter().map(|factor| factor.kind.code()).collect::<Vec<_>>();
        let proofs = if proofs.is_empty() { "nothing yet".to_owned() } else { proofs.join(", ") };
        say(&format!("{}; proves by: {proofs}; recovery codes: {}", line(&person), has.codes_left));
    }
    Ok(())
}

/// One line: account, name, addresses. A name is what somebody typed: it stays on its line.
fn line(person: &Holder) -> String {
    let name = person.name.replace(char::is_control, " ");
    format!("{}  {name}  {}", person.id, person.addresses.join(", "))
}

async fn add(config: &Config, db: &Db, name: &str, address: &Address) -> Result<(), CommandError> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || name.contains(char::is_control) {
        return Err(CommandError::Usage("--name is the name by which somebody is called".to_owned()));
    }
    let known = named(&db.read().await?, &address.to_string()).await?;
    if let Some(person) = known.iter().find(|person| person.name == name) {
        return Err(CommandError::Usage(format!("there is an account of that name at this address: {}", line(person))));
    }
    let atlas = Atlas::load(&db.read().await?).await?;
    let Some(region) = atlas.find(&config.region) else {
        return Err(CommandError::Usage(format!("there is no place {}: run `infitah migrate`", config.region)));
    };
    let (lang, address, place) = (first_language(config), address.clone(), region.code.clone());
    let adding = db.write(move |tx| Box::pin(async move { appoint(tx, &name, lang, &address, &place).await }));
    let id = adding.await?;
    let sign_in = format!("{}{}", config.public_url, urls::sign_in().to(lang));
    say(&format!("{id} is an administrator. Sign in at {sign_in}, then add a passkey or an application of codes."));
    Ok(())
}

async fn recover(config: &Config, db: &Db, account: &str) -> Result<(), CommandError> {
    let people = named(&db.read().await?, account).await?;
    let person = match people.as_slice() {
        [] => return Err(CommandError::Usage(format!("there is no open account {account}: see `infitah admin list`"))),
        [one] => one.clone(),
        several => {
            let lines = several.iter().map(line).collect::<Vec<_>>().join("\n");
            return Err(CommandError::Usage(format!("several people have that address; name one by its id:\n{lines}")));
        }
    };
    let code = accounts::give_operator_code(db, person.id).await?;
    let enter = format!("{}{}", config.public_url, urls::recover().to(first_language(config)));
    say(&format!("{}\nEnter at {enter}\n{code}", line(&person)));
    say("The code is good once, for fifteen minutes. Say it to nobody but the owner of the account. It is recorded.");
    Ok(())
}
