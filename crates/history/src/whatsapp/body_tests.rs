//! What WhatsApp writes, what people write, and the lines that lie between.

use super::*;

fn check(text: &str, expect: Body) {
    assert_eq!(of(text.as_bytes(), b"Anna", Marks::TellTheApp, true), expect, "{text}");
}

#[test]
fn innocent_words_of_people_are_texts() {
    for text in [
        "I left",
        "she added sugar",
        "You left your keys",
        "You created a mess",
        "Anna left early",
        "missing you",
        "video call later?",
        "Video call, 8pm?",
        "Missed calls are no fun",
        "Messages are piling up",
        "<3",
        "deleted",
        "omitted",
        "null",
        "",
        "Mis",
        "Llamada perdida de mi madre",
        "You removed it?",
        "This group is fun",
        "Nachrichten schaue ich nie",
        "image of you",
        "POLL:",
        "Waiting for this message",
    ] {
        check(text, Body::Text);
    }
}

#[test]
fn the_notice_about_encryption_is_nobodys_message_with_or_without_its_mark() {
    for notice in NOTICES.iter() {
        check(notice, Body::PlainNotice);
        check(&format!("\u{200e}{notice}. Tap to learn more."), Body::System);
    }
    check("\u{200f}الرسائل والمكالمات مشفرة تمامًا بين الطرفين", Body::System);
}

#[test]
fn media_are_told_in_every_form_an_export_has() {
    for text in [
        "<Media omitted>",
        "<Medien ausgeschlossen>",
        "<Multimedia omitido>",
        "<Mídia oculta>",
        "<Médias omis>",
        "\u{200e}image omitted",
        "\u{200e}Bild weggelassen",
        "\u{200e}imagen omitida",
        "\u{200e}image absente",
        "\u{200e}изображение отсутствует",
        "\u{200e}<attached: 00000012-PHOTO-2024-12-02-21-23-40.jpg>",
        "\u{200e}<Anhang: 00000012-PHOTO-2024-12-02-21-23-40.jpg>",
        "plan.pdf \u{2022} \u{200e}2 pages \u{200e}<attached: 00000003-plan.pdf>",
        "IMG-20241202-WA0001.jpg (file attached)",
        "PTT-20241202-WA0001.opus (Datei angehängt)",
        "plan.pdf (file attached)",
        "\u{200e}IMG-20241202-WA0001.jpg (archivo adjunto)",
        "\u{200e}GIF omitted",
        "\u{200e}画像は含まれていません",
        "\u{200e}הושמט",
        "\u{200e}画像 省略",
        "STK-20241202-WA0003.webp (фай)",
    ] {
        check(text, Body::Media);
    }
}

#[test]
fn calls_are_calls_and_keep_their_minutes() {
    check("\u{200e}Missed voice call", Body::Call(None));
    check("Missed voice call", Body::PlainCall(None));
    check("Llamada perdida", Body::PlainCall(None));
    check("\u{200e}Missed video call, \u{200e}Tap to call back", Body::Call(None));
    check("\u{200e}Voice call, \u{200e}12 min", Body::Call(Some(12)));
    check("\u{200e}Video call, \u{200e}1 hr 5 min", Body::Call(Some(65)));
    check("\u{200e}Voice call, \u{200e}28 sec", Body::Call(Some(0)));
    check("\u{200e}Voice call, \u{200e}No answer", Body::Call(None));
    check("Video call, 12 min", Body::PlainCall(Some(12)));
    check("\u{200e}Sprachanruf, \u{200e}12 Min.", Body::Call(Some(12)));
    check("\u{200e}Verpasster Videoanruf um 12:30", Body::Call(None));
    check("\u{200e}Voice call. \u{200e}3 min", Body::Call(Some(3)));
    check("Missed voice calls are sad", Body::Text);
    check("Missed call from you, sorry", Body::Text);
    check("\u{200e}Video call", Body::Call(None));
    check("\u{200e}Video call ended", Body::Call(None));
    check("\u{200e}Voice call, \u{200e}Answered on another device", Body::Call(None));
    assert_eq!(of_nameless("Missed voice call".as_bytes()), Body::Call(None));
    assert_eq!(of_nameless("Anna left".as_bytes()), Body::System);
}

#[test]
fn the_apps_own_lines_under_a_name_are_seen_by_their_mark() {
    for text in [
        "\u{200e}Anna created group \u{201c}Plans\u{201d}",
        "\u{200e}Anna changed their phone number to a new number.",
        "\u{200e}You created this group",
        "\u{200e}You blocked this contact",
        "\u{200e}Your security code with Anna changed.",
        "\u{200e}This business uses a secure service from Meta to manage this chat.",
        "\u{200e}Du hast diesen Kontakt blockiert",
        "\u{200e}Disappearing messages were turned off",
        "\u{200e}Anna pinned a message",
        "\u{200e}\u{2068}Anna\u{2069} turned off disappearing messages.",
        "\u{200e}Anna’s security code changed.",
        "\u{200e}Vos messages sur WhatsApp sont protégés",
    ] {
        check(text, Body::System);
    }
}

#[test]
fn what_stands_for_a_message_is_a_message_mark_or_not() {
    for text in [
        "\u{200e}This message was deleted.",
        "\u{200e}You deleted this message.",
        "\u{200e}Diese Nachricht wurde gelöscht.",
        "\u{200e}Du hast diese Nachricht gelöscht.",
        "\u{200e}Se eliminó este mensaje.",
        "\u{200e}このメッセージは削除されました",
        "\u{200e}Waiting for this message. This may take a while.",
        "\u{200e}You received a view once photo message.",
    ] {
        let found = of(text.as_bytes(), b"Anna", Marks::TellTheApp, true);
        assert!(matches!(found, Body::Text | Body::Media), "{text}: {found:?}");
    }
    check("\u{200e}Location: https://maps.google.com/?q=52.5,13.4", Body::Media);
    check("\u{200e}POLL:", Body::Media);
    check("\u{200e}ENCUESTA:", Body::Media);
    check("\u{200e}Live location shared", Body::Text);
    check("\u{200e}something new", Body::Unsure);
}

#[test]
fn the_day_in_a_media_name_is_read() {
    assert_eq!(day_in_name(b"IMG-20241202-WA0001.jpg (file attached)"), Some((2024, 12, 2)));
    assert_eq!(
        day_in_name("\u{200e}<attached: 00000012-PHOTO-2024-12-02-21-23-40.jpg>".as_bytes()),
        Some((2024, 12, 2))
    );
    assert_eq!(day_in_name(b"IMG-20249902-WA0001.jpg"), None);
    assert_eq!(day_in_name(b"see you on 2024-12-02"), None);
}
