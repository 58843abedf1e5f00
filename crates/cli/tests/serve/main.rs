//! `halflight serve` and `halflight admin` as an operator runs them: several processes over one PostgreSQL, ended kindly
//! and unkindly, looked after, and watched by what they write.

mod admin;
mod ends;
mod lines;
mod node;
mod said;
mod steps;
#[path = "../../../web/tests/attacks/wire.rs"]
#[expect(dead_code, reason = "some of what is shared serves other tests")]
mod wire;
