//! A real Chromium, driven by its own driver: started for one walk, asked and told through it, ended by its id.
//!
//! It knows nothing of the app. What a person does with it, `person.rs` says.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use url::{ParseError, Url};

/// The key under which the driver hands out an element.
pub(crate) const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser with nothing in it.
pub(crate) struct Chrome {
    driver: Child,
    port: u16,
    session: String,
    client: Client,
    profile: TempDir,
}

/// One command: its path within the session, and what it brings.
#[derive(Debug)]
struct Order {
    path: String,
    brings: Value,
}

impl WebDriverCompatibleCommand for Order {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (axum::http::Method, Option<String>) {
        (axum::http::Method::POST, Some(self.brings.to_string()))
    }
}

impl Chrome {
    pub(crate) async fn start() -> Self {
        let profile = tempfile::tempdir().expect("a folder for the profile");
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts; `cargo xtask test` installs what is missing");
        let said = BufReader::new(driver.stdout.take().expect("its output"));
        let port = said
            .lines()
            .map_while(Result::ok)
            .find_map(|line| line.split("successfully on port ").nth(1)?.trim_end_matches('.').parse().ok())
            .expect("chromedriver says its port");
        let capabilities = capabilities(&profile);
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("a browser opens");
        let session = client.session_id().await.ok().flatten().expect("a session");
        Self { driver, port, session, client, profile }
    }

    /// Sends one command; what comes back, or what went wrong.
    pub(crate) async fn order(&self, path: &str, brings: Value) -> Result<Value, String> {
        let order = Order { path: path.to_owned(), brings };
        self.client.issue_cmd(order).await.map_err(|error| error.to_string())
    }

    /// A command in the browser's own protocol.
    pub(crate) async fn cdp(&self, name: &str, with: Value) -> Value {
        let asked = self.order("goog/cdp/execute", json!({ "cmd": name, "params": with })).await;
        asked.unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Runs a script in the page.
    pub(crate) async fn run(&self, script: &str, with: Vec<Value>) -> Result<Value, String> {
        self.order("execute/sync", json!({ "script": script, "args": with })).await
    }

    /// Runs a script that calls its last argument back.
    pub(crate) async fn wait_for(&self, script: &str, with: Vec<Value>) -> Result<Value, String> {
        self.order("execute/async", json!({ "script": script, "args": with })).await
    }

    pub(crate) async fn goes(&self, url: &str) {
        let went = self.order("url", json!({ "url": url })).await;
        went.unwrap_or_else(|error| panic!("{url}: {error}"));
    }

    pub(crate) async fn url(&self) -> String {
        self.client.current_url().await.map(String::from).unwrap_or_default()
    }

    pub(crate) async fn back(&self) {
        self.client.back().await.expect("the browser goes back");
    }

    /// Presses keys one after the other, each let go before the next.
    pub(crate) async fn press(&self, keys: &[char]) {
        let strokes: Vec<Value> = keys
            .iter()
            .flat_map(|key| {
                [json!({"type": "keyDown", "value": key}), json!({"type": "keyUp", "value": key})]
            })
            .collect();
        let hands = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": strokes }] });
        self.order("actions", hands).await.expect("keys can be pressed");
    }

    /// The lines of a log since it was last asked for.
    pub(crate) async fn log(&self, which: &str) -> Vec<Value> {
        let lines = self.order("se/log", json!({ "type": which })).await.expect("the browser keeps a log");
        lines.as_array().cloned().unwrap_or_default()
    }

    /// Where files land that the browser is given.
    pub(crate) fn downloads(&self) -> std::path::PathBuf {
        self.profile.path().join("given")
    }
}

fn capabilities(profile: &TempDir) -> Capabilities {
    let folder = profile.path().join("profile");
    let told = json!({
        // Nobody vouches for the certificate of a walk.
        "acceptInsecureCerts": true,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "goog:chromeOptions": {
            "binary": "/usr/bin/chromium",
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage",
                "--no-first-run", "--lang=en-US", "--hide-scrollbars", "--window-size=1200,900",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                format!("--user-data-dir={}", folder.display()),
            ],
            "prefs": {
                "intl.accept_languages": "en-US",
                "download.default_directory": profile.path().join("given"),
                "download.prompt_for_download": false,
                "credentials_enable_service": false,
            },
            "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false },
        },
    });
    told.as_object().cloned().expect("an object")
}

impl Drop for Chrome {
    /// Ends the browser even where a walk failed: the driver is asked to close it, then ends itself.
    fn drop(&mut self) {
        if let Ok(mut driver) = TcpStream::connect(("127.0.0.1", self.port)) {
            let ends = format!(
                "DELETE /session/{} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
                self.session, self.port
            );
            // Whatever fails here, the driver is ended below.
            let _asked_or_not = driver.write_all(ends.as_bytes());
            let _answered_or_not = driver.read(&mut [0; 64]);
        }
        let _ended_or_gone = self.driver.kill();
        let _reaped_or_gone = self.driver.wait();
    }
}
