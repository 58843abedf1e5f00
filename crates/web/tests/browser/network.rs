//! A household on a home network, over TLS: two people on one phone, each at their own door.

use crate::house::{Life, PASSPHRASE, Served};
use crate::looks::Look;
use crate::person::{Visitor, walk_served};

async fn goes_to_the_door_of(visitor: &Visitor, name: &str) {
    visitor.goes("/who").await;
    visitor.is_at("Who are you?").await;
    visitor.types("Name", name).await;
    visitor.taps("Go on").await;
}

#[tokio::test]
async fn two_people_keep_a_vault_each_and_neither_sees_the_others() {
    walk_served(Look::ALL, Life::New, Served::Network, async |visitor| {
        goes_to_the_door_of(visitor, "Anna").await;
        visitor.sees("The line between this device and that machine is sealed.").await;
        visitor.taps("Begin").await;
        visitor.is_at("Safety comes first").await;
        visitor.goes("/start/keep").await;
        visitor.types("Passphrase", PASSPHRASE).await;
        visitor.types("Once more", PASSPHRASE).await;
        visitor.taps("Seal and keep").await;
        visitor.is_at("The recovery code").await;
        visitor.taps("Later").await;
        visitor.goes("/people").await;
        visitor.types("Name", "Rosamunde").await;
        visitor.ticks("This is somebody other than my partner").await;
        visitor.taps("Add").await;
        visitor.sees("Rosamunde").await;
        goes_to_the_door_of(visitor, "ben").await;
        visitor.is_at("You want them back. This helps you do less.").await;
        visitor.goes("/people").await;
        visitor.does_not_see("Rosamunde").await;
        goes_to_the_door_of(visitor, "anna").await;
        visitor.is_at("What is happening?").await;
        visitor.taps("Lock").await;
        visitor.is_at("Open").await;
        visitor.presses("Who on this network can see what").await;
        visitor.sees("They can try names as well.").await;
        visitor.taps("I am somebody else").await;
        visitor.is_at("Who are you?").await;
    })
    .await;
}
