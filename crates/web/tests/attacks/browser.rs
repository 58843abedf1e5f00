//! What every browser of these tests does, over whichever form of the app: it asks, and follows nothing by itself. How it
//! gets its cookies, `home` knows.

use crate::home::Browser;
use crate::wire::{self, Answer};

impl Browser<'_> {
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &str, body: &str) -> Answer {
        let headers = format!("{}{headers}", self.cookie());
        let bytes = wire::request(self.home.port, method, path, &headers, body);
        self.sends(&bytes).unwrap_or_else(|| panic!("{method} {path} is answered"))
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "", "")
    }

    pub(crate) fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.ask("POST", path, "", &wire::form(fields))
    }

    /// Gives the reading a chat as the one file `chat.txt`.
    pub(crate) fn sends_chat(&self, chat: &str) -> Answer {
        let part = "Content-Disposition: form-data; name=\"files\"; filename=\"chat.txt\"";
        let body = format!("--b\r\n{part}\r\n\r\n{chat}\r\n--b--\r\n");
        let request = format!(
            "POST /flow/read HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n{}Content-Type: multipart/form-data; boundary=b\r\nContent-Length: {}\r\n\r\n{body}",
            self.home.port,
            self.cookie(),
            body.len()
        );
        self.sends(request.as_bytes()).expect("an answer")
    }

    /// Whether it is let in.
    pub(crate) fn is_in(&self) -> bool {
        self.get("/work").status == 200
    }

    /// Everything written so far, as it is exported.
    pub(crate) fn journal(&self) -> String {
        let answer = self.post("/settings/export", &[]);
        assert_eq!(answer.status, 200, "it is exported");
        answer.text()
    }

    /// The draft begun last: its path.
    pub(crate) fn draft(&self, sort: &str, text: &str) -> Answer {
        let page = self.get(&format!("/draft/new/{sort}"));
        let id = crate::forms::value(&page.text(), "id").unwrap_or_default();
        self.post("/draft", &[("id", &id), ("sort", sort), ("text", text)])
    }
}
