//! Serves the app in the language that nobody speaks, at <http://127.0.0.1:7118>, over a folder that goes away: to look at
//! pages whose words are long and run from right to left. `cargo run -p web --example pseudo`

use app::clock::Clock;
use app::desk::{Desk, Folder};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let folder = tempfile::tempdir()?;
    let desk = Desk::new(Folder::at(folder.path().join("vault")), Clock::default());
    let listener = TcpListener::bind("127.0.0.1:7118").await?;
    let home = web::Home::new(desk, listener.local_addr()?).speaking(views::Words::pseudo());
    web::serve(home, listener, std::future::pending()).await
}
