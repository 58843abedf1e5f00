//! The safety plan made one's own. By the person's choice it also stands on the help page, where no passphrase is asked.
//! It writes no part for the person.

use app::desk::Stage;
use askama::Template;
use method::Event;
use method::care::people::names_partner;
use method::event::{Plan, PlanPart};
use views::plan::Part;

use super::{Answer, Inside, Sent};
use crate::house::Reach;
use crate::page::{Shell, Trouble, go, render};

#[derive(Template)]
#[template(path = "plan.html")]
struct PlanPage<'a> {
    shell: Shell<'a>,
    parts: Vec<Part>,
    outside: bool,
    kept: bool,
    reach: Reach,
}

pub(super) async fn page(inside: Inside) -> Answer {
    let present = inside.present()?;
    let page = PlanPage {
        shell: inside.shell("page-plan"),
        parts: views::plan::parts(inside.words(), &present),
        outside: !inside.desk.unsealed().plan().is_empty(),
        // In a database with others nothing lies outside the seal.
        kept: inside.desk.stage() == Stage::Open && !inside.house.reach.is_hosted(),
        reach: inside.house.reach,
    };
    Ok(render(&page))
}

/// Writes down what changed, and keeps the help page's copy as the person chose.
pub(super) async fn keep(Sent { mut inside, fields }: Sent) -> Answer {
    let present = inside.present()?;
    let before = views::plan::parts(inside.words(), &present);
    let mut events = Vec::new();
    let mut texts = Vec::new();
    for (part, before) in PlanPart::ALL.iter().copied().zip(before) {
        let text = fields.boxed(part.name())?.unwrap_or_default();
        let turns_to = matches!(part, PlanPart::Places | PlanPart::People | PlanPart::Professionals);
        if turns_to && names_partner(&present, &text) {
            // Words of danger are never lost in a refusal (CARE-8).
            return if app::noticed(&text).is_quiet() { Err(Trouble::Partner) } else { Ok(go("/help")) };
        }
        texts.push(text.to_string());
        if *text != *before.text {
            events.push(Event::Plan(Plan { part, text }));
        }
    }
    let answer = inside.write(events, "/plan").await?;
    if inside.desk.stage() == Stage::Open {
        texts.retain(|text| !text.is_empty() && fields.ticked("outside"));
        inside.desk.put_plan_outside(&texts).map_err(|_| Trouble::Outside)?;
    }
    Ok(answer)
}
