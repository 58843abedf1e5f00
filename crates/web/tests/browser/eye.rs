//! Looks at a page as it is now: by night and by day, narrow and wide, with everything folded out; keeps pictures of it in
//! `target/screens`, and lets axe-core read it.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::looks::{self, Look};
use crate::person::Visitor;

/// What axe-core is asked about.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// The windows a page is seen in.
const SIZES: [((u32, u32), &str); 2] = [((360, 740), "phone"), ((1200, 900), "wide")];

/// The eye, and what it saw.
pub(crate) struct Eye {
    axe: String,
    screens: PathBuf,
    wrong: Vec<String>,
}

/// A file below the workspace's target folder.
fn target(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target").join(name)
}

impl Eye {
    pub(crate) fn open() -> Self {
        let file = target("tools/axe-core/package/axe.min.js");
        let axe = std::fs::read_to_string(&file);
        let axe = axe.expect("axe-core lies in target/tools; `cargo xtask test` fetches it");
        let screens = target("screens");
        std::fs::create_dir_all(&screens).expect("a folder for pictures");
        Self { axe, screens, wrong: Vec::new() }
    }

    /// Looks at the page that is there, under a plain name.
    pub(crate) async fn looks_at(&mut self, visitor: &Visitor, name: &str) {
        for (dark, theme) in [(true, "dark"), (false, "light")] {
            looks::scheme(&visitor.chrome, dark, true).await;
            for (size, how) in SIZES {
                self.draw(visitor, size, &format!("{name}-{how}-{theme}")).await;
            }
            // The narrow one by night and the wide one by day, each with all that folds out.
            let (size, how) = if dark { SIZES[0] } else { SIZES[1] };
            let folded = visitor.chrome.run(FOLD_OUT, vec![]).await.expect("what folds, folds out");
            if folded != json!(0) {
                self.draw(visitor, size, &format!("{name}-{how}-{theme}-open")).await;
            }
            looks::size(&visitor.chrome, size.0, size.1).await;
            self.reads(visitor, &format!("{name}, {theme}")).await;
            visitor.chrome.run(FOLD_IN, vec![]).await.expect("what folds, folds in");
        }
        // Twice the size of text, on the narrowest screen: nothing sticks out.
        Look::LargeText.put_on(&visitor.chrome).await;
        self.draw(visitor, SIZES[0].0, &format!("{name}-phone-large-text")).await;
        let faults =
            visitor.ask("return faults().filter((fault) => fault.startsWith('wider'))", vec![]).await;
        if faults != Ok(json!([])) {
            self.wrong.push(format!("{name}, large text: {faults:?}"));
        }
        visitor.look.put_on(&visitor.chrome).await;
    }

    /// Keeps a picture of the page as it is.
    pub(crate) async fn keeps(&self, visitor: &Visitor, name: &str) {
        self.draw(visitor, SIZES[0].0, name).await;
        looks::size(&visitor.chrome, SIZES[0].0.0, SIZES[0].0.1).await;
    }

    /// Draws the whole page, in a window as tall as it, so that what keeps to the window's edge covers nothing.
    async fn draw(&self, visitor: &Visitor, (width, height): (u32, u32), name: &str) {
        looks::size(&visitor.chrome, width, height).await;
        let tall = "return document.documentElement.scrollHeight";
        let tall =
            visitor.chrome.run(tall, vec![]).await.ok().and_then(|tall| tall.as_u64()).expect("a height");
        looks::size(&visitor.chrome, width, u32::try_from(tall).expect("no such page is that tall")).await;
        let whole = json!({ "format": "png" });
        let drawn = visitor.chrome.cdp("Page.captureScreenshot", whole).await;
        let drawn = unpack(drawn["data"].as_str().expect("a picture"));
        std::fs::write(self.screens.join(format!("{name}.png")), drawn).expect("a picture is kept");
    }

    /// Lets axe-core read the page by night and by day on a phone, and keeps a picture of each.
    pub(crate) async fn glances_at(&mut self, visitor: &Visitor, name: &str) {
        for (dark, theme) in [(true, "dark"), (false, "light")] {
            looks::scheme(&visitor.chrome, dark, true).await;
            self.draw(visitor, SIZES[0].0, &format!("{name}-phone-{theme}")).await;
            looks::size(&visitor.chrome, SIZES[0].0.0, SIZES[0].0.1).await;
            self.reads(visitor, &format!("{name}, {theme}")).await;
        }
        visitor.look.put_on(&visitor.chrome).await;
    }

    async fn reads(&mut self, visitor: &Visitor, name: &str) {
        let told = visitor.chrome.run(&self.axe, vec![]).await;
        told.expect("axe-core comes into the page");
        let read = visitor.chrome.wait_for(READ, vec![json!(TAGS)]).await.expect("axe-core reads the page");
        let passes = read["passes"].as_u64().expect("how much is right");
        assert!(passes > 10, "{name}: axe-core found next to nothing to read");
        for each in read["violations"].as_array().expect("what is wrong") {
            self.wrong.push(format!("{name}: {each}"));
        }
        for each in read["incomplete"].as_array().expect("what is open") {
            self.wrong.push(format!("{name}: open: {each}"));
        }
    }

    /// All that was wrong, told at once.
    pub(crate) fn is_content(&self) {
        assert!(self.wrong.is_empty(), "{} things:\n{}", self.wrong.len(), self.wrong.join("\n"));
    }
}

/// Opens all that folds, whatever else it would close.
const FOLD_OUT: &str = "
    const folded = [...document.querySelectorAll('details:not([open])')];
    for (const one of folded) {
        one.dataset.group = one.getAttribute('name') || '';
        one.removeAttribute('name');
        one.open = true;
    }
    return folded.length";

const FOLD_IN: &str = "
    for (const one of document.querySelectorAll('details[data-group]')) {
        one.open = false;
        if (one.dataset.group) one.setAttribute('name', one.dataset.group);
        delete one.dataset.group;
    }";

/// Axe-core reads the page. Where it cannot tell a contrast (a figure's words, one letter alone, what is scrolled half out
/// of sight), the contrast is measured here instead, against the nearest ground that is painted; 4.5 to 1 is enough.
const READ: &str = "
    const [tags, done] = arguments;
    const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const light = (colour) => parts(colour).slice(0, 3).map((part) => part / 255)
        .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, which) => sum + part * [0.2126, 0.7152, 0.0722][which], 0);
    const painted = (colour) => colour.startsWith('rgb') && (parts(colour)[3] ?? 1) === 1;
    const ground = (thing) => {
        const figure = thing.closest('svg');
        const rect = figure && figure.querySelector('.hl-ground');
        if (rect) return getComputedStyle(rect).fill;
        for (let one = thing; one; one = one.parentElement) {
            const colour = getComputedStyle(one).backgroundColor;
            if (painted(colour)) return colour;
        }
        return 'none';
    };
    const contrast = (thing) => {
        const style = getComputedStyle(thing), behind = ground(thing);
        const ink = thing.closest('svg') ? style.fill : style.color;
        if (!painted(ink) || !painted(behind)) return 0;
        const [low, high] = [light(ink), light(behind)].sort((one, other) => one - other);
        return (high + 0.05) / (low + 0.05);
    };
    const told = (one, node) => ({
        rule: one.id,
        at: node.html.slice(0, 160),
        said: [...node.any, ...node.all, ...node.none].map((check) => check.message).join('; '),
    });
    const each = (found, open) => found.flatMap((one) => one.nodes.filter(open(one)).map((node) => told(one, node)));
    axe.run(document, { runOnly: tags, elementRef: true }).then((read) => done({
        passes: read.passes.length,
        violations: each(read.violations, () => () => true),
        incomplete: each(read.incomplete, (one) => (node) =>
            one.id !== 'color-contrast' || contrast(node.element) < 4.5),
    }))";

/// Base64, as RFC 4648 has it; the browser hands its pictures over in it.
fn unpack(text: &str) -> Vec<u8> {
    let (mut bytes, mut held, mut bits) = (Vec::with_capacity(text.len() * 3 / 4), 0_u32, 0);
    for letter in text.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        held = held << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).expect("eight bits"));
        }
    }
    bytes
}
