//! Reads `page|page<TAB>question` lines from standard input and prints every question whose first three hits have none of
//! the pages, then how many do; a clause's id in a page's place asks for any page on that clause. For whoever adds a page or a
//! turn of phrase.

use std::io::{Read as _, Write as _};

use guide::Guide;

fn main() -> std::io::Result<()> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let mut out = std::io::stdout().lock();
    let (mut found, mut asked) = (0, 0);
    for (pages, question) in text.lines().filter_map(|line| line.split_once('\t')) {
        let hits = Guide::english().search(question);
        let names: Vec<&str> = hits.iter().take(3).map(|hit| hit.page.name).collect();
        asked += 1;
        let on =
            |wanted: &str| hits.iter().take(3).any(|hit| hit.page.clauses().any(|id| id.as_str() == wanted));
        if pages.split('|').any(|wanted| names.contains(&wanted) || on(wanted)) {
            found += 1;
        } else {
            writeln!(out, "{question:?} wants {pages}, finds {}", names.join(", "))?;
        }
    }
    writeln!(out, "{found} of {asked}")
}
