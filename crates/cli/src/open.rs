//! `halflight` without a command: serves the app to this machine's browser and opens it. Nothing outside this machine
//! can reach it, unless the person asks for that.

mod network;

use std::io::{self, Write as _};
use std::net::{Ipv4Addr, SocketAddr};

use app::clock::Clock;
use app::desk::Desk;
use tokio::net::TcpListener;

use crate::exit::Failure;
use crate::vault::Place;

/// Where the app is served if nothing else is said and nobody else is there.
const PORT: u16 = 7117;

/// What opening the app takes.
#[derive(Debug, clap::Args)]
pub(crate) struct OpenArgs {
    #[command(flatten)]
    place: Place,
    /// Serve at this port of 127.0.0.1 [default: 7117, or any that is free]
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// Print the address, and open no browser
    #[arg(long)]
    no_browser: bool,
    #[command(flatten)]
    network: network::NetworkArgs,
}

pub(crate) fn run(args: &OpenArgs) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let failed = |error: io::Error| {
        Failure::work(format!("the system gave no room to work in ({})", error.kind()), "Try again later.")
    };
    runtime.map_err(failed)?.block_on(serve(args))
}

async fn serve(args: &OpenArgs) -> Result<(), Failure> {
    let desk = Desk::new(args.place.folder()?, Clock::default());
    let listener = listen(args.port).await?;
    let address = listener.local_addr()?;
    let home = web::Home::new(desk, address);
    let network = args.network.open(&args.place.folder()?, &home).await?;
    let address = format!("http://{address}/");
    let told = match &network {
        None => "Nothing outside this machine can reach it. Ctrl-C ends it.\n".to_owned(),
        Some(network) => network.told(),
    };
    // Whoever reads the first line alone, or none, does not end the app.
    let _told_or_not =
        anstream::stdout().write_all(format!("Halflight is open at {address}\n{told}").as_bytes());
    if !args.no_browser && open::that_detached(&address).is_err() {
        anstream::eprintln!("No browser could be opened; the address above opens in any.");
    }
    let on_network = async {
        match network {
            Some(network) => network.serve(told_to_end()).await,
            None => Ok(()),
        }
    };
    let on_machine = async { Ok(web::serve(home, listener, told_to_end()).await?) };
    tokio::try_join!(on_machine, on_network).map(drop)
}

/// Takes the port asked for; without one the usual, or any that is free.
async fn listen(port: Option<u16>) -> Result<TcpListener, Failure> {
    let at = |port| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    let listener = match (port, at(port.unwrap_or(PORT)).await) {
        (None, Err(_)) => at(0).await,
        (_, listener) => listener,
    };
    listener.map_err(|error| {
        Failure::work(
            format!("port {} of this machine could not be taken ({})", port.unwrap_or(PORT), error.kind()),
            "Name another with --port, or none.",
        )
    })
}

/// Ctrl-C, or the system's word to end.
pub(crate) async fn told_to_end() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    // Without a word from outside the app runs until its process ends.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
