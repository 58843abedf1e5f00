//! What somebody would try who wants to read, to write, to lock out or to be let in: the app is served over a line of
//! this machine, as it is to a browser, and spoken to in raw requests, which no client has tidied.

mod browser;
mod canary;
mod doors;
mod errors;
mod feed;
mod forms;
mod home;
mod hosts;
mod limits;
mod lines;
mod locked;
mod network;
mod passphrases;
mod red_lines;
mod rules;
mod said;
mod script;
mod thresholds;
mod tickets;
mod together;
mod unkept;
mod wire;
