//! `halflight admin`: what whoever runs the hosted edition may do. They can let in and out and take away; they cannot read.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

use guide::Guide;
use hosted::{Limits, ServerKey, Service, SignUp};
use jiff::civil::Date;
use journal::store::{Owner, StoreError};
use views::Words;
use views::papers::Said;

use super::{Behind, runtime, unfit_key};
use crate::exit::Failure;

/// So long a node may take to say that it is alive.
const PATIENCE: Duration = Duration::from_secs(4);

/// Looks after the hosted edition.
#[derive(Debug, clap::Args)]
pub(crate) struct AdminArgs {
    #[command(flatten)]
    behind: Behind,
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Make the server's key, in a file that only its owner can read; needs no database
    Key {
        /// The file
        file: PathBuf,
    },
    /// Ask a node whether it lives, at its operator's address; needs no database. Exit code 1 where it does not
    Alive {
        /// What the node was given with --operator
        #[arg(value_name = "ADDR:PORT")]
        operator: SocketAddr,
    },
    /// Say how one signs up
    SignUp {
        /// open: whoever wants to; invited: with an invitation; closed: nobody
        #[arg(value_parser = way)]
        way: SignUp,
    },
    /// Make invitations, for one person each
    Invite {
        /// So many
        #[arg(long, default_value_t = 1)]
        count: u32,
        /// Good for so many days
        #[arg(long, default_value_t = 14)]
        days: i64,
    },
    /// Let somebody answer in the talk as a guide, and pass what others write
    Guide {
        /// Their name
        name: String,
        /// No longer
        #[arg(long)]
        end: bool,
    },
    /// End every session of somebody
    SignOut {
        /// Their name
        name: String,
    },
    /// Let people ask and answer under the guide's pages, or end that
    Talk {
        /// on or off
        #[arg(value_parser = ["on", "off"])]
        on: String,
    },
    /// Write a period of the talk into a PDF: what guides have shown, of those who agreed
    TalkArchive {
        /// The first day
        #[arg(long, value_name = "DATE")]
        from: Date,
        /// The last day
        #[arg(long, value_name = "DATE")]
        to: Date,
        /// The file
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Take somebody's account away, with everything they wrote
    Remove {
        /// Their name
        name: String,
        /// Say that it is meant; nothing brings it back
        #[arg(long)]
        for_good: bool,
    },
}

fn way(name: &str) -> Result<SignUp, String> {
    SignUp::named(name).ok_or_else(|| "open, invited or closed".to_owned())
}

pub(crate) fn run(args: &AdminArgs) -> Result<(), Failure> {
    if let What::Key { file } = &args.what {
        ServerKey::make(file).map_err(|error| unfit_key(&error, &file.display().to_string()))?;
        let told = format!(
            "The server's key is in {}.\nKeep a copy of it apart from every copy of the database: whoever has one alone has \
             nothing, and without the key nobody can sign in.\n",
            file.display()
        );
        return Ok(anstream::stdout().write_all(told.as_bytes())?);
    }
    if let What::Alive { operator } = &args.what {
        let told = alive(*operator).map_err(|error| {
            let now = "See whether it runs, and whether this is what it was given with --operator.";
            Failure::work(format!("the node at {operator} does not answer ({})", error.kind()), now)
        })?;
        return Ok(anstream::stdout().write_all(told.as_bytes())?);
    }
    runtime()?.block_on(look_after(args))
}

/// What the node says of itself.
fn alive(operator: SocketAddr) -> std::io::Result<&'static str> {
    let mut line = TcpStream::connect_timeout(&operator, PATIENCE)?;
    line.set_read_timeout(Some(PATIENCE))?;
    write!(line, "GET /healthz HTTP/1.1\r\nHost: {operator}\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    line.take(1024).read_to_string(&mut answer)?;
    let lives = answer.starts_with("HTTP/1.1 200") && answer.ends_with("alive\n");
    if lives { Ok("It is alive.\n") } else { Err(ErrorKind::InvalidData.into()) }
}

async fn look_after(args: &AdminArgs) -> Result<(), Failure> {
    let service = args.behind.service(2, Limits::default()).await?;
    let told = match &args.what {
        What::Key { .. } | What::Alive { .. } => String::new(),
        What::SignUp { way } => {
            service.set_sign_up(*way).await.map_err(|error| failed(&error))?;
            format!("Signing up is {}.\n", way.name())
        }
        What::Invite { count, days } => {
            let mut codes = String::new();
            for _ in 0..*count {
                let code = service.invite(*days).await.map_err(|error| failed(&error))?;
                codes += &code.map_err(|error| Failure::work(error.to_string(), "Try again."))?;
                codes.push('\n');
            }
            codes
        }
        What::Guide { name, end } => {
            service.set_guide(owner(&service, name).await?, !end).await.map_err(|error| failed(&error))?;
            format!("{name} is {} guide.\n", if *end { "no longer a" } else { "a" })
        }
        What::SignOut { name } => {
            service.sign_out(owner(&service, name).await?).await.map_err(|error| failed(&error))?;
            format!("{name} is signed out everywhere.\n")
        }
        What::Talk { on } => {
            service.talk().set_on(on == "on").await.map_err(|error| failed(&error))?;
            format!("The talk is {on}.\n")
        }
        What::TalkArchive { from, to, out } => archive(&service, *from, *to, out).await?,
        What::Remove { name, for_good } => {
            let owner = owner(&service, name).await?;
            if !for_good {
                return Err(Failure::usage(
                    format!("{name}, and everything they wrote, would be gone"),
                    "Nothing was changed. Say --for-good if that is meant.",
                ));
            }
            service.remove(owner).await.map_err(|error| failed(&error))?;
            format!("{name} is removed. Copies of the database from before still hold what is sealed.\n")
        }
    };
    service.close().await;
    Ok(anstream::stdout().write_all(told.as_bytes())?)
}

/// Writes an archive, in its place whole or not at all.
async fn archive(service: &Service, from: Date, to: Date, out: &Path) -> Result<String, Failure> {
    if from > to {
        return Err(Failure::usage(format!("{from} comes after {to}"), "Name the first day with --from."));
    }
    let (posts, left_out) = service.talk().archive(from, to).await.map_err(|error| failed(&error))?;
    let count = posts.len();
    let said: Vec<Said> = posts
        .into_iter()
        .map(|post| Said {
            title: Guide::english()
                .page(&post.page)
                .map_or(post.page.clone(), |page| page.title().to_owned()),
            is_question: post.id == post.thread,
            thread: post.thread,
            pen: post.pen,
            is_guides: post.is_guides,
            day: post.day,
            text: post.text,
        })
        .collect();
    let paper = views::papers::talk(&Words::english(), from, to, &said, left_out);
    let set = render::pdf::pdf(&paper).map_err(|_| {
        Failure::work("the archive could not be set", "Nothing was written. Try a shorter period.")
    })?;
    let part = out.with_extension("part");
    let written = std::fs::write(&part, set).and_then(|()| std::fs::rename(&part, out));
    written.map_err(|error| {
        Failure::work(
            format!("{} could not be written ({})", out.display(), error.kind()),
            "Name another file.",
        )
    })?;
    Ok(format!("Posts in {}: {count}. Left out for want of consent: {left_out}.\n", out.display()))
}

async fn owner(service: &Service, name: &str) -> Result<Owner, Failure> {
    service.owner(name).await.map_err(|error| failed(&error))?.ok_or_else(|| {
        Failure::work(
            format!("nobody is called {name} here"),
            "See how it is written. Names cannot be listed: the database does not know them.",
        )
    })
}

fn failed(error: &StoreError) -> Failure {
    Failure::work(
        format!("the database: {error}"),
        "Nothing is half done. See whether PostgreSQL runs, and try again.",
    )
}
