//! The calendar's secret address: it tells times and nothing else, only while the vault is open, and not once it is revoked.

use crate::home::Home;

const CANARY: &str = "zimtkolibri";

#[test]
fn a_calendar_reads_times_at_its_address_and_nothing_after_it_is_revoked() {
    let home = Home::kept();
    let person = home.unlocked();
    let appointment = [("sort", "doctor"), ("title", CANARY), ("for", "2099-03-29T19:00")];
    person.post("/work/appointment", &appointment);
    person.post("/dates", &[("name", CANARY), ("on", "2099-02-28"), ("yearly", "yes"), ("plan", CANARY)]);
    let address = || {
        let page = person.get("/papers").text();
        page.split("href=\"")
            .filter_map(|rest| rest.split('"').next())
            .find_map(|to| Some(format!("/feed/{}", to.split_once("/feed/")?.1)))
    };
    assert_eq!(address(), None);
    person.post("/calendar/address", &[]);
    let first = address().expect("an address");
    assert!(first.len() >= "/feed/".len() + 26, "nobody guesses {first}");
    let read = home.stranger().get(&first);
    assert_eq!((read.status, read.header("content-type")), (200, Some("text/calendar; charset=utf-8")));
    assert_eq!(read.header("cache-control"), Some("no-store"));
    let text = read.text();
    assert!(!text.to_lowercase().contains(CANARY) && text.matches("BEGIN:VEVENT").count() == 2, "{text}");
    assert!(text.contains("DTSTART;VALUE=DATE:20990228") && text.contains("RRULE:FREQ=YEARLY"), "{text}");
    assert!(text.lines().all(|line| line.len() <= 75), "{text}");
    assert_eq!(text, home.stranger().get(&first).text(), "the same each time");
    for wrong in ["/feed/", "/feed/x", "/feed/%00", &first[..first.len() - 1], &format!("{first}0")] {
        assert_ne!(home.stranger().get(wrong).status, 200, "{wrong}");
    }
    person.post("/calendar/address", &[]);
    let second = address().expect("another");
    assert_eq!(home.stranger().get(&first).status, 404, "the old one is none");
    person.post("/calendar/address", &[("revoke", "yes")]);
    assert_eq!(home.stranger().get(&second).status, 404);
    person.post("/calendar/address", &[]);
    let third = address().expect("a third");
    person.post("/lock", &[]);
    assert_eq!(home.stranger().get(&third).status, 404, "a locked vault tells no times");
}
