//! The app on a home network: one vault, or a few people with a vault each, who say at the door who they are. Each has a
//! house of their own, with its own desk and tickets; nobody's ticket opens another's. It makes no page.

use std::sync::Arc;

use app::desk::Desk;
use axum::Router;
use axum::extract::Request;
use axum::response::IntoResponse as _;
use axum_extra::extract::cookie::Cookie;
use tokio::net::TcpListener;
use tower::ServiceExt as _;

use crate::certificate::{Certificate, CertificateError};
use crate::house::{Home, House, Reach, limited, while_watched};
use crate::{cookies, doors, lines};

/// The cookie that says whose door a browser goes to; it opens none, and ends with the browser.
const NAME: &str = "person";

/// The app for whoever lives here.
pub struct Household {
    /// Before the doors of several people.
    porch: Option<Home>,
    homes: Vec<(String, Home)>,
}

impl Household {
    /// The one person of `home`, called by these hosts, each with its port, beside those of this machine.
    #[must_use]
    pub fn alone(home: &Home, hosts: &[String]) -> Self {
        let house = House { hosts: hosts.into(), reach: Reach::Network, ..home.house.clone() };
        Self { porch: None, homes: vec![(String::new(), Home { house })] }
    }

    /// Several people, each under a name in small letters; before their doors is `porch`, a desk without a vault.
    #[must_use]
    pub fn of(people: Vec<(String, Desk)>, porch: Desk, hosts: &[String]) -> Self {
        let hosts: Arc<[String]> = hosts.into();
        let called = |desk| Home::called(desk, hosts.clone(), Reach::Household);
        let mut porch = called(porch);
        porch.house.people = people.iter().map(|(name, _)| name.clone()).collect();
        let homes = people.into_iter().map(|(name, desk)| (name, called(desk))).collect();
        Self { porch: Some(porch), homes }
    }

    /// Everything that answers a request.
    pub fn router(&self) -> Router {
        let Some(porch) = &self.porch else {
            return self.homes.first().map(|(_, home)| home.router()).unwrap_or_default();
        };
        let porch = porch.behind_the_guard(limited(doors::before()));
        let rooms: Arc<[(String, Router)]> =
            self.homes.iter().map(|(name, home)| (name.clone(), home.router())).collect();
        Router::new().fallback(move |request: Request| {
            let asked = cookies::shown(request.headers(), NAME).filter(|_| request.uri().path() != "/who");
            let room = asked.and_then(|asked| rooms.iter().find(|(name, _)| *name == asked));
            let answer = room.map_or(&porch, |(_, room)| room).clone().oneshot(request);
            async move { answer.await.into_response() }
        })
    }
}

/// The name by which somebody is known here, if what was typed is one.
pub(crate) fn known<'a>(house: &'a House, typed: &str) -> Option<&'a str> {
    let typed = typed.trim().to_lowercase();
    house.people.iter().map(String::as_str).find(|name| *name == typed)
}

/// The cookie that leads to somebody's door.
pub(crate) fn cookie(name: &str) -> Cookie<'static> {
    cookies::cookie(NAME, name.to_owned())
}

/// Serves the app over TLS until `ends`, then locks every desk.
///
/// # Errors
/// If the certificate cannot be used.
pub async fn serve_on_network(
    household: Household,
    listener: TcpListener,
    certificate: Certificate,
    ends: impl Future<Output = ()>,
) -> Result<(), CertificateError> {
    let tls = certificate.acceptor()?;
    let router = household.router();
    let houses: Vec<House> = household.homes.into_iter().map(|(_, home)| home.house).collect();
    while_watched(&houses, lines::answer(listener, Some(tls), router, lines::FEW, ends)).await;
    Ok(())
}
