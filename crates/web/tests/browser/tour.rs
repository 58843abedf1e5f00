//! Every page once, each with something on it: seen by night and by day, narrow and wide, and read by axe-core. The list
//! of templates is held against the folder, so that a new page cannot be forgotten.

use std::path::Path;

use crate::eye::Eye;
use crate::house::{Life, PASSPHRASE, Served};
use crate::looks::Look;
use crate::person::{Visitor, walk, walk_served};

const TOUR: &[Look] = &[Look::Phone];

#[tokio::test]
async fn every_page_outside_is_beautiful_and_open_to_all() {
    walk(TOUR, Life::New, async |visitor| {
        let mut eye = Eye::open();
        visitor.is_at("You want them back. This helps you do less.").await;
        eye.looks_at(visitor, "start").await;
        visitor.goes("/measures").await;
        eye.looks_at(visitor, "measures").await;
        visitor.goes("/help?country=DE").await;
        eye.looks_at(visitor, "help-outside").await;
        visitor.goes("/why/SPACE-2").await;
        eye.looks_at(visitor, "why").await;
        visitor.goes("/nowhere").await;
        eye.looks_at(visitor, "trouble-no-page").await;
        visitor.goes("/").await;
        visitor.taps("Begin").await;
        eye.looks_at(visitor, "safety").await;
        visitor.taps("Go on").await;
        eye.looks_at(visitor, "you").await;
        visitor.taps("Skip this").await;
        eye.looks_at(visitor, "keep").await;
        visitor.types("Passphrase", PASSPHRASE).await;
        visitor.types("Once more", "something else").await;
        visitor.taps("Seal and keep").await;
        eye.looks_at(visitor, "keep-differ").await;
        visitor.taps("Not now").await;
        visitor.is_at("What is happening?").await;
        eye.looks_at(visitor, "today-not-kept").await;
        visitor.goes("/start/keep").await;
        visitor.types("Passphrase", PASSPHRASE).await;
        visitor.types("Once more", PASSPHRASE).await;
        visitor.taps("Seal and keep").await;
        eye.looks_at(visitor, "code").await;
        visitor.types("Type it back", "no code at all").await;
        visitor.taps("It is written down").await;
        eye.looks_at(visitor, "code-wrong").await;
        visitor.taps("Later").await;
        visitor.is_at("What is happening?").await;
        eye.looks_at(visitor, "today-first").await;
        visitor.goes("/urge/wait").await;
        visitor.is_at("Safety comes first").await;
        eye.looks_at(visitor, "safety-again").await;
        visitor.taps("Lock").await;
        visitor.goes("/settings/erase").await;
        eye.looks_at(visitor, "erase-locked").await;
        visitor.goes("/unlock/code").await;
        eye.looks_at(visitor, "recover").await;
        visitor.goes("/unlock").await;
        eye.looks_at(visitor, "unlock").await;
        for _ in 0..6 {
            visitor.types("Passphrase", "not this one").await;
            visitor.taps("Open").await;
        }
        visitor.sees("Too many did not fit.").await;
        eye.looks_at(visitor, "unlock-wait").await;
        visitor.taps("Look at a sample first").await;
        visitor.is_at("What is happening?").await;
        eye.looks_at(visitor, "today-sample").await;
        eye.is_content();
    })
    .await;
}

#[tokio::test]
async fn the_pages_of_a_household_are_beautiful_and_open_to_all() {
    walk_served(TOUR, Life::New, Served::Network, async |visitor| {
        let mut eye = Eye::open();
        visitor.is_at("Who are you?").await;
        eye.looks_at(visitor, "who").await;
        visitor.types("Name", "carl").await;
        visitor.taps("Go on").await;
        visitor.sees("No vault here has that name.").await;
        eye.looks_at(visitor, "who-unknown").await;
        visitor.types("Name", "Anna").await;
        visitor.taps("Go on").await;
        visitor.is_at("You want them back. This helps you do less.").await;
        eye.looks_at(visitor, "start-network").await;
        eye.is_content();
    })
    .await;
}

#[tokio::test]
async fn every_page_inside_is_beautiful_and_open_to_all() {
    walk(TOUR, Life::WithChildren, async |visitor| {
        let mut eye = Eye::open();
        visitor.unlocks().await;
        eye.looks_at(visitor, "today").await;
        urge(visitor, &mut eye).await;
        drafts(visitor, &mut eye).await;
        asked(visitor, &mut eye).await;
        care(visitor, &mut eye).await;
        flow(visitor, &mut eye).await;
        journal(visitor, &mut eye).await;
        guide(visitor, &mut eye).await;
        visitor.goes("/settings").await;
        visitor.is_at("Settings").await;
        eye.looks_at(visitor, "settings").await;
        visitor.taps("Erase everything").await;
        eye.looks_at(visitor, "erase").await;
        visitor.goes("/asked").await;
        visitor.presses("They said stop").await;
        visitor.taps("Note it").await;
        visitor.is_at("What is happening?").await;
        eye.looks_at(visitor, "today-stopped").await;
        visitor.goes("/draft/new/start").await;
        eye.looks_at(visitor, "trouble-not-now").await;
        visitor.goes("/settings").await;
        eye.looks_at(visitor, "settings-stopped").await;
        visitor.goes("/urge").await;
        visitor.presses("What set it off").await;
        visitor.types("What set it off", "I want to kill myself, or I will kill her").await;
        visitor.taps("9").await;
        visitor.is_at("Help, now").await;
        eye.looks_at(visitor, "help-alarm").await;
        visitor.goes("/").await;
        eye.looks_at(visitor, "today-crisis").await;
        visitor.chrome.run("document.getElementById('idle').showModal()", vec![]).await.expect("the warning");
        eye.looks_at(visitor, "idle").await;
        eye.is_content();
    })
    .await;
}

async fn urge(visitor: &mut Visitor, eye: &mut Eye) {
    visitor.goes("/urge").await;
    visitor.is_at("You want to reach out").await;
    eye.looks_at(visitor, "urge").await;
    visitor.taps("8").await;
    visitor.is_at("Noted. Now ten minutes").await;
    eye.looks_at(visitor, "wait").await;
    visitor.goes("/").await;
    eye.looks_at(visitor, "today-waiting").await;
    visitor.house.pass(600);
    visitor.goes("/urge/wait").await;
    eye.looks_at(visitor, "wait-over").await;
    visitor.taps("8").await;
    visitor.is_at("It is still there").await;
    eye.looks_at(visitor, "after-still").await;
    visitor.presses("I have reached out").await;
    visitor.taps("Note it").await;
    visitor.is_at("Noted, without reproach").await;
    eye.looks_at(visitor, "after-slip").await;
    visitor.goes("/urge").await;
    visitor.taps("6").await;
    visitor.taps("2").await;
    visitor.is_at("It is weaker").await;
    eye.looks_at(visitor, "after-weaker").await;
}

async fn drafts(visitor: &mut Visitor, eye: &mut Eye) {
    visitor.goes("/drafts").await;
    eye.looks_at(visitor, "drafts-none").await;
    visitor.taps("To reach out").await;
    visitor.is_at("What you would say").await;
    eye.looks_at(visitor, "write").await;
    let text = "You never answer me. Please, I need you to answer today, I cannot live without you. \
        Your sister says that you are not even sad.\n\nIf you loved me you would at least call.";
    visitor.types("Your words", text).await;
    visitor.taps("Hold it").await;
    eye.looks_at(visitor, "draft-marked").await;
    visitor.goes("/draft/new/never-send").await;
    eye.looks_at(visitor, "write-letter").await;
    visitor.types("Your words", "I saw the lake today, and you were not there to tell it to.").await;
    visitor.taps("Keep it").await;
    eye.looks_at(visitor, "draft-letter").await;
    visitor.goes("/draft/new/practical").await;
    visitor.types("Your words", "The school asks for the form by Friday. Can you sign it?").await;
    visitor.taps("Look at it").await;
    eye.looks_at(visitor, "draft-practical").await;
    visitor.goes("/drafts").await;
    eye.looks_at(visitor, "drafts").await;
    visitor.goes("/").await;
    eye.looks_at(visitor, "today-drafts").await;
}

async fn asked(visitor: &mut Visitor, eye: &mut Eye) {
    visitor.goes("/asked").await;
    visitor.is_at("They reached out").await;
    eye.looks_at(visitor, "asked").await;
    visitor.presses("They wrote or called").await;
    visitor.taps("Go on").await;
    visitor.is_at("Answering").await;
    eye.looks_at(visitor, "reply").await;
    visitor.goes("/asked").await;
    visitor.presses("They asked for time with you").await;
    visitor.chooses("For what?", "A meal").await;
    visitor.taps("Go on").await;
    visitor.is_at("How long?").await;
    eye.looks_at(visitor, "answer-how-long").await;
    visitor.taps("They have told me how long").await;
    visitor.presses("They asked for time with you").await;
    visitor.chooses("For what?", "A meal").await;
    visitor.types("For how long?", "90").await;
    visitor.types("When would it begin?", "03122027\t0730PM").await;
    visitor.taps("Go on").await;
    visitor.is_at("Yes, to half").await;
    eye.looks_at(visitor, "answer-half").await;
    visitor.goes("/asked").await;
    visitor.presses("They set a boundary").await;
    visitor.taps("Note it").await;
    visitor.is_at("All of it").await;
    eye.looks_at(visitor, "answer-all").await;
    visitor.goes("/practical").await;
    eye.looks_at(visitor, "practical-none").await;
    visitor.presses("Note a practical contact").await;
    visitor.chooses("Who began it?", "They did").await;
    visitor.taps("Note it").await;
    eye.looks_at(visitor, "practical").await;
}

async fn care(visitor: &mut Visitor, eye: &mut Eye) {
    visitor.goes("/checkin").await;
    visitor.is_at("A hard time").await;
    eye.looks_at(visitor, "checkin").await;
    visitor.taps("3").await;
    visitor.sees("Noted for today.").await;
    eye.looks_at(visitor, "checkin-done").await;
    visitor.goes("/calm").await;
    eye.looks_at(visitor, "calm").await;
    visitor.taps("Not for me : Something cold").await;
    eye.looks_at(visitor, "calm-put-away").await;
    visitor.goes("/writing").await;
    eye.looks_at(visitor, "writing").await;
    visitor.goes("/people").await;
    eye.looks_at(visitor, "people").await;
    visitor.goes("/work").await;
    eye.looks_at(visitor, "work-none").await;
    visitor.presses("Add a change").await;
    visitor.types("What do you want to change?", "I interrupt").await;
    visitor.types("If ..., then ...", "If I want to interrupt, I breathe out first.").await;
    visitor.taps("Keep the change").await;
    visitor.taps("Slipped : I interrupt").await;
    visitor.presses("Note an appointment").await;
    visitor.chooses("With whom?", "Counsellor").await;
    visitor.types("When?", "03122031\t0730PM").await;
    visitor.taps("Note it").await;
    eye.looks_at(visitor, "work").await;
    visitor.goes("/dates").await;
    visitor.types("What is it?", "The day we met").await;
    visitor.types("Which day?", "03122031").await;
    visitor.types("What will you do that day instead?", "Up the hill with Sam, from nine to four.").await;
    visitor.taps("Keep it").await;
    eye.looks_at(visitor, "dates").await;
    visitor.goes("/decide").await;
    visitor.types("A sign", "They asked how my mother is.").await;
    visitor.chooses("Where does it point?", "Toward opening").await;
    visitor.taps("Note it").await;
    eye.looks_at(visitor, "decide").await;
    visitor.goes("/ready").await;
    visitor.is_at("Being ready").await;
    eye.looks_at(visitor, "ready").await;
    visitor.goes("/papers").await;
    visitor.presses("An address for a calendar program").await;
    visitor.taps("Make a new address").await;
    visitor.is_at("Papers").await;
    eye.looks_at(visitor, "papers").await;
    visitor.goes("/forms").await;
    visitor.is_at("Forms for your doctor").await;
    visitor.taps("Fill it in Nine questions on mood").await;
    eye.looks_at(visitor, "form").await;
    visitor.chooses("1.", "Several days").await;
    visitor.chooses("9.", "Not at all").await;
    visitor.taps("Keep my answers").await;
    eye.looks_at(visitor, "forms").await;
    visitor.goes("/needs").await;
    visitor.taps("It is missing Food").await;
    eye.looks_at(visitor, "needs").await;
    visitor.goes("/plan").await;
    visitor.types("1.", "Sundays, and the empty flat.").await;
    visitor.ticks("Show it on the help page too").await;
    eye.looks_at(visitor, "plan").await;
    visitor.taps("Keep the plan").await;
    visitor.goes("/help").await;
    eye.looks_at(visitor, "help").await;
}

async fn flow(visitor: &mut Visitor, eye: &mut Eye) {
    visitor.goes("/flow").await;
    visitor.is_at("The flow").await;
    eye.looks_at(visitor, "flow-first").await;
    visitor.gives("Files", "samples/whatsapp-android-day-first.txt").await;
    visitor.taps("Read").await;
    visitor.is_at("It is not read yet").await;
    eye.looks_at(visitor, "audit-who").await;
    visitor.chooses("Who are you in it?", "Robin Birke").await;
    visitor.taps("Read again").await;
    visitor.is_at("How it was read").await;
    eye.looks_at(visitor, "audit").await;
    visitor.taps("Keep the counts").await;
    visitor.goes("/flow").await;
    eye.looks_at(visitor, "flow").await;
}

async fn journal(visitor: &mut Visitor, eye: &mut Eye) {
    visitor.goes("/journal").await;
    visitor.is_at("Journal").await;
    eye.looks_at(visitor, "journal").await;
    follows(visitor, "/journal/import/").await;
    eye.looks_at(visitor, "journal-import").await;
    visitor.goes("/journal/write").await;
    eye.looks_at(visitor, "journal-write").await;
    visitor.goes("/journal").await;
    visitor.types("Words to look for", "counsellor").await;
    visitor.taps("Look").await;
    visitor.is_at("Search").await;
    eye.looks_at(visitor, "journal-found").await;
    visitor.taps_first("Change").await;
    visitor.is_at("An entry").await;
    eye.looks_at(visitor, "journal-entry").await;
    visitor.taps("Delete it").await;
    visitor.is_at("Delete it for good?").await;
    eye.looks_at(visitor, "journal-delete").await;
    visitor.taps("Delete it for good").await;
    eye.looks_at(visitor, "journal-gone").await;
}

async fn guide(visitor: &mut Visitor, eye: &mut Eye) {
    visitor.goes("/guide").await;
    eye.looks_at(visitor, "guide").await;
    follows(visitor, "/guide/").await;
    eye.looks_at(visitor, "guide_page").await;
    visitor.goes("/map").await;
    eye.looks_at(visitor, "map").await;
}

/// Goes where the first link below a path leads, which may be folded in.
async fn follows(visitor: &Visitor, below: &str) {
    let first = "return all('a[href]').map((link) => link.getAttribute('href'))
        .find((to) => to.startsWith(arguments[0]))";
    let to = visitor.ask(first, vec![serde_json::json!(below)]).await.expect("links can be read");
    visitor.goes(to.as_str().unwrap_or_else(|| panic!("no link below {below}"))).await;
}

/// The templates of the app, and the stop of the tour at which each is seen.
const STOPS: &[(&str, &str)] = &[
    ("after", "after-still"),
    ("answer", "answer-half"),
    ("asked", "asked"),
    ("audit", "audit"),
    ("calm", "calm"),
    ("checkin", "checkin"),
    ("code", "code"),
    ("dates", "dates"),
    ("decide", "decide"),
    ("draft", "draft-marked"),
    ("drafts", "drafts"),
    ("erase", "erase"),
    ("flow", "flow"),
    ("form", "form"),
    ("forms", "forms"),
    ("front", "front"),
    ("guide", "guide"),
    ("guide_page", "guide_page"),
    ("help", "help"),
    ("join", "join"),
    ("journal", "journal"),
    ("journal-delete", "journal-delete"),
    ("journal-entry", "journal-entry"),
    ("journal-found", "journal-found"),
    ("journal-gone", "journal-gone"),
    ("journal-import", "journal-import"),
    ("journal-write", "journal-write"),
    ("keep", "keep"),
    ("map", "map"),
    ("measures", "measures"),
    ("needs", "needs"),
    ("papers", "papers"),
    ("people", "people"),
    ("plan", "plan"),
    ("practical", "practical"),
    ("ready", "ready"),
    ("recover", "recover"),
    ("reply", "reply"),
    ("safety", "safety"),
    ("settings", "settings"),
    ("sign-in", "sign-in"),
    ("start", "start"),
    ("talk", "talk"),
    ("talk-write", "talk-write"),
    ("today", "today"),
    ("trouble", "trouble-not-now"),
    ("unlock", "unlock"),
    ("urge", "urge"),
    ("wait", "wait"),
    ("who", "who"),
    ("why", "why"),
    ("work", "work"),
    ("write", "write"),
    ("writing", "writing"),
    ("you", "you"),
];

#[test]
fn the_tour_comes_to_every_template() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let mut there: Vec<String> = std::fs::read_dir(folder)
        .expect("the templates")
        .flatten()
        .filter_map(|file| Some(file.file_name().to_str()?.strip_suffix(".html")?.to_owned()))
        // Not pages, but what pages are made of.
        .filter(|name| {
            !["entries", "fields", "figures", "parts", "shell", "talk-parts"].contains(&name.as_str())
        })
        .collect();
    there.sort();
    let told: Vec<&str> = STOPS.iter().map(|(template, _)| *template).collect();
    assert_eq!(there, told);
    let tour = [include_str!("tour.rs"), include_str!("hosted.rs")].concat();
    for (_, stop) in STOPS {
        assert!(
            ["eye, ", "visitor, ", "is("].iter().any(|by| tour.contains(&format!("{by}\"{stop}\""))),
            "{stop}"
        );
    }
}
