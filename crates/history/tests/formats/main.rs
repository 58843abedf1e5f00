//! Every trap of every format but WhatsApp's, which has its own tests: a small made file each, and what must come of it.

mod channels;
mod imessage;
mod mail;
mod meta;
mod sms;
mod table;
mod telegram;
mod telling;
