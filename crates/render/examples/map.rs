//! Prints the map with a stage and a next skill named on the command line, to look at it.

use std::io::Write as _;

use method::event::{Skill, Stage};
use method::map::OnTheMap;

fn main() -> std::io::Result<()> {
    let named: Vec<String> = std::env::args().skip(1).collect();
    let stage = named.iter().find_map(|name| Stage::named(name));
    let next = named.iter().rev().find_map(|name| Skill::named(name));
    let map = views::guide::map(&views::Words::english(), Some(OnTheMap { stage, next }));
    std::io::stdout().write_all(render::map::map(&map, render::svg::Stand::Alone).as_bytes())
}
