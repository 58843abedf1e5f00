//! `halflight` without a command: it serves the app to this machine, says where, and ends when it is told to.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Command, Stdio};

#[test]
fn without_a_command_it_says_where_it_is_open_answers_there_and_ends_when_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = Command::new(env!("CARGO_BIN_EXE_halflight"))
        .args(["--no-browser", "--port", "0", "--data"])
        .arg(folder.path())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut said = String::new();
    let out = app.stdout.take().expect("its output");
    BufReader::new(out).read_line(&mut said).expect("a line");
    let address =
        said.trim().rsplit("http://").next().and_then(|rest| rest.strip_suffix('/')).expect("an address");
    assert!(address.starts_with("127.0.0.1:"), "{said}");
    let mut line = TcpStream::connect(address).expect("somebody listens");
    write!(line, "GET /help HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").expect("asked");
    let mut answer = String::new();
    line.read_to_string(&mut answer).expect("answered");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let told = Command::new("kill").arg(app.id().to_string()).status().expect("it is told");
    assert!(told.success() && app.wait().expect("it ends").success());
}

#[test]
fn a_port_that_is_taken_is_told_with_what_to_do() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("its address").port().to_string();
    let output = Command::new(env!("CARGO_BIN_EXE_halflight"))
        .args(["--no-browser", "--port", &port])
        .output()
        .expect("it runs");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1));
    assert!(told.contains(&port) && told.contains("--port"), "{told}");
}
