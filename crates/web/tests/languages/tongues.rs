//! Which language a page is in: that of the browser, until one is chosen; then the chosen one, in this browser until it
//! is closed, and in the vault for good.

use axum::http::StatusCode;

use crate::visit::House;

fn is_in(text: &str, language: &str) -> bool {
    text.contains(&format!("<html lang=\"{language}\" dir=\"ltr\">"))
}

#[tokio::test]
async fn the_browser_is_answered_in_the_language_it_asks_for() {
    let house = House::new();
    for (asked, language, heading) in [
        ("de-AT,de;q=0.9,en;q=0.8", "de", "Du willst die Beziehung zurück."),
        ("en;q=0.5,de;q=0.4", "en", "You want them back."),
        ("fr,it;q=0.9", "en", "You want them back."),
    ] {
        let page = house.visitor(asked).get("/start").await;
        assert!(is_in(&page.text, language) && page.text.contains(heading), "{asked}");
        assert!(page.sets().is_empty(), "nothing is remembered that nobody chose");
    }
}

#[tokio::test]
async fn pages_outside_help_and_what_goes_wrong_speak_it_too() {
    let house = House::new();
    let mut visitor = house.visitor("de");
    for (path, says) in [
        ("/help", "Denkst du daran, dich umzubringen?"),
        ("/measures", "Küchenmaße"),
        ("/why/SPACE-2", "Der Text der Methode steht hier bisher nur auf Englisch."),
        ("/nowhere", "Diese Seite gibt es nicht."),
        ("/unlock/code", "Wiederherstellungscode"),
    ] {
        let page = visitor.get(path).await;
        assert!(is_in(&page.text, "de") && page.text.contains(says), "{path}: {}", page.text);
    }
    // The text of a clause is English, and says so to whoever reads it aloud.
    assert!(visitor.get("/why/SPACE-2").await.text.contains("<div lang=\"en\" dir=\"ltr\">"));
}

#[tokio::test]
async fn a_choice_is_remembered_by_a_cookie_that_names_nobody_and_ends_with_the_browser() {
    let house = House::new();
    let mut visitor = house.visitor("en");
    let page = visitor.get("/help").await;
    assert!(
        page.text
            .contains("<button class=\"link\" name=\"language\" value=\"de\" lang=\"de\">Deutsch</button>")
    );
    let chosen = visitor.post("/language", "language=de&next=%2Fhelp").await;
    assert_eq!(chosen.leads_to(), "/help");
    assert_eq!(chosen.sets(), ["language=de; HttpOnly; SameSite=Strict; Path=/"]);
    assert!(is_in(&visitor.get("/help").await.text, "de"));
    assert!(is_in(&visitor.get("/start").await.text, "de"));
    visitor.post("/language", "language=en&next=%2F").await;
    assert!(is_in(&visitor.get("/start").await.text, "en"));
    assert!(is_in(&house.visitor("en").get("/start").await.text, "en"), "another browser is another matter");
}

#[tokio::test]
async fn a_choice_leads_to_no_page_but_its_own_and_no_language_is_made_up() {
    let house = House::new();
    let mut visitor = house.visitor("en");
    for elsewhere in ["https%3A%2F%2Fexample.org", "%2F%2Fexample.org", "", "%2Flock"] {
        let chosen = visitor.post("/language", &format!("language=de&next={elsewhere}")).await;
        assert_eq!(chosen.leads_to(), "/", "{elsewhere}");
    }
    let refused = visitor.post("/language", "language=xx&next=%2F").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.sets().is_empty());
    visitor.cookies.retain(|(name, _)| name != "language");
    visitor.cookies.push(("language".into(), "nonsense".into()));
    assert!(is_in(&visitor.get("/start").await.text, "en"));
}

#[tokio::test]
async fn the_vault_keeps_the_choice_and_tells_nobody_who_is_locked_out() {
    let house = House::new();
    let mut visitor = house.visitor("en");
    visitor.post("/start", "").await;
    let chosen = visitor.post("/language", "language=de&next=%2Fsettings").await;
    assert_eq!(chosen.leads_to(), "/settings");
    let settings = visitor.get("/settings").await;
    assert!(is_in(&settings.text, "de") && settings.text.contains("Einstellungen"), "{}", settings.text);
    let words = "passphrase=eight+or+more&passphrase_again=eight+or+more";
    let kept = visitor.post("/start/keep", words).await;
    assert!(kept.text.contains("Der Wiederherstellungscode"), "{}", kept.text);
    let exported = visitor.post("/settings/export", "").await;
    assert_eq!(exported.text.matches("\"language\":\"de\"").count(), 1, "{}", exported.text);
    // The same again is not written down again.
    visitor.post("/language", "language=de&next=%2Fsettings").await;
    let exported = visitor.post("/settings/export", "").await;
    assert_eq!(exported.text.matches("\"language\"").count(), 1);

    let mut stranger = house.visitor("en");
    assert!(
        is_in(&stranger.get("/help").await.text, "en"),
        "a vault that lies open tells a stranger nothing"
    );
    visitor.post("/lock", "").await;
    assert!(is_in(&stranger.get("/unlock").await.text, "en"));
    let opened = stranger.post("/unlock", "passphrase=eight+or+more").await;
    assert_eq!(opened.leads_to(), "/");
    assert!(opened.sets().iter().any(|cookie| cookie.starts_with("language=de;")), "{:?}", opened.sets());
    assert!(is_in(&stranger.get("/").await.text, "de"), "inside, the vault says it");
    stranger.post("/lock", "").await;
    assert!(is_in(&stranger.get("/unlock").await.text, "de"), "and the browser knows it from then on");
}

#[tokio::test]
async fn a_yes_to_the_question_after_danger_brings_help_in_every_language() {
    for &language in views::Language::ALL {
        let house = House::new();
        let mut visitor = house.visitor(language.tag());
        visitor.post("/start", "").await;
        let answered = visitor.post("/start/safety", "danger-self=yes").await;
        assert_eq!(answered.leads_to(), "/help", "{}", language.tag());
    }
}

#[tokio::test]
async fn words_of_danger_in_a_draft_bring_help_in_every_language() {
    for words in ["I+want+to+kill+myself", "Ich+will+mich+umbringen"] {
        let house = House::new();
        let mut visitor = house.visitor("de");
        visitor.post("/start", "").await;
        let kept = visitor.post("/draft", &format!("id=letter&sort=never-send&text={words}")).await;
        assert_eq!(kept.leads_to(), "/help", "{words}");
    }
}
