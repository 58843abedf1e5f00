//! The pages can be read by a tired person of twelve, and say nothing that the red lines forbid.

use guide::{Block, Guide, Inline, Page, plain};

/// The Flesch-Kincaid grade: 0.39 × words a sentence + 11.8 × syllables a word − 15.59 (Kincaid and others, 1975).
fn grade(texts: &[String]) -> f64 {
    let (mut sentences, mut words, mut syllables) = (0_u32, 0_u32, 0_u32);
    for text in texts {
        for sentence in text.split(['.', '!', '?']) {
            let in_sentence: Vec<&str> =
                sentence.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).collect();
            if in_sentence.is_empty() {
                continue;
            }
            sentences += 1;
            words += u32::try_from(in_sentence.len()).expect("a page is short");
            syllables += in_sentence.iter().map(|word| syllables_of(word)).sum::<u32>();
        }
    }
    let (sentences, words, syllables) = (f64::from(sentences), f64::from(words), f64::from(syllables));
    0.39 * words / sentences + 11.8 * syllables / words - 15.59
}

/// Syllables of an English word: its groups of vowels, a silent e at its end left out.
fn syllables_of(word: &str) -> u32 {
    let letters: String = word.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    let is_vowel = |letter: char| "aeiouy".contains(letter);
    let mut groups = 0;
    let mut before = false;
    for letter in letters.chars() {
        groups += u32::from(is_vowel(letter) && !before);
        before = is_vowel(letter);
    }
    let silent = letters.ends_with('e') && !letters.ends_with("le") && !letters.ends_with("ee");
    let silent =
        silent || (letters.ends_with("ed") && !letters.ends_with("ted") && !letters.ends_with("ded"));
    if silent && groups > 1 { groups - 1 } else { groups.max(1) }
}

/// What a page says in sentences: its tables are left out, each item of a list is a sentence.
fn sentences(blocks: &[Block], into: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Table { .. } => {}
            Block::Heading { words, .. } | Block::Paragraph(words) => into.push(plain(words)),
            Block::List { items, .. } => items.iter().for_each(|item| sentences(item, into)),
            Block::Note { blocks, .. } => sentences(blocks, into),
        }
    }
}

#[test]
fn a_tired_person_of_twelve_can_read_every_page() {
    for page in Guide::english().pages() {
        let mut texts = Vec::new();
        sentences(&page.blocks, &mut texts);
        let grade = grade(&texts);
        assert!(grade <= 8.0, "{} reads at grade {grade:.1}", page.name);
    }
}

#[test]
fn the_measure_tells_hard_from_easy() {
    let hard = "The aforementioned reconciliation methodology necessitates considerable psychological \
                introspection, notwithstanding the uncertainties characteristically accompanying separation.";
    assert!(grade(&[hard.into()]) > 16.0);
    assert!(grade(&["Sit down. Drink some water. Call a friend.".into()]) < 2.0);
    for (word, syllables) in
        [("be", 1), ("table", 2), ("named", 1), ("wanted", 2), ("anniversary", 5), ("free", 1)]
    {
        assert_eq!(syllables_of(word), syllables, "{word}");
    }
}

/// What no page says, whoever it is about (the red lines of the project; METHOD SAFE-6 to SAFE-8).
const NEVER_SAID: &[&str] = &[
    "your odds are",
    "chance of reunion",
    "chances are",
    "will come back",
    "come crawling",
    "win them back",
    "win her back",
    "win him back",
    "get them back",
    "misses you",
    "still loves",
    "loves you",
    "wants you back",
    "they feel for you",
    "regrets leaving",
    "you are safe",
    "you're safe",
    "all clear",
    "approved",
    "you're fine",
    "you are fine",
    "you have depression",
    "you are depressed",
    "diagnos",
    "clinically",
    "proven",
    "this works",
    "it works",
    "guarantee",
    "streak",
    "days since",
    "days left",
    "countdown",
    "best time to",
    "right time to write",
    "you may write now",
    "committed suicide",
    "successful",
    "overdose",
    "wrong number on purpose",
    "you should take",
    "ask her friends",
    "ask his friends",
];

/// The pages that must name a thing in order to refuse it, and what they may say of it.
const NAMED_TO_REFUSE: &[(&str, &str)] = &[
    ("start", "It names no best time to write, and it never nudges you to write."),
    ("further-reading", "It also says that the method works."),
];

#[test]
fn no_page_crosses_a_red_line() {
    for page in Guide::english().pages() {
        let mut said = format!("{}\n{}\n{}", page.title(), page.front.brief, page.plain()).to_lowercase();
        for (name, refusal) in NAMED_TO_REFUSE {
            if *name == page.name {
                assert!(said.contains(&refusal.to_lowercase()), "{name} no longer says {refusal:?}");
                said = said.replace(&refusal.to_lowercase(), "");
            }
        }
        for never in NEVER_SAID {
            assert!(!said.contains(never), "{} says {never:?}", page.name);
        }
    }
}

/// No sentence has both a share of couples and a coming together in it, wherever it stands.
#[test]
fn no_sentence_has_a_figure_beside_a_reunion() {
    const TOGETHER: &[&str] = &["reunite", "reunion", "reconcil", "getting back", "come back", "came back"];
    for page in Guide::english().pages() {
        let said = page.plain().to_lowercase();
        for sentence in said.split(['.', '!', '?', '\n']) {
            let share =
                sentence.contains('%') || sentence.contains(" in ten") || sentence.contains(" in twenty");
            let together = TOGETHER.iter().any(|word| sentence.contains(word));
            assert!(!(share && together), "{}: {sentence}", page.name);
        }
    }
}

/// What SAFE-7 wants said stands where a person looks for it.
#[test]
fn the_page_about_odds_says_what_can_be_said() {
    let said = Guide::english().page("odds").expect("the page").plain();
    for sentence in [
        "Nobody can give you your odds.",
        "Some couples reunite. Many do not.",
        "It is your partner's choice, too.",
        "No study shows that these steps bring someone back.",
        "They are likely to help you cope, and to spare you both harm.",
    ] {
        assert!(said.contains(sentence), "{sentence}");
    }
}

/// No gender is assumed of the reader or of the partner: where pages speak themselves, and do not quote, both are "they".
#[test]
fn the_partner_has_no_gender_where_the_pages_speak() {
    const GENDERED: &[&str] = &["your wife", "your husband", "your girlfriend", "your boyfriend", "your ex "];
    for page in Guide::english().pages() {
        let said = page.plain().to_lowercase();
        for word in GENDERED {
            assert!(!said.contains(word), "{} says {word:?}", page.name);
        }
    }
}

/// A figure is the source's, ours, a study's, or an example in quotation marks; the page says which.
#[test]
fn every_figure_says_whose_it_is() {
    let mut seen = 0;
    let mut nobodys = Vec::new();
    for page in Guide::english().pages() {
        let blocks = pieces(&page.blocks);
        for (at, block) in blocks.iter().enumerate() {
            if !has_figure(&unquoted(block)) {
                continue;
            }
            seen += 1;
            let near = at.saturating_sub(2)..(at + 3).min(blocks.len());
            let told = blocks.get(near).unwrap_or_default().join(" ");
            let whose = ["ours", "the source", "study", "trial", "counsellor's", "tests", "our use of"];
            if !whose.iter().any(|word| told.contains(word)) {
                nobodys.push(format!("{}: {block}", page.name));
            }
        }
    }
    assert!(nobodys.is_empty(), "whose figures are these?\n{}", nobodys.join("\n"));
    assert!(seen > 20, "only {seen} figures");
}

/// The blocks, and the items of lists, each as a text of its own.
fn pieces(blocks: &[Block]) -> Vec<String> {
    let mut texts = Vec::new();
    for block in blocks {
        match block {
            Block::List { items, .. } => texts.extend(items.iter().flat_map(|item| pieces(item))),
            other => texts.push(other.plain()),
        }
    }
    texts
}

/// A text without what stands in quotation marks.
fn unquoted(text: &str) -> String {
    text.split('"').step_by(2).collect()
}

/// Whether a text has a figure in it that is neither a year, an hour of the clock nor the name of a step.
fn has_figure(text: &str) -> bool {
    let mut text = text.to_lowercase().replace("steps 2 and 3", "");
    for step in ["step 1", "step 2", "step 3", "step 4"] {
        text = text.replace(step, "");
    }
    text.split(|sign: char| sign.is_whitespace() || "(),;".contains(sign)).any(|word| {
        let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
        let is_year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        let is_number = word.starts_with(|first: char| first.is_ascii_digit());
        is_number && !is_year && !word.contains(':')
    })
}

fn links_have_words(page: &Page, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text(_) => {}
            Inline::Emphasis(within) | Inline::Strong(within) => links_have_words(page, within),
            Inline::Link { words, .. } => {
                assert!(!plain(words).trim().is_empty(), "{}: a link without words", page.name);
            }
        }
    }
}

#[test]
fn every_link_has_words() {
    for page in Guide::english().pages() {
        for block in &page.blocks {
            if let Block::Paragraph(words) = block {
                links_have_words(page, words);
            }
        }
    }
}
