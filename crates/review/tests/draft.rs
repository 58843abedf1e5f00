//! Holds the draft review to its promises: what a context does to a mark, where marks stand, and never to fail.

use review::{Category, Context, Danger, Limit, Sort, To, Verdict, marked, read};

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
    assert!(!marked("You wrote \"you never listened to me\". I have thought about it since and I see it."));
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
