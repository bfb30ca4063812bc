//! Every schedule: what `serve` does by itself, without being asked by a visitor.

use std::time::Duration;

use infitah_commons::App;

use crate::backup::schedule::Keeper;

/// How often it is looked whether something is due. What is due is decided by the clock of the instance.
const LOOK: Duration = Duration::from_secs(60);

/// Starts them. They end with the program.
pub fn start(app: &App) {
    let keeper = Keeper::new(app);
    tokio::spawn(async move {
        let mut ticks = tokio::time::interval(LOOK);
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            keeper.turn().await;
        }
    });
}
