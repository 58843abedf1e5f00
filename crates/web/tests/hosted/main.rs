//! What somebody would try against the hosted edition: everything that was tried against the app on a machine of one's own,
//! read from the same files and run over this form of it; and what only many people, several nodes and a database allow.

#[path = "../attacks/browser.rs"]
mod browser;
#[path = "../attacks/doors.rs"]
mod doors;
#[path = "../attacks/errors.rs"]
mod errors;
#[path = "../attacks/forms.rs"]
mod forms;
mod histories;
mod home;
#[path = "../attacks/hosts.rs"]
mod hosts;
#[path = "../attacks/limits.rs"]
mod limits;
#[path = "../attacks/lines.rs"]
mod lines;
#[path = "../attacks/locked.rs"]
mod locked;
mod people;
#[path = "../attacks/script.rs"]
mod script;
mod talk;
#[path = "../attacks/thresholds.rs"]
mod thresholds;
#[expect(
    dead_code,
    reason = "a line of one's own network is sealed by the app, this one by whoever stands before it"
)]
#[path = "../attacks/wire.rs"]
mod wire;
