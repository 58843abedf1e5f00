//! Every threshold of CARE through the app: below it, at it and above it, as somebody would come to it, day by day.

use crate::home::{Home, PASSPHRASE};

const DAY: i64 = 86_400;

/// Somebody who fills in a check-in on each of these days, counted from today; what today's page then says.
fn after(days: &[(i64, &[(&str, &str)])]) -> String {
    let home = Home::kept();
    let first = days.iter().map(|(day, _)| *day).min().unwrap_or(0);
    let mut page = String::new();
    for (day, fields) in days {
        home.clock.set_ahead((day - first) * DAY);
        // After a day the app has locked itself.
        let person = home.stranger();
        assert_eq!(person.unlock(PASSPHRASE).leads_to(), "/");
        person.post("/settings/fear", &[("afraid", "no")]);
        let whole = [*fields, &[("whole", "yes")]].concat();
        assert_eq!(person.post("/checkin", &whole).leads_to(), "/", "{fields:?}");
        page = person.get("/").text();
    }
    page
}

const SOON: &str = "Talk to your doctor soon.";
const TODAY: &str = "See a doctor today about your sleep.";
const WEEK: &str = "Talk to your doctor this week.";

/// Three nights in each of two weeks, like this.
fn six_nights(field: (&'static str, &'static str)) -> String {
    let fields: &[(&str, &str)] = &[field, ("day_suffered", "yes")];
    let nights = [0, 2, 4, 7, 9, 11];
    after(&nights.map(|night| (night, fields)))
}

#[test]
fn three_bad_nights_in_each_of_two_weeks_are_the_doctor_s() {
    for (field, below, at, above) in [
        ("to_fall_asleep_minutes", "30", "31", "45"),
        ("awake_minutes", "30", "31", "90"),
        // Of hours the fewer are the worse.
        ("sleep_hours", "5", "4.75", "4.25"),
    ] {
        assert!(!six_nights((field, below)).contains(SOON), "{field} {below}");
        assert!(six_nights((field, at)).contains(SOON), "{field} {at}");
        assert!(six_nights((field, above)).contains(SOON), "{field} {above}");
    }
    let bad: &[(&str, &str)] = &[("awake_minutes", "60"), ("day_suffered", "yes")];
    let two_and_three = [(0, bad), (2, bad), (7, bad), (9, bad), (11, bad)];
    assert!(!after(&two_and_three).contains(SOON), "two nights in one of the weeks");
    let tapped: &[(&str, &str)] = &[("awake_minutes_about", "45"), ("day_suffered", "yes")];
    assert!(after(&[0, 2, 4, 7, 9, 11].map(|night| (night, tapped))).contains(SOON), "and as tapped");
}

#[test]
fn three_nights_running_under_four_hours_are_today_s() {
    let nights = |hours: &'static str, count: i64| {
        let nights: Vec<(i64, Vec<(&str, &str)>)> =
            (0..count).map(|night| (night, vec![("sleep_hours", hours)])).collect();
        let nights: Vec<(i64, &[(&str, &str)])> =
            nights.iter().map(|(day, fields)| (*day, &fields[..])).collect();
        after(&nights)
    };
    assert!(!nights("4", 3).contains(TODAY), "four hours are not under four");
    assert!(nights("3.75", 3).contains(TODAY));
    assert!(nights("2", 3).contains(TODAY));
    assert!(!nights("3.75", 2).contains(TODAY), "two nights are not three");
    let short: &[(&str, &str)] = &[("sleep_hours", "3")];
    assert!(!after(&[(0, short), (1, short), (3, short)]).contains(TODAY), "a day left out breaks the row");
}

#[test]
fn seven_low_days_running_and_three_days_of_hardly_eating_are_the_doctor_s() {
    let low = |mood: &'static str, days: i64| {
        let days: Vec<(i64, [(&str, &str); 1])> = (0..days).map(|day| (day, [("mood", mood)])).collect();
        let days: Vec<(i64, &[(&str, &str)])> =
            days.iter().map(|(day, fields)| (*day, &fields[..])).collect();
        after(&days)
    };
    assert!(!low("2", 6).contains(SOON), "six days");
    assert!(low("2", 7).contains(SOON) && low("1", 7).contains(SOON));
    assert!(!low("3", 7).contains(SOON), "a mood of three is none of two");
    let hardly: &[(&str, &str)] = &[("ate", "hardly")];
    let little: &[(&str, &str)] = &[("ate", "little")];
    assert!(!after(&[(0, hardly), (3, hardly), (6, little)]).contains(SOON), "two days");
    assert!(after(&[(0, hardly), (3, hardly), (6, hardly)]).contains(SOON), "three in seven");
    assert!(!after(&[(0, hardly), (3, hardly), (7, hardly)]).contains(SOON), "three in eight");
}

/// Somebody who fills in a form with answers that come to this; today's page and the forms'.
fn scored(form: &str, items: usize, total: usize) -> (String, String) {
    let home = Home::kept();
    let person = home.unlocked();
    // The ninth question of nine is about oneself, and stays nought here.
    let open = items.min(8);
    let mut left = total;
    let answers: Vec<(String, String)> = (0..items)
        .map(|item| {
            let answer = if item < open { left.min(3) } else { 0 };
            left -= answer;
            (format!("item_{}", item + 1), answer.to_string())
        })
        .collect();
    assert_eq!(left, 0, "{total} fits into {items} answers");
    let fields: Vec<(&str, &str)> =
        answers.iter().map(|(name, answer)| (name.as_str(), answer.as_str())).collect();
    assert_eq!(person.post(&format!("/forms/{form}"), &fields).leads_to(), "/forms");
    (person.get("/").text(), person.get("/forms").text())
}

#[test]
fn scores_lead_to_the_doctor_from_ten_on_and_this_week_from_twenty_on() {
    for (total, soon, week) in [
        (9, false, false),
        (10, true, false),
        (11, true, false),
        (19, true, false),
        (20, false, true),
        (21, false, true),
    ] {
        let (today, forms) = scored("phq-9", 9, total);
        assert_eq!((today.contains(SOON), today.contains(WEEK)), (soon, week), "PHQ-9 of {total}");
        assert!(
            forms.contains(&format!("add up to {total}")) && forms.contains("not a diagnosis"),
            "{forms}"
        );
    }
    for (total, soon) in [(9, false), (10, true), (11, true)] {
        assert_eq!(scored("gad-7", 7, total).0.contains(SOON), soon, "GAD-7 of {total}");
    }
    for (total, longer) in [(1, false), (2, true), (3, true)] {
        let (_, forms) = scored("phq-2", 2, total);
        let offers = forms.matches("/forms/phq-9").count() > 1;
        assert_eq!(offers, longer, "PHQ-2 of {total}");
    }
}

#[test]
fn any_answer_but_nought_to_the_ninth_question_is_help_at_once() {
    for (answer, helps) in [("0", false), ("1", true), ("2", true), ("3", true)] {
        let home = Home::kept();
        let person = home.unlocked();
        let mut fields: Vec<(String, &str)> = (1..=8).map(|item| (format!("item_{item}"), "0")).collect();
        fields.push(("item_9".to_owned(), answer));
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, answer)| (name.as_str(), *answer)).collect();
        let led = person.post("/forms/phq-9", &fields);
        assert_eq!(led.leads_to() == "/help", helps, "an answer of {answer}");
    }
}
