//! `halflight serve` and `halflight admin`: the hosted edition, for whoever runs it for many people. It passes options on
//! and puts errors into words; what it serves is the same app.

mod admin;

use std::io::{self, IsTerminal as _};
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use app::clock::Clock;
use hosted::{Database, DatabaseError, KeyError, Limits, ServerKey, Service};
use tokio::net::TcpListener;
use web::{Certificate, Hosted, Lines};

use crate::exit::Failure;

pub(crate) use admin::AdminArgs;
pub(crate) use admin::run as administer;

/// Where the database is and what seals.
#[derive(Debug, clap::Args)]
struct Behind {
    /// Where the database is.
    #[arg(
        long,
        value_name = "URL",
        global = true,
        help = "The PostgreSQL, as postgres://USER@HOST/NAME [default: HALFLIGHT_DATABASE]"
    )]
    database: Option<String>,
    /// What seals.
    #[arg(
        long,
        value_name = "FILE",
        global = true,
        help = "The server's key, made with `halflight admin key` [default: HALFLIGHT_KEY_FILE]"
    )]
    key_file: Option<PathBuf>,
}

impl Behind {
    async fn service(&self, connections: u32, limits: Limits) -> Result<Service, Failure> {
        let said = |name: &str| std::env::var(name).ok().filter(|said| !said.is_empty());
        let address = self.database.clone().or_else(|| said("HALFLIGHT_DATABASE")).ok_or_else(|| {
            Failure::usage("no database is named", "Give --database URL, or set HALFLIGHT_DATABASE.")
        })?;
        let file = self.key_file.clone().or_else(|| said("HALFLIGHT_KEY_FILE").map(PathBuf::from));
        let file = file.ok_or_else(|| {
            let now = "Make one with `halflight admin key FILE`, and give it with --key-file or HALFLIGHT_KEY_FILE.";
            Failure::usage("no server's key is named", now)
        })?;
        let key = ServerKey::read(&file).map_err(|error| unfit_key(&error, &file.display().to_string()))?;
        let database = Database::at(&address, connections).map_err(|error| away(&error))?;
        database.bring_up().await.map_err(|error| away(&error))?;
        Ok(Service::new(database, key, Clock::default(), limits))
    }
}

fn unfit_key(error: &KeyError, file: &str) -> Failure {
    let now = match error {
        KeyError::Open => "Let its owner alone read it: chmod 600.",
        KeyError::Io(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            "A key is there already, and is left as it is. Name another file."
        }
        _ => "Make one with `halflight admin key FILE`.",
    };
    Failure::work(format!("{file}: {error}"), now)
}

/// What the database said, without its address: a password may stand in that.
fn away(error: &DatabaseError) -> Failure {
    let now = match error {
        DatabaseError::Address(_) => "It begins with postgres:// and names a user, a host and a database.",
        DatabaseError::Newer(_) => "A newer Halflight has used it. Run that one.",
        DatabaseError::Store(_) => {
            "See whether PostgreSQL runs, and whether this user may make tables in it."
        }
    };
    Failure::work(format!("the database: {error}"), now)
}

/// What serving for many takes.
#[derive(Debug, clap::Args)]
pub(crate) struct ServeArgs {
    #[command(flatten)]
    behind: Behind,
    /// Answer at this address
    #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:7118")]
    listen: SocketAddr,
    /// A name by which browsers call the service, with its port where that is not 443; once for each
    #[arg(long = "host", value_name = "HOST[:PORT]", required = true)]
    hosts: Vec<String>,
    /// The certificate, in PEM
    #[arg(long, value_name = "FILE", requires = "tls_key", conflicts_with = "proxies")]
    tls_cert: Option<PathBuf>,
    /// Its key, in PEM
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// A proxy that seals the lines, by its address; from it alone X-Forwarded-For is taken. Once for each
    #[arg(long = "behind-proxy", value_name = "IP")]
    proxies: Vec<IpAddr>,
    /// Answer /healthz, /readyz and /metrics here, for the operator alone
    #[arg(long, value_name = "ADDR:PORT")]
    operator: Option<SocketAddr>,
    /// So many connections to the database at most
    #[arg(long, value_name = "N", default_value_t = 16)]
    connections: u32,
    /// Keep so many vaults open for two minutes after a request; 0 keeps none in memory
    #[arg(long, value_name = "N", default_value_t = Limits::default().warm)]
    keep_open: usize,
}

pub(crate) fn run(args: &ServeArgs) -> Result<(), Failure> {
    watched();
    runtime()?.block_on(serve(args))
}

fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|error| {
        Failure::work(
            format!("the system gave no room to work in ({})", error.kind()),
            "See how many processes and files it allows.",
        )
    })
}

/// Lines of what happens, to standard error: for programs to read, unless a person looks on. Of the rooms that never say
/// anything of anybody, and of no others.
fn watched() {
    use tracing_subscriber::filter::{LevelFilter, Targets};
    use tracing_subscriber::layer::SubscriberExt as _;
    use tracing_subscriber::util::SubscriberInitExt as _;
    let ours =
        Targets::new().with_target("web", LevelFilter::INFO).with_target("halflight", LevelFilter::INFO);
    let lines = tracing_subscriber::fmt::layer().with_writer(io::stderr).with_target(false);
    let whole = tracing_subscriber::registry().with(ours);
    if io::stderr().is_terminal() {
        whole.with(lines).init();
    } else {
        whole.with(lines.json().flatten_event(true)).init();
    }
}

async fn serve(args: &ServeArgs) -> Result<(), Failure> {
    let certificate = match (&args.tls_cert, &args.tls_key) {
        (Some(certificate), Some(key)) => Some(Certificate::read(certificate, key).map_err(|error| {
            Failure::work(format!("the certificate: {error}"), "Give it and its key as two files in PEM.")
        })?),
        _ => None,
    };
    if certificate.is_none() && args.proxies.is_empty() && !args.listen.ip().is_loopback() {
        return Err(Failure::usage(
            format!("at {} everybody on the way could read every word", args.listen),
            "Give --tls-cert and --tls-key; or put a proxy that seals the lines before it and name it with --behind-proxy.",
        ));
    }
    let limits = Limits { warm: args.keep_open, ..Limits::default() };
    let service = args.behind.service(args.connections, limits).await?;
    let listener = bound(args.listen).await?;
    let address = listener.local_addr()?;
    let operator = match args.operator {
        Some(address) => Some(bound(address).await?),
        None => None,
    };
    let told = match &operator {
        Some(operator) => format!("Its operator's pages are at http://{}/\n", operator.local_addr()?),
        None => String::new(),
    };
    let whole = format!("Halflight answers at {address}\n{told}");
    let _told_or_not = io::Write::write_all(&mut anstream::stdout(), whole.as_bytes());
    let hosted = Hosted::new(service, &args.hosts, &args.proxies, true);
    let lines = Lines { listener, certificate, operator };
    web::serve_hosted(hosted, lines, crate::open::told_to_end()).await.map_err(|error| {
        Failure::work(format!("the certificate: {error}"), "Give a key that belongs to the certificate.")
    })
}

async fn bound(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| {
        let now = "Name an address of this machine, and a port that is free.";
        Failure::work(format!("{address} could not be taken ({})", error.kind()), now)
    })
}
