//! Any text is read to its end: no panic, every mark stands on character borders and says something.

#![no_main]

use libfuzzer_sys::fuzz_target;
use review::{Context, Limit, Sort, To, read};

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, rest)) = bytes.split_first() else { return };
    let draft = String::from_utf8_lossy(rest);
    let context = Context {
        sort: [Sort::Start, Sort::Reply, Sort::Practical, Sort::Closure][usize::from(choice & 3)],
        limit: [Limit::None, Limit::Space, Limit::ToldToStop, Limit::Order][usize::from(choice >> 2 & 3)],
        unanswered: u32::from(choice >> 4 & 3),
        to: [To::Partner, To::Other, To::Inferred][usize::from(choice >> 6) % 3],
    };
    for mark in read(&draft, &context).marks {
        assert!(draft.get(mark.start..mark.end).is_some_and(|words| !words.is_empty()));
        assert!(mark.severity <= 3 && !mark.why.is_empty() && !mark.clause.is_empty());
    }
});
