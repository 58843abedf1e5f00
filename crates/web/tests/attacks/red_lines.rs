//! The twenty red lines, a test each, over the whole product: what it says in every language, what its doors do, what
//! leaves the machine and what stays on the disk. A rule on words is first shown a sentence that breaks it.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use method::event::{Amount, Request, What};

use crate::forms;
use crate::home::Home;
use crate::rules::{
    RULE_01, RULE_02, RULE_03, RULE_07, RULE_08, RULE_11, RULE_12, RULE_14, RULE_16, RULE_20,
};
use crate::said::{Never, all};

/// The rule, a sentence in each language that breaks it, one that does not: then no sentence of the product breaks it.
fn never_says(rule: &Never<'_>, breaks: &[&str], fits: &[&str]) {
    for sentence in breaks {
        assert!(rule.is_broken_by(sentence), "the rule lets pass: {sentence}");
    }
    for sentence in fits {
        assert!(!rule.is_broken_by(sentence), "the rule catches: {sentence}");
    }
    let broken = rule.broken(&all());
    assert!(broken.is_empty(), "{}:\n{}", broken.len(), broken.join("\n"));
}

#[test]
fn red_line_01_it_never_shows_a_probability_of_reunion() {
    let rule = RULE_01;
    never_says(
        &rule,
        &["There is an 80% chance of reunion.", "Zu 40 Prozent kommt ihr wieder zusammen."],
        &["Nobody can give you your odds of getting back together."],
    );
}

#[test]
fn red_line_02_it_never_says_what_the_partner_feels_wants_or_will_do() {
    let rule = RULE_02;
    never_says(
        &rule,
        &[
            "They still love you.",
            "She will come round.",
            "He misses you.",
            "Sie vermisst dich.",
            "Die andere Person wird sich melden.",
        ],
        &["Nobody knows whether they miss you.", "If they want more, that is a new request."],
    );
}

#[test]
fn red_line_03_it_never_writes_a_message_to_win_someone_back() {
    let rule = RULE_03;
    never_says(
        &rule,
        &["Write to them: I miss you.", "Schreib: Komm zurück."],
        &["Never write: I miss you."],
    );
    // The editor holds the person's words, all of them and no other, whatever is marked in them.
    let home = Home::kept();
    let person = home.unlocked();
    for text in ["I need an answer tonight. You owe me that. After all I gave up for you.", "hello"] {
        let kept = person.draft("start", text);
        let page = person.get(kept.leads_to()).text();
        let (_, editor) = page.split_once("<textarea").expect("an editor");
        let words =
            editor.split_once('>').expect("it opens").1.split("</textarea>").next().unwrap_or_default();
        assert_eq!(words.trim(), text);
    }
}

#[test]
fn red_line_04_it_never_sends_anything_itself() {
    // Nothing that could speak to another machine is built in.
    let lock = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../Cargo.lock"))
        .expect("the lock");
    let manifest = |name: &str| {
        std::fs::read_to_string(
            Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name).join("Cargo.toml"),
        )
    };
    for sender in [
        "reqwest",
        "ureq",
        "lettre",
        "hyper-rustls",
        "curl",
        "isahc",
        "surf",
        "attohttpc",
        "web-push",
        "native-tls",
    ] {
        assert!(!lock.contains(&format!("name = \"{sender}\"\n")), "{sender} could send");
    }
    for room in ["app", "cli", "guide", "history", "journal", "method", "render", "review", "views"] {
        let manifest = manifest(room).expect("a manifest");
        let (ours, _) = manifest.split_once("[dev-dependencies]").unwrap_or((&manifest, ""));
        assert!(!ours.contains("hyper"), "{room} opens no line");
    }
    // No page has a link that sends, and no number but of those who help.
    let home = Home::kept();
    let person = home.unlocked();
    person.draft("start", "some words");
    person.draft("never-send", "a letter");
    for path in forms::pages(&person) {
        let page = person.get(&path).text();
        for sends in
            ["mailto:", "sms:", "smsto:", "whatsapp:", "tg:", "facetime:", "https://wa.me", "navigator.share"]
        {
            assert!(!page.contains(sends), "{path} has {sends}");
        }
    }
    let script = include_str!("../../assets/app.js");
    for sends in ["sendBeacon", "WebSocket", "navigator.share", "https://", "http://"] {
        assert!(!script.contains(sends), "the script has {sends}");
    }
}

/// Somebody whom the partner told to stop, in whatever way.
fn stopped(home: &Home, limit: &[(&str, &str)]) -> Vec<String> {
    let person = home.unlocked();
    person.post("/settings/limit", limit);
    let mut told = Vec::new();
    for path in forms::pages(&person) {
        told.push(person.get(&path).text());
    }
    told
}

#[test]
fn red_line_05_it_never_opens_the_composer_under_an_order_or_a_stop() {
    for limit in [
        &[("limit", "order")][..],
        &[("limit", "told-to-stop")],
        &[("limit", "told-to-stop"), ("how", "blocked")],
    ] {
        let home = Home::kept();
        let person = home.unlocked();
        assert_eq!(person.get("/draft/new/start").status, 200, "before");
        person.post("/settings/limit", limit);
        for sort in ["start", "reply", "closure", "practical"] {
            assert_eq!(person.get(&format!("/draft/new/{sort}")).status, 403, "{sort} under {limit:?}");
            let crafted = [("id", "craftedcraftedcrafte"), ("sort", sort), ("text", "words")];
            assert_eq!(person.post("/draft", &crafted).status, 403, "{sort} crafted under {limit:?}");
        }
        for page in forms::pages(&person) {
            let page = person.get(&page).text();
            assert!(
                !page.contains("/draft/new/start") && !page.contains("/draft/new/reply"),
                "under {limit:?}"
            );
        }
    }
}

#[test]
fn red_line_06_it_never_halves_a_boundary() {
    let lengths = [None, Amount::new(60.0).ok(), Amount::new(7.0).ok()];
    for minutes in lengths {
        for days in [None, Amount::new(4.0).ok()] {
            for open_ended in [false, true] {
                let request = Request { what: What::Boundary, minutes, days, open_ended, begins: None };
                let home = Home::kept();
                let person = home.unlocked();
                let length = request.minutes.map(|minutes| minutes.get().to_string()).unwrap_or_default();
                let trip = request.days.map(|days| days.get().to_string()).unwrap_or_default();
                person.post("/asked", &[("happened", "boundary"), ("length", &length), ("days", &trip)]);
                let page = person.get("/asked/answer").text();
                assert!(page.contains("<h1>All of it</h1>"), "{request:?}");
                assert!(!page.contains("half") || page.contains("not half"), "{request:?}");
            }
        }
    }
}

#[test]
fn red_line_07_it_never_suggests_another_channel_after_a_block() {
    let rule = RULE_07;
    never_says(
        &rule,
        &["They blocked you? Try another number.", "Blockiert? Nimm eine andere Nummer."],
        &["After a block take no other number."],
    );
    let home = Home::kept();
    let person = home.unlocked();
    person.post("/settings/limit", &[("limit", "told-to-stop"), ("how", "blocked"), ("channel", "text")]);
    person.post("/urge", &[("channel", "text"), ("strength", "6")]);
    let page = person.get("/urge/wait").text();
    let card = page
        .split("<div class=\"card\">")
        .nth(1)
        .and_then(|rest| rest.split("</div>").next())
        .expect("the verdict");
    for other in ["call", "e-mail", "mail", "letter", "social", "visit", "in person", "voice"] {
        assert!(!card.to_lowercase().contains(other), "after a block the verdict speaks of {other}: {card}");
    }
    for page in stopped(&Home::kept(), &[("limit", "told-to-stop"), ("how", "blocked")]) {
        assert!(!page.contains("/draft/new/start"), "{page}");
    }
}

#[test]
fn red_line_08_it_never_suggests_asking_others_about_the_partner() {
    let rule = RULE_08;
    never_says(
        &rule,
        &["Ask her friends how she is.", "Frag seine Freunde, wie es ihm geht."],
        &["Do not ask her friends how she is."],
    );
    // An urge to ask others, or to look them up, is told no.
    for channel in ["ask-others", "look-up"] {
        let home = Home::kept();
        let person = home.unlocked();
        person.post("/urge", &[("channel", channel), ("strength", "6")]);
        let page = person.get("/urge/wait").text();
        assert!(page.contains("/why/SPACE-5"), "{channel}: {page}");
    }
}

#[test]
fn red_line_09_it_never_asks_for_location_contacts_or_social_accounts() {
    let home = Home::kept();
    let person = home.unlocked();
    let answer = person.get("/");
    let policy = answer.header("permissions-policy").expect("a policy");
    for sense in ["geolocation=()", "camera=()", "microphone=()"] {
        assert!(policy.contains(sense), "{policy}");
    }
    let script = include_str!("../../assets/app.js");
    for asks in ["geolocation", "contacts", "getUserMedia", "credentials.get", "requestPermission"] {
        assert!(!script.contains(asks), "the script asks for {asks}");
    }
    for path in forms::pages(&person) {
        for form in forms::all(&person.get(&path).text()) {
            for field in &form.fields {
                for asks in [
                    "latitude",
                    "location",
                    "address",
                    "instagram",
                    "facebook",
                    "account",
                    "handle",
                    "email",
                    "partner_name",
                ] {
                    assert!(!field.name.contains(asks), "{path} asks for {}", field.name);
                }
            }
        }
    }
}

#[test]
fn red_line_10_it_never_imports_a_chat_without_the_person_in_it() {
    let chat = "25/03/2025, 18:00 - Kim: hello\n26/03/2025, 18:00 - Sam: hello\n";
    let home = Home::kept();
    let person = home.unlocked();
    let before = person.journal();
    assert_eq!(person.sends_chat(chat).leads_to(), "/flow/audit");
    for me in ["", "Robin", "Nobody at all", "Kimberly"] {
        person.post("/flow/audit", &[("me", me), ("partner", "")]);
        person.post("/flow/keep", &[("remember", "yes")]);
        assert_eq!(person.journal(), before, "as {me:?}");
    }
    // Nor as somebody who is both of them.
    person.post("/flow/audit", &[("me", "Kim"), ("me", "Sam"), ("partner", "")]);
    person.post("/flow/keep", &[]);
    assert_eq!(person.journal(), before);
    assert_eq!(person.post("/flow/audit", &[("stranger", "yes")]).status, 403);
    assert_eq!(person.get("/flow/audit").leads_to(), "/flow");
}

#[test]
fn red_line_11_it_never_predicts_replies_or_best_times() {
    let rule = RULE_11;
    never_says(
        &rule,
        &[
            "Sunday is the best time to write to them.",
            "She will reply.",
            "Er wird bald antworten.",
            "Der beste Zeitpunkt zum Schreiben ist Sonntag. Sonntag ist die beste Zeit zu schreiben.",
        ],
        &["There is no best time to write."],
    );
}

#[test]
fn red_line_12_it_never_says_safe_all_clear_or_approved() {
    let rule = RULE_12;
    never_says(
        &rule,
        &[
            "You are safe.",
            "This draft is approved.",
            "Du bist in Sicherheit.",
            "Der Entwurf ist unbedenklich.",
        ],
        &["Nought is no all clear."],
    );
}

#[test]
fn red_line_13_it_never_puts_help_behind_network_lock_or_login() {
    let (new, locked, open) = (Home::empty(), Home::kept(), Home::kept());
    open.unlocked();
    let network = Home::on_network(&["anna", "ben"]);
    for home in [&new, &locked, &open, &network] {
        let page = home.stranger().get("/help?country=NZ");
        assert_eq!(page.status, 200);
        let text = page.text();
        assert!(text.contains("tel:1737") && text.contains("killing yourself"), "{text}");
        // Everything that it shows comes from here.
        let loads = |start: &str| {
            text.split(start)
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        for address in loads(" src=\"").into_iter().chain(loads("<link rel=\"stylesheet\" href=\"")) {
            assert!(address.starts_with("/assets/"), "{address}");
        }
        assert!(forms::all(&text).iter().all(|form| form.action != "/unlock"), "no lock before it");
    }
}

#[test]
fn red_line_14_it_never_names_methods_of_suicide() {
    let rule = RULE_14;
    never_says(
        &rule,
        &["Somebody who thinks of an overdose.", "Er will sich erhängen."],
        &["Put distance between you and the means."],
    );
}

#[test]
fn red_line_15_it_never_lists_the_partner_in_the_safety_plan() {
    let home = Home::kept();
    let person = home.unlocked();
    let somebody = [("name", "Kim"), ("phone", "0151 2345678")];
    assert_eq!(person.post("/people", &somebody).status, 422, "it is asked whether it is the partner");
    let chat: String = (10..18).fold(String::new(), |mut chat, hour| {
        let _ = writeln!(chat, "25/03/2025, {hour}:00 - Kim: hello\n25/03/2025, {hour}:09 - Robin: hello");
        chat
    });
    person.sends_chat(&chat);
    person.post("/flow/audit", &[("me", "Robin"), ("partner", "Kim")]);
    person.post("/flow/keep", &[("remember", "yes")]);
    // Once it is known by which names the partner goes, none of them is taken, whatever is ticked.
    for name in ["Kim", " kim ", "KIM"] {
        let refused = person.post("/people", &[("name", name), ("phone", "1"), ("another", "yes")]);
        assert_eq!(refused.status, 422, "{name:?}");
    }
    let refused = person.post("/plan", &[("people", "My mother. Kim."), ("outside", "yes")]);
    assert_eq!(refused.status, 422, "nor in the plan");
    assert!(!person.get("/help").text().contains("Kim"));
    assert_eq!(
        person.post("/plan", &[("people", "My mother. Kimberly next door.")]).status,
        303,
        "another name is one"
    );
    assert_eq!(person.post("/people", &[("name", "Rosa"), ("another", "yes")]).status, 303);
}

#[test]
fn red_line_16_it_never_diagnoses_or_advises_on_medicine() {
    let rule = RULE_16;
    never_says(
        &rule,
        &["You have depression.", "Take two tablets.", "Du hast eine Depression.", "Nimm zwei Tabletten."],
        &["This is not a diagnosis; nobody says that you have a disorder, never."],
    );
}

/// Whether this run of the test is the one within a network of its own.
const WITHIN: &str = "HALFLIGHT_WALK_WITHIN";

/// A network with a way out on which everything that leaves is caught; then this test once more within it, and one packet
/// of ours at the end, so that an empty catch is known to be one.
const CAUGHT: &str = r#"
set -e
echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6 2>/dev/null || true
ip link add out type veth peer name far
ip addr add 10.9.8.7/24 dev out
ip link set lo up; ip link set out up; ip link set far up
ip neigh add 10.9.8.1 lladdr 02:00:00:00:00:01 dev out
ip route add default via 10.9.8.1
tcpdump -i out -U -n -w "$CATCH" 2>/dev/null &
dump=$!
until [ -s "$CATCH" ]; do sleep 0.05; done
"$WALK" --exact red_lines::red_line_17_it_never_sends_content_over_the_network >&2
bash -c 'echo known > /dev/udp/192.0.2.1/9'
until [ "$(tcpdump -n -r "$CATCH" 2>/dev/null | wc -l)" -gt 0 ]; do sleep 0.05; done
kill $dump; wait $dump || true
tcpdump -n -r "$CATCH" 2>/dev/null
"#;

#[test]
fn red_line_17_it_never_sends_content_over_the_network() {
    if std::env::var_os(WITHIN).is_some() {
        return walk_everything();
    }
    let may = Command::new("unshare").args(["-n", "true"]).status();
    if !may.is_ok_and(|may| may.success()) {
        // A system that lets nobody have a network of their own has no way to catch what leaves; the browser walks look
        // at their own log there.
        return eprintln!("no network of one's own here: nothing could be caught");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let output = Command::new("unshare")
        .args(["-n", "sh", "-c", CAUGHT])
        .env(WITHIN, "yes")
        .env("WALK", std::env::current_exe().expect("this test"))
        .env("CATCH", folder.path().join("catch"))
        .output()
        .expect("a shell");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    assert!(told.contains("1 passed"), "the walk was walked: {told}");
    let caught = String::from_utf8_lossy(&output.stdout);
    let packets: Vec<&str> = caught.lines().collect();
    assert!(matches!(packets.as_slice(), [only] if only.contains("192.0.2.1.9: UDP")), "{caught}");
}

/// Every form filled in and every page read, of one person, of the sample, and of a household on a network.
fn walk_everything() {
    let home = Home::kept();
    let person = home.unlocked();
    for (form, answer) in forms::fill_all(&person, "zimtkolibri") {
        assert!(answer.status < 500, "{} was answered {}", form.action, answer.status);
    }
    for page in forms::pages(&person) {
        person.get(&page);
    }
    person.post("/settings/export", &[]);
    person.post("/settings/backup", &[("passphrase", "zimtkolibri")]);
    person.post("/lock", &[]);
    let sample = Home::empty();
    let reader = sample.stranger();
    reader.post("/sample", &[]);
    let pages = forms::pages(&reader);
    assert!(pages.len() > 30, "{} pages", pages.len());
    for page in pages {
        reader.get(&page);
    }
    let household = Home::on_network(&["anna", "ben"]);
    household.stranger().post("/who", &[("name", "anna")]);
}

#[test]
fn red_line_18_it_never_keeps_data_after_erase() {
    let canary = "zimtkolibri";
    let mut home = Home::kept();
    {
        let person = home.unlocked();
        forms::fill_all(&person, canary);
        person.post("/checkin", &[("note", canary), ("mood", "4")]);
        assert!(person.journal().contains(canary), "it was written");
        assert_eq!(person.post("/settings/erase", &[]).leads_to(), "/start");
    }
    home.end();
    let mut left = Vec::new();
    for file in std::fs::read_dir(home.folder()).expect("the folder").flatten() {
        let bytes = std::fs::read(file.path()).expect("a file");
        assert!(!bytes.windows(canary.len()).any(|window| window == canary.as_bytes()), "{file:?}");
        if !bytes.is_empty() {
            left.push(file.path());
        }
    }
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn red_line_19_it_never_shows_content_in_notifications_titles_file_names_or_previews() {
    let canary = "zimtkolibri";
    let home = Home::kept();
    let person = home.unlocked();
    forms::fill_all(&person, canary);
    let frame = include_str!("../../../views/messages/en/app-frame.ftl");
    let named = frame.lines().filter_map(|line| line.strip_prefix("page-")?.split_once(" = "));
    let titles: Vec<String> = named.map(|(_, name)| format!("{name} \u{b7} Halflight")).collect();
    assert!(titles.len() > 30, "{} titles", titles.len());
    let pages = forms::pages(&person);
    assert!(pages.len() > 30, "{} pages", pages.len());
    let mut files = Vec::new();
    for page in pages {
        let answer = person.get(&page);
        if let Some(file) = answer.header("content-disposition") {
            files.push(file.to_owned());
            // A paper holds what it is made for; a calendar is seen by others.
            let paper = answer.header("content-type") == Some("application/pdf");
            assert!(paper || !answer.text().contains(canary), "{page} says it in a file for others to see");
            continue;
        }
        let text = answer.text();
        let Some(title) = text.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()) else {
            continue;
        };
        let neutral = titles.iter().any(|known| known == title) || title == "Kitchen measures";
        assert!(neutral, "{page} is called {title:?}");
        for preview in ["og:", "name=\"description\"", "twitter:"] {
            assert!(!text.contains(preview), "{page} has a preview");
        }
        for told in text.split(" title=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(!told.contains(canary), "{page} tells it beside the pointer");
        }
    }
    files.extend(
        [person.post("/settings/export", &[]), person.post("/settings/backup", &[("passphrase", canary)])]
            .iter()
            .map(|answer| answer.header("content-disposition").expect("a file").to_owned()),
    );
    for file in files {
        let neutral = [
            "appointment.ics",
            "journal.jsonl",
            "calendar.ics",
            "summary.pdf",
            "notes.pdf",
            "plan.pdf",
            "pages.pdf",
            "guide.pdf",
            "backup.age",
        ]
        .iter()
        .any(|name| file.ends_with(&format!("\"{name}\"")));
        assert!(neutral, "{file}");
    }
    let script = include_str!("../../assets/app.js");
    for shows in ["Notification", "showNotification", "setAppBadge", "serviceWorker"] {
        assert!(!script.contains(shows), "the script has {shows}");
    }
}

#[test]
fn red_line_20_it_never_uses_streaks_losses_counters_or_countdowns() {
    let rule = RULE_20;
    never_says(
        &rule,
        &["You have a streak of 12 days.", "12 days since your last contact.", "Noch 3 Tage."],
        &["Nothing starts again at nought.", "There is no streak."],
    );
    // What has to wait is told as a day, and no page counts towards it.
    let home = Home::kept();
    let person = home.unlocked();
    person.post("/urge", &[("channel", "text"), ("strength", "7")]);
    person.post("/urge/after", &[("channel", "text")]);
    person.draft("start", "some words");
    for path in forms::pages(&person) {
        let page = person.get(&path).text();
        for counts in ["<time", "data-countdown", "role=\"timer\"", "<meter"] {
            assert!(!page.contains(counts), "{path} has {counts}");
        }
    }
    let script = include_str!("../../assets/app.js");
    assert_eq!(script.matches("setInterval").count(), 1, "one, which looks whether to lock");
}
