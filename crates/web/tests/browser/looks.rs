//! How a walk is walked: at a desk or on a phone, by night or by day, with large text, with the keyboard alone, without
//! script.

use serde_json::json;

use crate::chrome::Chrome;

/// One way to come to the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// A wide window by day, with a mouse.
    Desk,
    /// 360 by 740 by night, with a thumb.
    Phone,
    /// 360 by 740 by day, and twice the size of text.
    LargeText,
    /// A wide window by night, with nothing but a keyboard, and motion reduced.
    Keys,
    /// A phone by night, on which no script runs.
    NoScript,
}

impl Look {
    pub(crate) const ALL: &[Self] = &[Self::Desk, Self::Phone, Self::LargeText, Self::Keys, Self::NoScript];
    /// Where script has to run.
    pub(crate) const SCRIPTED: &[Self] = &[Self::Desk, Self::Phone, Self::LargeText, Self::Keys];

    pub(crate) fn is_small(self) -> bool {
        matches!(self, Self::Phone | Self::LargeText | Self::NoScript)
    }

    pub(crate) fn is_dark(self) -> bool {
        matches!(self, Self::Phone | Self::Keys | Self::NoScript)
    }

    pub(crate) async fn put_on(self, chrome: &Chrome) {
        let (width, height) = if self.is_small() { (360, 740) } else { (1200, 900) };
        size(chrome, width, height).await;
        scheme(chrome, self.is_dark(), self == Self::Keys).await;
        let text = if self == Self::LargeText { 32 } else { 16 };
        let sizes = json!({ "fontSizes": { "standard": text, "fixed": text * 13 / 16 } });
        chrome.cdp("Page.setFontSizes", sizes).await;
        chrome.cdp("Emulation.setFocusEmulationEnabled", json!({ "enabled": true })).await;
        let off = json!({ "value": self == Self::NoScript });
        chrome.cdp("Emulation.setScriptExecutionDisabled", off).await;
    }
}

pub(crate) async fn size(chrome: &Chrome, width: u32, height: u32) {
    let mobile = width < 600;
    let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile });
    chrome.cdp("Emulation.setDeviceMetricsOverride", screen).await;
}

pub(crate) async fn scheme(chrome: &Chrome, dark: bool, still: bool) {
    let features = json!({ "features": [
        { "name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" } },
        { "name": "prefers-reduced-motion", "value": if still { "reduce" } else { "no-preference" } },
    ]});
    chrome.cdp("Emulation.setEmulatedMedia", features).await;
}
