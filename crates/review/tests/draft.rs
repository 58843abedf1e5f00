//! Holds the draft review to its promises: what a context does to a mark, where marks stand, and never to fail.

use review::{Category, Context, Danger, Limit, Sort, To, Verdict, read, reply};

fn categories(draft: &str, context: Context) -> Vec<Category> {
    read(draft, &context).marks.iter().filter(|mark| mark.severity > 0).map(|mark| mark.category).collect()
}

#[test]
fn each_mark_is_found_in_plain_examples_of_our_own() {
    for (draft, category) in [
        ("Did you get my last message?", Category::Pursue),
        ("You have until Friday to decide", Category::Pressure),
        ("Look what you've done to me", Category::Guilt),
        ("I'm nothing without you", Category::SelfPity),
        ("You're a selfish coward", Category::Blame),
        ("You should see a therapist", Category::Teach),
        ("Is she seeing anyone?", Category::Proxy),
        ("You'll regret this", Category::Threat),
        ("New number, please don't block me", Category::Evade),
        ("I saw your car outside his house", Category::Monitor),
    ] {
        assert!(categories(draft, Context::default()).contains(&category), "{draft}");
    }
}

#[test]
fn none_noticed_is_never_said_as_approval() {
    let review = read("Rent is due Friday; please confirm.", &Context::default());
    assert_eq!(review.verdict, Verdict::NoneNoticed);
    assert!(review.say.contains("not approval"));
}

#[test]
fn under_a_limit_a_personal_draft_is_stopped_and_not_polished() {
    for limit in [Limit::ToldToStop, Limit::Order] {
        let review = read("I miss you so much", &Context { limit, ..Context::default() });
        assert_eq!(review.verdict, Verdict::Stopped);
        assert!(review.marks.is_empty());
    }
    let practical = Context { limit: Limit::ToldToStop, sort: Sort::Practical, ..Context::default() };
    assert_ne!(read("Mia has swimming at four.", &practical).verdict, Verdict::Stopped);
}

#[test]
fn a_light_line_is_marked_only_once_messages_lie_unanswered() {
    let light = "Thinking of you";
    assert!(categories(light, Context::default()).is_empty());
    let waiting = Context { unanswered: 2, ..Context::default() };
    assert_eq!(categories(light, waiting), [Category::Pursue]);
}

#[test]
fn with_words_of_crisis_only_threat_and_evade_are_shown() {
    let review = read("You ruined everything. I want to die.", &Context::default());
    assert_eq!(review.crisis, Some(Danger::ToSelf));
    assert!(review.marks.iter().all(|mark| matches!(mark.category, Category::Threat | Category::Evade)));
}

#[test]
fn words_to_someone_else_do_not_pursue_the_partner() {
    let context = Context { to: To::Other, ..Context::default() };
    assert!(categories("I miss you so much", context).is_empty());
    assert_eq!(categories("Tell her I still love her", context), [Category::Proxy]);
}

#[test]
fn quoted_words_are_not_the_writers() {
    assert!(!reply("You wrote \"you never listened to me\". I have thought about it since and I see it.").1);
}

#[test]
fn words_in_single_marks_and_behind_an_arrow_are_not_the_writers_either() {
    for draft in [
        "You wrote 'you never listened to me'. I have thought about it since and I see it.",
        "You wrote ‘you never listened to me’. I have thought about it since and I see it.",
        "> you never listened to me\nI have thought about that line since Sunday and I see it now.",
    ] {
        assert!(!categories(draft, Context::default()).contains(&Category::Blame), "{draft}");
    }
}

#[test]
fn a_practical_message_is_shown_what_is_more_than_a_fact_a_request_a_date() {
    let practical = Context { sort: Sort::Practical, ..Context::default() };
    assert!(categories("Mia has swimming at four on Tuesday. Can you take her?", practical).is_empty());
    let more = "Mia has swimming at four on Tuesday. Can you take her? The house is so empty without you.";
    let marks = read(more, &practical).marks;
    let shown: Vec<&str> = marks.iter().filter_map(|mark| more.get(mark.start..mark.end)).collect();
    assert!(shown.iter().any(|words| words.contains("empty")), "{shown:?}");
}

#[test]
fn a_closure_letter_asks_nothing_and_leaves_no_door_ajar() {
    let closure = Context { sort: Sort::Closure, ..Context::default() };
    let clean = "I have decided to stop hoping. Thank you for the good years. I wish you well. Goodbye.";
    assert!(categories(clean, closure).is_empty(), "{:?}", categories(clean, closure));
    let ajar = "Goodbye. If you ever change your mind, my door is open.";
    assert!(categories(ajar, closure).contains(&Category::Pursue));
    let asks = "Goodbye. Please write back and tell me why.";
    assert!(categories(asks, closure).contains(&Category::Pressure));
}

#[test]
fn every_mark_says_its_words_its_clause_and_how_they_may_read() {
    let draft = "You'll regret this. You never tried, and you owe me one talk tonight.";
    let marks = read(draft, &Context::default()).marks;
    assert!(marks.len() >= 2, "{marks:?}");
    for mark in marks {
        assert!(mark.why.contains(draft.get(mark.start..mark.end).expect("a border")), "{mark:?}");
        assert!(mark.clause.contains('-'));
    }
}

#[test]
fn a_megabyte_is_read_and_its_end_is_not_forgotten() {
    let long = format!("{} I need an answer tonight.", "The train was late again today. ".repeat(32_000));
    assert!(long.len() > 1_000_000);
    let marks = read(&long, &Context::default()).marks;
    assert!(
        marks.iter().any(|mark| mark.category == Category::Pressure && mark.start > 1_000_000),
        "{marks:?}"
    );
}

#[test]
fn another_language_is_known_as_one() {
    assert!(review::in_english("Can you pick up Mia at four on Tuesday please?"));
    assert!(!review::in_english("Kannst du Mia bitte am Dienstag um vier von der Schule abholen?"));
}

#[test]
fn marks_stand_on_character_borders_and_nothing_panics() {
    let long = "I need an answer tonight. ".repeat(4000);
    for draft in [
        "",
        "🙂🙂🙂",
        "é́ I need 🙂 an answer toni\u{200b}ght — ok?",
        "\u{202e}שלום, you never listened\u{202c}",
        "ＹＯＵ ＮＥＶＥＲ ＬＩＳＴＥＮＥＤ",
        long.as_str(),
    ] {
        for mark in read(draft, &Context::default()).marks {
            assert!(draft.get(mark.start..mark.end).is_some_and(|words| !words.is_empty()), "{draft}");
        }
    }
    assert!(!read(&long, &Context::default()).marks.is_empty());
}

#[test]
fn most_drafts_of_the_development_sets_carry_the_mark_they_were_written_with() {
    let sets = [
        include_str!("../dev/marks/threat.txt"),
        include_str!("../dev/marks/evade.txt"),
        include_str!("../dev/marks/monitor.txt"),
        include_str!("../dev/marks/blame.txt"),
    ];
    let (mut meant, mut found) = (0, 0);
    for set in sets {
        let mut category = None;
        for line in set.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(header) = line.strip_prefix('[') {
                let name = header.split(' ').next().unwrap_or_default();
                category = Category::of_name(name.trim_end_matches(|c: char| c.is_ascii_digit()));
            } else if let Some(category) = category {
                meant += 1;
                found += u32::from(categories(line, Context::default()).contains(&category));
            }
        }
    }
    assert!(found * 100 >= meant * 93, "{found} of {meant}");
}
