//! The hosted edition as many people meet it: the release program as one node over a PostgreSQL that waits for the disk,
//! asked by eight callers that keep their lines: 80 % for `/`, 15 % write something down, 5 % look at `/flow` or `/journal`.
//! Everybody has 2 000 entries. Goals: 1 000 requests a second and core of the node, and a cost that is flat in the number
//! of people in the database.
//!
//! Who is asked for is real: signed up, written, sealed. Of the many the rest is rows of sealed bytes copied under owners of
//! their own, whom nobody can open or asks for: they weigh on tables and indexes as real ones do. The pace that a node sets
//! is kept: each person calls from an address of their own, as a proxy tells it, and asks no faster than one may.
//!
//! What bounds it: with vaults kept open a request is one question to the database, the guidance, the page and its packing,
//! and the goal is met about four times over. Without, every request opens the vault anew, in four to six questions: the
//! snapshot of 2 000 entries is fetched, unsealed, unpacked and replayed, which is nine tenths of the node's time then, grows
//! with what one person wrote, and falls short of the goal by more than half.

use std::fs;
use std::io::Write as _;
use std::net::{IpAddr, Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use app::clock::Clock;
use app::vault::Kdf;
use hosted::{Database, Limits, Passphrase, ServerKey, Service, Session, SignUp};
use testbed::Cluster;

use crate::bench_advise;
use crate::bench_web::{Answer, part, program};
use crate::dice::Dice;
use crate::run::{Failed, tell};
use crate::stopwatch::{kibibytes, ms, started};

/// The entries of everybody.
const ENTRIES: u64 = 2_000;
/// So many people there are.
const SIZES: [u32; 3] = [100, 1_000, 10_000];
/// So many of them are asked for, as in the same busy minute of each.
const ASKED: u32 = 100;
/// Vaults that the node keeps open: as it does by itself, and none.
const KEPT_OPEN: [&str; 2] = ["512", "0"];
/// Lines that are kept.
const CALLERS: usize = 8;
/// Requests of each of them, at most; of each person fewer than a node answers at once.
const EACH: usize = 600;
/// They end after this time in any case.
const LONGEST: Duration = Duration::from_secs(25);
/// People whose rows are copied by one statement.
const COPIED_AT_ONCE: u32 = 100;
const HOST: &str = "halflight.test";
/// How often a second the system counts a process's time (proc(5)); so it is on every Linux of today.
const TICKS: f64 = 100.0;

/// Prints the figures.
pub(crate) fn run() -> Result<(), Failed> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let folder = tempfile::tempdir()?;
    let key = folder.path().join("key");
    ServerKey::make(&key).map_err(failed)?;
    let cluster = Cluster::durable();
    let address = cluster.database();
    let service = runtime.block_on(service(&address, &key))?;
    let mut people = Vec::new();
    for nth in 0..ASKED {
        people.push(runtime.block_on(somebody(&service, nth))?);
    }
    let mut there = ASKED;
    tell(&format!(
        "everybody has {ENTRIES} entries; {CALLERS} callers; GET / 80 %, POST /work 15 %, GET /flow and /journal 5 %"
    ));
    for size in SIZES {
        let took = started();
        copy(&cluster, &address, size - there, there)?;
        there = size;
        ask(&cluster, &address, "VACUUM ANALYZE")?;
        ask(&cluster, &address, "CHECKPOINT")?;
        let bytes: f64 = ask(&cluster, &address, "SELECT pg_database_size(current_database())")?
            .parse()
            .map_err(failed)?;
        tell(&format!(
            "\n{size} people in the database ({ASKED} of them are asked for): {:.0} MB, {:.0} KB each; made in {:.0} s",
            bytes / 1e6,
            bytes / 1e3 / f64::from(size),
            took().as_secs_f64()
        ));
        tell(
            "  open vaults  requests  a second  a second and core  CPU ms a request  database's    p50 ms    p99 ms  / p50  work p50  MiB held",
        );
        for kept in KEPT_OPEN {
            let node = Node::start(&address, &key, kept)?;
            let callers = callers(&service, &people)?;
            // Once through, so that what is kept open is open.
            node.asked(callers.clone(), people.len().div_ceil(CALLERS), true)?;
            let mut figures = node.measured(&cluster, callers)?;
            tell(&figures.row(kept));
        }
    }
    runtime.block_on(service.close());
    Ok(())
}

async fn service(address: &str, key: &Path) -> Result<Service, Failed> {
    let database = Database::at(address, 4).map_err(failed)?;
    database.bring_up().await.map_err(failed)?;
    let key = ServerKey::read(key).map_err(failed)?;
    // Deriving keys is dear on purpose and not what is measured.
    let limits = Limits { kdf: Kdf::CHEAPEST, warm: 0, ..Limits::default() };
    let service = Service::new(database, key, Clock::default(), limits);
    service.set_sign_up(SignUp::Open).await.map_err(failed)?;
    Ok(service)
}

/// The address that the proxy tells of that person.
fn home(nth: u32) -> Ipv4Addr {
    Ipv4Addr::from(0x0a00_0000 + nth)
}

/// Somebody with entries that end now.
async fn somebody(service: &Service, nth: u32) -> Result<Session, Failed> {
    let phrase = Passphrase::new("correct horse battery".into());
    let signed = service.sign_up(format!("person-{nth}"), phrase, String::new(), IpAddr::V4(home(nth)));
    let (mut admitted, _) = signed.await.map_err(failed)?;
    let text = bench_advise::journal_of(ENTRIES, app::clock::now().instant);
    admitted.vault.import(text.as_bytes()).await.map_err(failed)?;
    admitted.vault.keep_snapshot(true).await.map_err(failed)?;
    Ok(admitted.session)
}

/// Copies somebody's rows under other owners, until so many more are there.
fn copy(cluster: &Cluster, address: &str, more: u32, from: u32) -> Result<(), Failed> {
    let last = from + more;
    for first in (from..last).step_by(COPIED_AT_ONCE as usize) {
        let end = last.min(first + COPIED_AT_ONCE);
        // Owners are numbers of chance, so that their rows lie between each other's in every index.
        let owners = format!(
            "(SELECT ('x' || left(md5(n::text), 15))::bit(60)::bigint AS owner, decode(md5(n::text), 'hex') AS called \
             FROM generate_series({first}, {end} - 1) AS n) AS new"
        );
        let one = "(SELECT owner FROM account ORDER BY called LIMIT 1)";
        ask(
            cluster,
            address,
            &format!(
                "BEGIN; \
                 INSERT INTO header SELECT new.owner, copy, body FROM {owners}, header WHERE header.owner = {one}; \
                 INSERT INTO head SELECT new.owner, revision, body FROM {owners}, head WHERE head.owner = {one}; \
                 INSERT INTO record SELECT new.owner, seq, salt, body, link FROM {owners}, record WHERE record.owner = {one}; \
                 INSERT INTO snapshot SELECT new.owner, body FROM {owners}, snapshot WHERE snapshot.owner = {one}; \
                 INSERT INTO account SELECT called, owner FROM {owners}; \
                 INSERT INTO tenant (owner, epoch) SELECT owner, 1 FROM {owners}; COMMIT"
            ),
        )?;
    }
    Ok(())
}

fn ask(cluster: &Cluster, address: &str, statement: &str) -> Result<String, Failed> {
    let short = statement.get(..60).unwrap_or(statement);
    cluster.ask(address, statement).ok_or_else(|| Failed(format!("the database refused {short}")))
}

/// Headers of somebody: their address, and a cookie that holds for as long as this may take.
type Person = String;

/// The people, dealt to callers: nobody is asked for by two at once.
fn callers(service: &Service, people: &[Session]) -> Result<Vec<Vec<Person>>, Failed> {
    let mut callers = vec![Vec::new(); CALLERS];
    let now = service.clock().now().instant;
    for (nth, session) in (0..).zip(people) {
        let cookie = session.touched(now, 60.0).seal(service.key()).map_err(failed)?;
        let home = home(nth);
        callers[nth as usize % CALLERS].push(format!(
            "Host: {HOST}\r\nX-Forwarded-For: {home}\r\nCookie: __Host-session={cookie}\r\nAccept-Encoding: gzip\r\n"
        ));
    }
    Ok(callers)
}

/// The program, serving.
struct Node {
    program: Child,
    port: u16,
}

impl Node {
    fn start(database: &str, key: &Path, kept: &str) -> Result<Self, Failed> {
        let port = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let program = Command::new(program()?)
            .args(["serve", "--host", HOST, "--behind-proxy", "127.0.0.1", "--keep-open", kept])
            .args(["--listen", &format!("127.0.0.1:{port}"), "--database", database, "--key-file"])
            .arg(key)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let node = Self { program, port };
        for _ in 0..2_000 {
            if node.line().is_ok() {
                return Ok(node);
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Err(Failed("the node does not listen".into()))
    }

    fn line(&self) -> Result<TcpStream, Failed> {
        let line = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        line.set_nodelay(true)?;
        Ok(line)
    }

    /// Lets every caller ask so often, one after the other of its people, or anybody by chance.
    fn asked(&self, callers: Vec<Vec<Person>>, each: usize, in_turn: bool) -> Result<Vec<Took>, Failed> {
        let asking = callers.into_iter().enumerate().map(|(nth, people)| {
            let line = self.line()?;
            Ok((nth, people, line))
        });
        let asking: Result<Vec<_>, Failed> = asking.collect();
        std::thread::scope(|scope| {
            let threads: Vec<_> = asking?
                .into_iter()
                .map(|(nth, people, line)| scope.spawn(move || ask_on(line, &people, each, nth, in_turn)))
                .collect();
            let mut all = Vec::new();
            for thread in threads {
                all.extend(thread.join().map_err(|_| Failed("a caller broke off".into()))??);
            }
            Ok(all)
        })
    }

    fn measured(&self, cluster: &Cluster, callers: Vec<Vec<Person>>) -> Result<Figures, Failed> {
        let process = self.program.id().to_string();
        let (node, database) = (spent(&process), spent_by(cluster));
        let clock = started();
        let took = self.asked(callers, EACH, false)?;
        let lasted = clock();
        Ok(Figures {
            lasted: lasted.as_secs_f64(),
            node: spent(&process) - node,
            database: spent_by(cluster) - database,
            kibibytes: kibibytes(&process, "VmRSS").unwrap_or_default(),
            took,
        })
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        // It was started here; if it has ended by itself there is nothing to end.
        let _ended_or_not = self.program.kill();
        let _waited_or_not = self.program.wait();
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Today,
    Work,
    Look,
}

type Took = (What, Duration);

/// Asks on one line, one request after the other's answer.
fn ask_on(
    mut line: TcpStream,
    people: &[Person],
    each: usize,
    nth: usize,
    in_turn: bool,
) -> Result<Vec<Took>, Failed> {
    let mut dice = Dice::new(nth as u64);
    let (mut took, mut left) = (Vec::with_capacity(each), LONGEST);
    for asked in 0..each {
        let person = &people[if in_turn { asked % people.len() } else { dice.below(people.len()) }];
        let what = match dice.below(100) {
            _ if in_turn => What::Today,
            0..80 => What::Today,
            80..95 => What::Work,
            _ => What::Look,
        };
        let request = match what {
            What::Today => format!("GET / HTTP/1.1\r\n{person}\r\n"),
            What::Look => {
                let path = dice.pick(&["/flow", "/journal"]);
                format!("GET {path} HTTP/1.1\r\n{person}\r\n")
            }
            What::Work => {
                let body = "sort=reading&title=Listening&takeaway=ask+one+question&minutes=20";
                let kind = "Content-Type: application/x-www-form-urlencoded";
                format!(
                    "POST /work HTTP/1.1\r\n{person}{kind}\r\nContent-Length: {}\r\n\r\n{body}",
                    body.len()
                )
            }
        };
        let clock = started();
        line.write_all(request.as_bytes())?;
        let answer = Answer::read(&mut line)?;
        let time = clock();
        if answer.status != if what == What::Work { 303 } else { 200 } {
            let asked = request.lines().next().unwrap_or_default();
            return Err(Failed(format!("{asked} was answered {}", answer.status)));
        }
        took.push((what, time));
        let Some(rest) = left.checked_sub(time) else { break };
        left = rest;
    }
    Ok(took)
}

struct Figures {
    lasted: f64,
    /// Seconds of a core that the node took.
    node: f64,
    /// Seconds of a core that PostgreSQL took.
    database: f64,
    kibibytes: u32,
    took: Vec<Took>,
}

impl Figures {
    fn row(&mut self, kept: &str) -> String {
        let of = |what: Option<What>| {
            let times = self.took.iter().filter(|(was, _)| what.is_none_or(|what| *was == what));
            times.map(|(_, time)| *time).collect::<Vec<_>>()
        };
        let (mut all, mut today, mut work) = (of(None), of(Some(What::Today)), of(Some(What::Work)));
        let count = f64::from(u32::try_from(all.len()).unwrap_or(u32::MAX));
        format!(
            "{:>13}{count:>10}{:>10.0}{:>19.0}{:>18.2}{:>12.2}{:>10.1}{:>10.1}{:>7.1}{:>10.1}{:>10.0}",
            if kept == "0" { "none" } else { "kept" },
            count / self.lasted,
            count / self.node,
            self.node / count * 1e3,
            self.database / count * 1e3,
            ms(part(&mut all, 50)),
            ms(part(&mut all, 99)),
            ms(part(&mut today, 50)),
            ms(part(&mut work, 50)),
            f64::from(self.kibibytes) / 1024.0
        )
    }
}

/// The seconds of a core that a process has taken (proc(5), utime and stime); none where the system tells none.
fn spent(process: &str) -> f64 {
    let told = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // The name of the program stands in brackets, and may hold anything.
    let fields = told.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(2);
    fields.filter_map(|field| field.parse::<f64>().ok()).sum::<f64>() / TICKS
}

/// The same for all processes of a PostgreSQL.
fn spent_by(cluster: &Cluster) -> f64 {
    let pid = fs::read_to_string(cluster.folder().join("data/postmaster.pid")).unwrap_or_default();
    let Some(first) = pid.lines().next() else { return 0.0 };
    let children = fs::read_to_string(format!("/proc/{first}/task/{first}/children")).unwrap_or_default();
    children.split_whitespace().chain([first]).map(spent).sum()
}

fn failed(error: impl std::fmt::Display) -> Failed {
    Failed(error.to_string())
}
