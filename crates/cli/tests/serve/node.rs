//! Nodes as processes of their own, over a PostgreSQL of the test's; and browsers, which keep their cookies and go to
//! whichever node the test sends them.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use crate::wire::{self, Answer};

/// By which name browsers call every node here.
pub(crate) const HOST: &str = "halflight.test";
/// The passphrase of everybody here.
pub(crate) const PASSPHRASE: &str = "correct horse battery";
/// The cookie of a session.
pub(crate) const SESSION: &str = "__Host-session";
/// So often something that takes a moment is looked at again.
const LOOKS: usize = 3_000;
/// A test that waits longer has found a line that is never answered.
const PATIENCE: Duration = Duration::from_mins(1);

/// A service: a database, and the server's key.
pub(crate) struct House {
    pub(crate) database: String,
    folder: TempDir,
}

/// What the system is told of an end.
#[derive(Clone, Copy)]
pub(crate) enum End {
    /// As an operator ends a node.
    Term,
    /// As a fall ends it.
    Kill,
}

impl House {
    /// A service with nobody in it, in which whoever wants to signs up.
    pub(crate) fn open() -> Self {
        Self::over(testbed::shared().database())
    }

    /// The same over a database of the test's own.
    pub(crate) fn over(database: String) -> Self {
        let house = Self { database, folder: tempfile::tempdir().expect("a folder") };
        let made = house.halflight(&["admin", "key", &house.key()]);
        assert!(made.status.success(), "{}", told(&made));
        let opened = house.admin(&["sign-up", "open"]);
        assert_eq!(String::from_utf8_lossy(&opened.stdout), "Signing up is open.\n", "{}", told(&opened));
        house
    }

    fn key(&self) -> String {
        self.path("key").display().to_string()
    }

    /// A file of the service's.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The command, as an operator types it.
    pub(crate) fn halflight(&self, words: &[&str]) -> Output {
        self.command(words).output().expect("it runs")
    }

    /// `halflight admin`.
    pub(crate) fn admin(&self, words: &[&str]) -> Output {
        self.halflight(&[&["admin"], words].concat())
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_halflight"));
        command.args(words).env("HALFLIGHT_DATABASE", &self.database).env("HALFLIGHT_KEY_FILE", self.key());
        command.current_dir(self.folder.path());
        command
    }

    /// A node more, with these options besides; its lines go to the file of that name.
    pub(crate) fn node(&self, log: &str, options: &[&str]) -> Node {
        let lines = File::create(self.path(log)).expect("a file");
        let fixed = ["serve", "--listen", "127.0.0.1:0", "--host", HOST, "--operator", "127.0.0.1:0"];
        let mut command = self.command(&fixed);
        let mut process =
            command.args(options).stdout(Stdio::piped()).stderr(lines).spawn().expect("it starts");
        let out = BufReader::new(process.stdout.take().expect("its output"));
        let ports: Vec<u16> = out
            .lines()
            .map_while(Result::ok)
            .take(2)
            .filter_map(|line| line.trim_end_matches('/').rsplit(':').next()?.parse().ok())
            .collect();
        let log = self.path(log);
        let said = std::fs::read_to_string(&log).unwrap_or_default();
        let &[port, operator] = ports.as_slice() else { panic!("it says where it answers: {said}") };
        Node { process, port, operator, log }
    }
}

/// What a command said went wrong.
pub(crate) fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A node, until it is dropped.
pub(crate) struct Node {
    process: Child,
    pub(crate) port: u16,
    operator: u16,
    log: PathBuf,
}

impl Node {
    /// Its operator's address.
    pub(crate) fn operator_at(&self) -> String {
        format!("127.0.0.1:{}", self.operator)
    }

    /// What its operator's address answers.
    pub(crate) fn operator(&self, path: &str) -> (u16, String) {
        let request = format!("GET {path} HTTP/1.1\r\nHost: operator\r\nConnection: close\r\n\r\n");
        let answer = wire::raw(self.operator, request.as_bytes()).expect("an answer");
        (answer.status, answer.text())
    }

    /// Waits until it says that it is ready, or no longer.
    pub(crate) fn until_ready(&self, status: u16) -> String {
        for _ in 0..LOOKS {
            if let (said, text) = self.operator("/readyz")
                && said == status
            {
                return text;
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("it never says {status}")
    }

    /// Tells it to end.
    pub(crate) fn end(&mut self, how: End) {
        match how {
            End::Term => {
                let kill = Command::new("kill").arg(self.process.id().to_string()).status();
                assert!(kill.expect("it is told").success());
            }
            End::Kill => self.process.kill().expect("it ends"),
        }
    }

    /// Waits until it has ended; its exit code.
    pub(crate) fn ended(&mut self) -> Option<i32> {
        self.process.wait().expect("it ends").code()
    }

    /// The lines that it has written.
    pub(crate) fn lines(&self) -> String {
        std::fs::read_to_string(&self.log).expect("a file")
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        // It was started here; where it has ended already there is nothing to end.
        let _ended_or_not = self.process.kill();
        let _waited_or_not = self.process.wait();
    }
}

/// A form as bytes: its head, and its body.
pub(crate) fn form(browser: &Browser, path: &str, fields: &[(&str, &str)]) -> (String, String) {
    let (cookie, body) = (browser.shows(), wire::form(fields));
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n{cookie}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    (head, body)
}

/// A request of which only a part was sent.
pub(crate) struct Half {
    line: TcpStream,
    rest: String,
}

impl Half {
    /// Sends the head of a form and no body.
    pub(crate) fn begin(node: &Node, head: &str, body: String) -> Self {
        let mut line = wire::line(node.port);
        line.write_all(head.as_bytes()).expect("sent");
        Self { line, rest: body }
    }

    /// Sends the rest, and reads the answer.
    pub(crate) fn finish(mut self) -> Option<Answer> {
        self.line.write_all(self.rest.as_bytes()).expect("sent");
        let mut back = Vec::new();
        let _whole_or_cut = self.line.read_to_end(&mut back);
        Answer::read(&back)
    }
}

/// A browser: it keeps its cookies, and follows nothing by itself.
#[derive(Clone, Default)]
pub(crate) struct Browser {
    pub(crate) cookies: RefCell<BTreeMap<String, String>>,
    /// Further headers of each request.
    pub(crate) headers: String,
}

impl Browser {
    /// Somebody with an account of their own, at that node.
    pub(crate) fn signed_up(node: &Node, name: &str) -> Self {
        let browser = Self::default();
        browser.sign_up(node, name);
        browser
    }

    /// Makes an account, and stays in it.
    pub(crate) fn sign_up(&self, node: &Node, name: &str) {
        let fields = [("name", name), ("passphrase", PASSPHRASE), ("passphrase_again", PASSPHRASE)];
        let answer = self.post(node, "/join", &fields);
        assert_eq!(answer.status, 200, "{}", answer.text());
        self.post(node, "/settings/fear", &[("afraid", "no")]);
    }

    fn shows(&self) -> String {
        let cookies = self.cookies.borrow();
        let pairs: Vec<String> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let cookies =
            if pairs.is_empty() { String::new() } else { format!("Cookie: {}\r\n", pairs.join("; ")) };
        cookies + &self.headers
    }

    /// What a request to that port is answered; none where nobody is there, or the line was cut.
    fn sends(&self, port: u16, request: &str) -> Option<Answer> {
        let mut line = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok()?;
        line.set_read_timeout(Some(PATIENCE)).expect("a time to wait");
        let mut back = Vec::new();
        line.write_all(request.as_bytes()).and_then(|()| line.read_to_end(&mut back)).ok()?;
        let answer = Answer::read(&back)?;
        for (_, cookie) in answer.headers.iter().filter(|(name, _)| name == "set-cookie") {
            let pair = cookie.split(';').next().and_then(|pair| pair.split_once('='));
            let (name, value) = pair.expect("a pair");
            if value.is_empty() {
                self.cookies.borrow_mut().remove(name);
            } else {
                self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
            }
        }
        Some(answer)
    }

    pub(crate) fn get(&self, node: &Node, path: &str) -> Answer {
        let cookie = self.shows();
        let request = format!("GET {path} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n{cookie}\r\n");
        self.sends(node.port, &request).expect("an answer")
    }

    pub(crate) fn post(&self, node: &Node, path: &str, fields: &[(&str, &str)]) -> Answer {
        let (head, body) = form(self, path, fields);
        self.sends(node.port, &(head + &body)).unwrap_or_else(|| panic!("{path} is answered"))
    }

    /// Writes something; whether it was acknowledged.
    pub(crate) fn writes(&self, node: &Node, words: &str) -> bool {
        self.writes_at(node.port, words)
    }

    /// The same at a port behind which there may be no node any more.
    pub(crate) fn writes_at(&self, port: u16, words: &str) -> bool {
        let (head, body) = form(self, "/work", &[("sort", "other"), ("title", words)]);
        self.sends(port, &(head + &body)).is_some_and(|answer| answer.leads_to() == "/work")
    }

    pub(crate) fn sign_in(&self, node: &Node, name: &str, passphrase: &str) -> Answer {
        self.post(node, "/unlock", &[("name", name), ("passphrase", passphrase)])
    }

    /// Everything written, as it is exported.
    pub(crate) fn journal(&self, node: &Node) -> String {
        let answer = self.post(node, "/settings/export", &[]);
        assert_eq!(answer.status, 200, "it is exported");
        answer.text()
    }
}
