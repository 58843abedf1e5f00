//! Holds the crisis reader against the development sets, and its promise never to fail.
//!
//! The sets in `dev/` are ours; how well the reader does on other people's words, they cannot tell.

use review::{crisis, signs};

/// Lines `label<TAB>text` of a set, as what they mean and what was read.
fn read(set: &str) -> Vec<(String, String, [bool; 3], [bool; 3])> {
    set.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| {
            let (label, text) = line.split_once('\t').expect("a label and a text");
            let has = |name: &str| label.split('+').any(|part| part == name);
            let meant = [has("self") || has("both"), has("other") || has("both"), has("afraid")];
            let found = crisis(text);
            (label.to_owned(), text.to_owned(), meant, [found.to_self, found.to_other, found.afraid])
        })
        .collect()
}

fn sets() -> Vec<(String, String, [bool; 3], [bool; 3])> {
    let sets = [
        include_str!("../dev/crisis-core.tsv"),
        include_str!("../dev/crisis-more.tsv"),
        include_str!("../dev/crisis-oblique.tsv"),
        include_str!("../dev/crisis-plain.tsv"),
        include_str!("../dev/crisis-de.tsv"),
    ];
    sets.into_iter().flat_map(read).collect()
}

#[test]
fn the_phrases_read_the_development_sets_as_their_labels_say() {
    let wrong: Vec<_> = sets()
        .into_iter()
        .map(|(label, text, meant, _)| {
            let signs = signs(&text);
            let has = |name: &str| signs.iter().any(|sign| sign.label == name);
            let found = [has("self"), has("other"), has("afraid")];
            (label, text, meant, found)
        })
        .filter(|(_, _, meant, found)| meant != found)
        .map(|(label, text, _, found)| format!("{label}: {text} {found:?}"))
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn with_the_model_no_sign_is_lost_and_few_quiet_texts_raise_one() {
    let (mut quiet, mut alarms) = (0, 0);
    for (label, text, meant, found) in sets() {
        assert!(meant.iter().zip(found).all(|(meant, found)| !meant || found), "{label}: {text} {found:?}");
        if label == "none" {
            quiet += 1;
            alarms += u32::from(found.contains(&true));
        }
    }
    assert!(alarms * 100 <= quiet * 2, "{alarms} of {quiet}");
}

#[test]
fn a_negation_never_hides_a_sign() {
    assert!(crisis("I'm not going to kill myself").to_self);
    assert!(crisis("I am not saying that I will kill him").to_other);
    assert!(crisis("I'm not going to hurt him").to_other);
    assert!(crisis("I won't hurt them").to_other);
}

#[test]
fn a_word_or_two_raise_nothing_by_their_sound() {
    for text in ["Goodbye", "my brother", "see you", "Sunday walk", "the bridge", "tired"] {
        assert_eq!(crisis(text), review::Crisis::default(), "{text}");
    }
    assert!(crisis("kill myself").to_self);
}

#[test]
fn german_is_read_with_and_without_umlauts() {
    for text in [
        "Ich möchte nicht mehr leben",
        "ich moechte nicht mehr leben",
        "ICH MÖCHTE NICHT MEHR LEBEN",
        "ich bring mich um",
    ] {
        assert!(crisis(text).to_self, "{text}");
    }
    assert!(crisis("Er hat mich gewürgt").afraid && crisis("er hat mich gewuergt").afraid);
    assert_eq!(crisis("Ich bringe dich um sieben zum Zug"), review::Crisis::default());
}

#[test]
fn words_of_one_who_is_threatened_are_not_the_writers_threat() {
    for text in [
        "he said he'll kill me",
        "she told me she would stab me",
        "\"I'll kill you\" he screamed",
        "he said next time I won't get up",
    ] {
        let found = crisis(text);
        assert!(found.afraid, "{text}");
        assert!(!found.to_other && !found.to_self, "{text}");
    }
}

#[test]
fn the_shape_of_the_letters_does_not_matter() {
    for text in [
        "I want to kill myself",
        "I WANT TO KILL MYSELF",
        "i want to k i l l myself",
        "i want to k.i.l.l m.y.s.e.l.f",
        "I want to ki\u{200b}ll my\u{200d}self",
        "I w\u{430}nt to k\u{456}ll mys\u{435}lf",
        "ｉ ｗａｎｔ ｔｏ ｋｉｌｌ ｍｙｓｅｌｆ",
        "i want to k1ll mys3lf",
        "i want to killmyself",
        "i want to kiiiill myselffff",
        "𝓘 𝔀𝓪𝓷𝓽 𝓽𝓸 𝓴𝓲𝓵𝓵 𝓶𝔂𝓼𝓮𝓵𝓯",
    ] {
        assert!(crisis(text).to_self, "{text}");
    }
}

#[test]
fn any_text_is_read_to_its_end_without_panic() {
    let mut texts =
        vec![String::new(), "😀".repeat(1000), "\u{202e}שלום \u{200f}מוות".to_owned(), "'".repeat(5000)];
    texts.push("k i l l ".repeat(20_000));
    texts.push("i will kill ".repeat(30_000));
    texts.push("a".repeat(1_000_000));
    texts.push("\u{0}\u{1}\u{fffd}*!@$".repeat(1000));
    texts.push(format!("{} I want to die", "word ".repeat(200_000)));
    let found: Vec<_> = texts.iter().map(|text| crisis(text)).collect();
    assert!(found[texts.len() - 1].to_self);
    assert!(!found[0].to_self && !found[1].to_self);
}
