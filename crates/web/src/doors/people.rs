//! People to turn to instead of the partner (CARE-3). The partner is never one of them: the person says so themselves.

use app::desk::Stage;
use app::vault::Outside;
use askama::Template;
use method::Event;
use method::care::people::is_partner;
use method::event::{Change, Person, PersonCan};
use views::people::Someone;

use super::{Answer, Inside, Sent};
use crate::fields::Unread;
use crate::house::Reach;
use crate::page::{Shell, Trouble, go, render};

#[derive(Template)]
#[template(path = "people.html")]
struct PeoplePage<'a> {
    shell: Shell<'a>,
    people: Vec<Someone>,
    /// Who can be called from the help page without a passphrase.
    outside: Option<Outside>,
    kept: bool,
    reach: Reach,
    plans: Vec<String>,
}

pub(super) async fn page(inside: Inside) -> Answer {
    let present = inside.present()?;
    let people = views::people::list(inside.words(), &present);
    let outside = inside.desk.unsealed().person();
    // In a database with others nothing lies outside the seal.
    let kept = inside.desk.stage() == Stage::Open && !inside.house.reach.is_hosted();
    let (plans, reach) = (views::work::plans(&present), inside.house.reach);
    Ok(render(&PeoplePage { shell: inside.shell("page-people"), people, outside, kept, reach, plans }))
}

pub(super) async fn add(Sent { mut inside, fields }: Sent) -> Answer {
    if !fields.ticked("another") {
        return Err(Unread("another").into());
    }
    let person = Person {
        name: fields.boxed("name")?.ok_or(Unread("name"))?,
        phone: fields.boxed("phone")?,
        can: fields.named("can", PersonCan::named)?,
    };
    if is_partner(&inside.present()?, &person.name, person.phone.as_deref()) {
        return Err(Trouble::Partner);
    }
    inside.write(vec![Event::Person(person)], "/people").await
}

pub(super) async fn remove(Sent { mut inside, fields }: Sent) -> Answer {
    let id = fields.boxed("id")?.ok_or(Unread("id"))?;
    let answer = inside.write(vec![Event::Retract { id }], "/people").await?;
    inside.desk.take_in().map_err(|_| Trouble::Outside)?;
    Ok(answer)
}

/// A plan to tell somebody of the list, and not the partner (CARE-3, CARE-6): a change of one's own.
pub(super) async fn instead(Sent { mut inside, fields }: Sent) -> Answer {
    let present = inside.present()?;
    let id = fields.must("id", |id| Some(id.to_owned()))?;
    let someone = views::people::list(inside.words(), &present).into_iter().find(|someone| someone.id == id);
    let someone = someone.ok_or(Unread("id"))?;
    let words = inside.words();
    let if_then = words.say_with("people-instead-plan", &[("name", someone.name.into())]);
    let change = Change { name: words.say("people-instead").into(), if_then: Some(if_then.into()) };
    inside.write(vec![Event::Change(change)], "/people").await
}

/// Puts one of the people outside the seal, so that the help page can show whom to call, or takes them in again.
pub(super) async fn outside(Sent { inside, fields }: Sent) -> Answer {
    if inside.desk.stage() != Stage::Open {
        return Err(Trouble::NotNow);
    }
    let present = inside.present()?;
    let id = fields.text("id").unwrap_or_default();
    let someone = views::people::list(inside.words(), &present).into_iter().find(|someone| someone.id == id);
    let chosen = someone.filter(|someone| !id.is_empty() && !someone.dialled.is_empty());
    let outside = chosen.map(|someone| Outside { name: someone.name, phone: someone.phone });
    inside.desk.put_outside(outside.as_ref()).map_err(|_| Trouble::Outside)?;
    Ok(go("/people"))
}
