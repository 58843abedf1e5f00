//! A thousand wrong passphrases: bounded work, help all the while, and the right one still opens.

use std::io::{ErrorKind, Read as _, Write as _};
use std::sync::atomic::{AtomicI64, Ordering};
use std::thread;

use crate::home::{DEAR, Home, PASSPHRASE};
use crate::wire;

#[test]
fn of_a_thousand_wrong_passphrases_five_are_tried_and_help_is_open_all_the_while() {
    let home = Home::kept();
    let (mut tried, mut refused) = (0, 0);
    for number in 0..1000 {
        match home.stranger().unlock(&format!("wrong {number}")).status {
            403 => tried += 1,
            429 => refused += 1,
            other => panic!("the {number}th is answered {other}"),
        }
        if number % 50 == 0 {
            assert_eq!(home.stranger().get("/help").status, 200);
        }
    }
    assert_eq!((tried, refused), (5, 995));
    assert_eq!(
        home.stranger().unlock(PASSPHRASE).status,
        429,
        "not even the right one is tried before its time"
    );
    home.clock.set_ahead(16);
    assert_eq!(home.stranger().unlock("wrong again").status, 403, "after the wait one is tried");
    assert_eq!(home.stranger().unlock(PASSPHRASE).status, 429, "and the wait begins anew");
    home.clock.set_ahead(60);
    assert_eq!(home.stranger().unlock(PASSPHRASE).leads_to(), "/");
    for _ in 0..4 {
        assert_eq!(home.stranger().unlock("wrong").status, 403, "the right one forgets the wrong ones");
    }
}

#[test]
fn guesses_at_the_same_time_gain_nothing() {
    let home = Home::kept();
    let tried: usize = thread::scope(|scope| {
        let guessers: Vec<_> = (0..8)
            .map(|guesser| {
                let home = &home;
                scope.spawn(move || {
                    (0..25)
                        .filter(|guess| home.stranger().unlock(&format!("{guesser} {guess}")).status == 403)
                        .count()
                })
            })
            .collect();
        guessers.into_iter().map(|guesser| guesser.join().expect("it asks")).sum()
    });
    assert_eq!(tried, 5);
}

#[test]
fn guesses_at_the_code_count_like_guesses_at_the_passphrase() {
    let home = Home::kept();
    let guess = || {
        let fields = [("code", "MPJT-B9D5-MPJT-B9D5-MPJT-B9D5-6K8B"), ("passphrase", "a new passphrase")];
        home.stranger().post("/unlock/code", &fields).status
    };
    let statuses: Vec<u16> = (0..8).map(|_| guess()).collect();
    assert_eq!(statuses, [403, 403, 403, 403, 403, 429, 429, 429]);
    assert_eq!(home.stranger().unlock(PASSPHRASE).status, 429);
}

/// How far ahead the clock is set before the next passphrase.
static WAITS: AtomicI64 = AtomicI64::new(3600);

#[test]
fn help_does_not_wait_for_a_key_to_be_derived() {
    let home = Home::kept_deriving(DEAR);
    for path in ["/help?country=NZ", "/why/SAFE-1", "/assets/app.css"] {
        // A busy machine may be slow to show a page, so more than one key is derived; were the page to wait for them, it
        // would be late at each.
        let early = (0..5).any(|_| is_shown_while_a_key_is_derived(&home, path));
        assert!(early, "{path} came after the key each time");
    }
}

/// Whether a page was shown before the answer to a passphrase sent just before it.
fn is_shown_while_a_key_is_derived(home: &Home, path: &str) -> bool {
    // Each wrong one delays the next, as it should.
    home.clock.set_ahead(WAITS.fetch_add(3600, Ordering::SeqCst));
    let mut line = wire::line(home.port);
    let form = wire::form(&[("passphrase", "wrong")]);
    line.write_all(&wire::request(home.port, "POST", "/unlock", "", &form)).expect("sent");
    assert_eq!(home.stranger().get(path).status, 200, "{path}");
    line.set_nonblocking(true).expect("a look at the line");
    let early = line.peek(&mut [0]).is_err_and(|nothing| nothing.kind() == ErrorKind::WouldBlock);
    line.set_nonblocking(false).expect("and a wait");
    let mut answer = Vec::new();
    line.read_to_end(&mut answer).expect("it is answered");
    assert_eq!(wire::Answer::read(&answer).map(|answer| answer.status), Some(403));
    early
}
