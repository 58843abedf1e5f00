//! One chat in every layout phones write: whatever the language, the same reading must come of it.

use history::{Options, Source};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Span, Zoned};
use std::fmt::Write as _;

/// A layout: the head with `{…}` for its parts, the notice that begins a chat, a medium, a call that was missed.
struct Layout {
    name: &'static str,
    head: &'static str,
    halves: [&'static str; 2],
    notice: &'static str,
    medium: &'static str,
    missed: &'static str,
}

const fn layout(
    name: &'static str,
    head: &'static str,
    halves: [&'static str; 2],
    [notice, medium, missed]: [&'static str; 3],
) -> Layout {
    Layout { name, head, halves, notice, medium, missed }
}

const NONE: [&str; 2] = ["", ""];
const LATIN: [&str; 2] = ["AM", "PM"];
const EN: [&str; 3] = [
    "Messages and calls are end-to-end encrypted. Tap to learn more.",
    "<Media omitted>",
    "Missed voice call",
];
const DE: [&str; 3] = [
    "Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.",
    "<Medien ausgeschlossen>",
    "Verpasster Sprachanruf",
];
const FR: [&str; 3] =
    ["Les messages et les appels sont chiffrés de bout en bout.", "<Médias omis>", "Appel vocal manqué"];
const ES: [&str; 3] = [
    "Los mensajes y las llamadas están cifrados de extremo a extremo.",
    "<Multimedia omitido>",
    "Llamada perdida",
];
const PT: [&str; 3] = [
    "As mensagens e as chamadas são protegidas com a criptografia de ponta a ponta.",
    "<Mídia oculta>",
    "Chamada de voz perdida",
];
const RU: [&str; 3] =
    ["Сообщения и звонки защищены сквозным шифрованием.", "<Без медиафайлов>", "Пропущенный аудиозвонок"];
const JA: [&str; 3] = [
    "メッセージと通話はエンドツーエンド暗号化されています。",
    "<メディアは含まれていません>",
    "音声通話不在着信",
];
const KO: [&str; 3] =
    ["메시지 및 전화는 종단간 암호화되어 안전합니다.", "<미디어 파일을 생략한 대화내용>", "부재중 전화"];
const ZH: [&str; 3] = ["消息和通话都进行端到端加密。", "<省略多媒体文件>", "未接语音通话"];
const AR: [&str; 3] =
    ["الرسائل والمكالمات مشفرة تمامًا بين الطرفين", "<تم استبعاد الوسائط>", "مكالمة صوتية فائتة"];
const HE: [&str; 3] = ["ההודעות והשיחות מוצפנות מקצה-לקצה.", "<המדיה הושמטה>", "שיחה קולית שלא נענתה"];
const FA: [&str; 3] =
    ["پیامها و تماسها سرتاسر رمزگذاری شدهاند.", "<رسانه حذف شد>", "تماس صوتی پاسخ داده نشده"];
const HI: [&str; 3] = ["मैसेजेस और कॉल्स एंड-टू-एंड एन्क्रिप्टेड हैं.", "<मीडिया के बिना>", "वॉइस कॉल मिस हुई"];

const LAYOUTS: &[Layout] = &[
    layout("en-US android", "{m}/{d}/{yy}, {h}:{MM}\u{202f}{am} - ", LATIN, EN),
    layout("en-US android old", "{m}/{d}/{yy}, {h}:{MM} {am} - ", LATIN, EN),
    layout("en-US iphone", "[{m}/{d}/{yy}, {h}:{MM}:{SS}\u{202f}{am}] ", LATIN, EN),
    layout("en-GB android", "{dd}/{mm}/{yyyy}, {HH}:{MM} - ", NONE, EN),
    layout("en-GB iphone", "[{dd}/{mm}/{yyyy}, {HH}:{MM}:{SS}] ", NONE, EN),
    layout("en-IN android", "{dd}/{mm}/{yy}, {h}:{MM} {am} - ", ["am", "pm"], EN),
    layout("en-AU iphone", "[{d}/{m}/{yy}, {h}:{MM}:{SS} {am}] ", ["am", "pm"], EN),
    layout("en-CA android", "{yyyy}-{mm}-{dd}, {h}:{MM} {am} - ", ["a.m.", "p.m."], EN),
    layout("en-CA iphone", "[{yyyy}-{mm}-{dd}, {h}:{MM}:{SS} {am}] ", LATIN, EN),
    layout("en-ZA android", "{yyyy}/{mm}/{dd}, {HH}:{MM} - ", NONE, EN),
    layout("iphone of 2012", "{dd}/{mm}/{yyyy} {HH}:{MM}:{SS}: ", NONE, EN),
    layout("copied from a window", "[{HH}:{MM}, {d}/{m}/{yyyy}] ", NONE, EN),
    layout("de android", "{dd}.{mm}.{yy}, {HH}:{MM} - ", NONE, DE),
    layout("de iphone", "[{dd}.{mm}.{yy}, {HH}:{MM}:{SS}] ", NONE, DE),
    layout("de iphone 12 h", "[{dd}.{mm}.{yy}, {h}:{MM}:{SS}\u{202f}{am}] ", LATIN, DE),
    layout("fr android", "{dd}/{mm}/{yyyy} à {HH}:{MM} - ", NONE, FR),
    layout("fr iphone", "[{dd}/{mm}/{yyyy} {HH}:{MM}:{SS}] ", NONE, FR),
    layout("fr-CA iphone", "[{yyyy}-{mm}-{dd}, {HH} h {MM} min {SS} s] ", NONE, FR),
    layout("es android", "{d}/{m}/{yy}, {HH}:{MM} - ", NONE, ES),
    layout("es-MX android", "{dd}/{mm}/{yy} {h}:{MM} {am} - ", ["a.\u{a0}m.", "p.\u{a0}m."], ES),
    layout(
        "es-AR iphone",
        "[{d}/{m}/{yy}, {h}:{MM}:{SS}\u{202f}{am}] ",
        ["a.\u{202f}m.", "p.\u{202f}m."],
        ES,
    ),
    layout("pt-BR android", "{dd}/{mm}/{yyyy} {HH}:{MM} - ", NONE, PT),
    layout("pt-BR iphone", "[{dd}/{mm}/{yy} {HH}:{MM}:{SS}] ", NONE, PT),
    layout("nl android", "{dd}-{mm}-{yyyy} {HH}:{MM} - ", NONE, EN),
    layout("nl iphone", "[{dd}-{mm}-{yy} {HH}:{MM}:{SS}] ", NONE, EN),
    layout("pl android", "{d}.{mm}.{yyyy}, {HH}:{MM} - ", NONE, EN),
    layout("ru android", "{dd}.{mm}.{yyyy}, {HH}:{MM} - ", NONE, RU),
    layout("bg android", "{d}.{mm}.{yy} г., {HH}:{MM} ч. - ", NONE, RU),
    layout("tr android", "{d}.{mm}.{yyyy} {HH}:{MM} - ", NONE, EN),
    layout("tr 12 h", "{d}.{mm}.{yyyy} {am} {h}:{MM} - ", ["ÖÖ", "ÖS"], EN),
    layout("sv android", "{yyyy}-{mm}-{dd} {HH}:{MM} - ", NONE, EN),
    layout("sv kl", "{yyyy}-{mm}-{dd} kl. {HH}:{MM} - ", NONE, EN),
    layout("da android", "{dd}.{mm}.{yyyy} {HH}.{MM} - ", NONE, EN),
    layout("fi android", "{d}.{m}.{yyyy} klo {HH}.{MM} - ", NONE, EN),
    layout("fi iphone", "[{d}.{m}.{yyyy} klo {HH}.{MM}.{SS}] ", NONE, EN),
    layout("cs iphone", "[{dd}.{mm}.{yy} {HH}:{MM}:{SS}] ", NONE, EN),
    layout("sk android", "{d}. {m}. {yyyy}, {HH}:{MM} - ", NONE, EN),
    layout("hr android", "{dd}. {mm}. {yyyy}. {HH}:{MM} - ", NONE, EN),
    layout("hu android", "{yyyy}. {mm}. {dd}. {HH}:{MM} - ", NONE, EN),
    layout("lv android", "{yyyy}.{mm}.{dd}., {HH}:{MM} - ", NONE, EN),
    layout("el android", "{d}/{m}/{yy}, {h}:{MM} {am} - ", ["π.μ.", "μ.μ."], EN),
    layout("he android", "{d}.{m}.{yyyy}, {HH}:{MM} - ", NONE, HE),
    layout("he iphone", "\u{200f}[{d}.{m}.{yyyy}, {HH}:{MM}:{SS}] ", NONE, HE),
    layout("ar android", "{ar:d}\u{200f}/{ar:m}\u{200f}/{ar:yyyy}، {ar:h}:{ar:MM} {am} - ", ["ص", "م"], AR),
    layout(
        "ar iphone",
        "\u{200f}[{ar:d}\u{200f}/{ar:m}\u{200f}/{ar:yyyy}، {ar:h}:{ar:MM}:{ar:SS} {am}] ",
        ["ص", "م"],
        AR,
    ),
    layout("fa android", "{fa:yyyy}/{fa:m}/{fa:d}،\u{200f} {fa:HH}:{fa:MM} - ", NONE, FA),
    layout("hi android", "{d}/{m}/{yy}, {h}:{MM} {am} - ", ["पूर्वाह्न", "अपराह्न"], HI),
    layout("id android", "{dd}/{mm}/{yy} {HH}.{MM} - ", NONE, EN),
    layout("ja android", "{yyyy}/{mm}/{dd} {HH}:{MM} - ", NONE, JA),
    layout("ja iphone 12 h", "[{yyyy}/{mm}/{dd} {am}{h}:{MM}:{SS}] ", ["午前", "午後"], JA),
    layout("ko android", "{yyyy}. {m}. {d}. {am} {h}:{MM} - ", ["오전", "오후"], KO),
    layout("ko iphone", "[{yyyy}. {m}. {d}. {am} {h}:{MM}:{SS}] ", ["오전", "오후"], KO),
    layout("zh-CN android", "{yyyy}/{m}/{d} {am}{h}:{MM} - ", ["上午", "下午"], ZH),
    layout("zh-CN years in words", "{yyyy}年{m}月{d}日 {am}{h}:{MM} - ", ["上午", "下午"], ZH),
    layout("zh-TW iphone", "[{yyyy}/{m}/{d} {am}{h}:{MM}:{SS}] ", ["上午", "下午"], ZH),
    layout("th android", "{d}/{m}/{be} {HH}:{MM} - ", NONE, EN),
    layout("th iphone", "[{d}/{m}/{be} {HH}:{MM}:{SS}] ", NONE, EN),
    layout("vi android", "{HH}:{MM}, {dd}/{mm}/{yyyy} - ", NONE, EN),
    layout("ISO", "{yyyy}-{mm}-{dd}T{HH}:{MM} - ", NONE, EN),
    layout("months by name", "{d} {month} {yyyy}, {HH}:{MM} - ", NONE, EN),
];

/// `template` filled in for one moment.
fn head(layout: &Layout, at: DateTime) -> String {
    let hour = i32::from(at.hour());
    let half = layout.halves[usize::from(hour >= 12)];
    let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
    let year = i32::from(at.year());
    let values = [
        ("dd", format!("{:02}", at.day())),
        ("d", at.day().to_string()),
        ("mm", format!("{:02}", at.month())),
        ("month", at.strftime("%B").to_string()),
        ("m", at.month().to_string()),
        ("yyyy", year.to_string()),
        ("yy", format!("{:02}", year % 100)),
        ("be", (year + 543).to_string()),
        ("HH", format!("{hour:02}")),
        ("h", twelve.to_string()),
        ("MM", format!("{:02}", at.minute())),
        ("SS", format!("{:02}", at.second())),
        ("am", half.to_owned()),
    ];
    let mut head = layout.head.to_owned();
    for (name, value) in values {
        head = head.replace(&format!("{{ar:{name}}}"), &in_digits(&value, '٠'));
        head = head.replace(&format!("{{fa:{name}}}"), &in_digits(&value, '۰'));
        head = head.replace(&format!("{{{name}}}"), &value);
    }
    head
}

fn in_digits(number: &str, zero: char) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|digit| char::from_u32(zero as u32 + digit)).unwrap_or(c);
    number.chars().map(digit).collect()
}

/// Fifteen weeks: every week Jo starts twice, Mia once; media, a call, lines within lines.
fn chat(layout: &Layout) -> String {
    let bracket = layout.head.contains('[');
    let mark = if bracket { "\u{200e}" } else { "" };
    let ending = if bracket { "\r\n" } else { "\n" };
    let mut at: DateTime = "2024-12-30T00:30:15".parse().expect("a civil time");
    let under = if bracket { "Mia: " } else { "" };
    let mut chat = format!("{}{under}{mark}{}{ending}", head(layout, at), layout.notice);
    for week in 0..15 {
        for (hours, who, text) in [
            (12_i64, "Jo", "one: two\n5/3/24 three\n[sic]"),
            (13, "Mia", ""),
            (72, "Mia", layout.medium),
            (72, "Jo", "12:30?"),
            (120, "Jo", "see https://x.y/z"),
            (125, "Mia", "left, added, removed"),
        ] {
            let moment = at + Span::new().hours(hours).minutes(i64::from(week));
            let marked = if text == layout.medium { mark } else { "" };
            let head = head(layout, moment);
            write!(chat, "{head}{who}: {marked}{text}{ending}").expect("memory takes all");
        }
        if week == 3 {
            let moment = at + Span::new().hours(130);
            let (head, missed) = (head(layout, moment), layout.missed);
            write!(chat, "{head}Mia: {mark}{missed}{ending}").expect("memory takes all");
        }
        at += Span::new().days(7);
    }
    chat
}

#[test]
fn every_layout_comes_to_the_same_reading() {
    let zone = TimeZone::get("Europe/Berlin").expect("the zone is in the bundled database");
    let first: Zoned = "2024-12-30T12:30:00[Europe/Berlin]".parse().expect("a moment");
    for layout in LAYOUTS {
        let chat = chat(layout);
        let reading = history::read(
            &[Source::held("chat.txt", chat.clone().into_bytes())],
            &Options::new("Jo", zone.clone()),
        )
        .unwrap_or_else(|error| panic!("{}: {error:?}\n{}", layout.name, &chat[..chat.len().min(600)]));
        let counts: Vec<(&str, u64, u64)> = reading
            .people
            .iter()
            .map(|person| (person.name.as_str(), person.messages, person.calls))
            .collect();
        assert_eq!(counts, [("Jo", 45, 0), ("Mia", 45, 1)], "{}", layout.name);
        assert_eq!((reading.starts.me, reading.starts.partner), (30, 15), "{}", layout.name);
        assert_eq!(reading.weeks.len(), 15, "{}", layout.name);
        assert_eq!(reading.files[0].system_lines, 1, "{}", layout.name);
        assert!(reading.files[0].skipped.is_empty(), "{}: {:?}", layout.name, reading.files[0].skipped);
        let seconds = reading.first.timestamp().as_second() - first.timestamp().as_second();
        assert!((0..60).contains(&seconds), "{}: begins {}", layout.name, reading.first);
    }
}
