//! Figures as a page shows them: drawn for a wide screen and for a narrow one, with their table.
//! It draws nothing itself: `render` does.

use render::svg::{Stand, draw};
use views::figure::Figure;

/// A figure, drawn for both widths.
pub(crate) struct Drawn {
    pub(crate) wide: String,
    pub(crate) narrow: String,
    pub(crate) figure: Figure,
}

/// Draws figures, each under a name of its own on the page.
pub(crate) fn drawn(figures: Vec<Figure>) -> Vec<Drawn> {
    figures
        .into_iter()
        .enumerate()
        .map(|(place, figure)| {
            let name = place.to_string();
            Drawn {
                wide: draw(&figure, Stand::Page(&name)),
                narrow: draw(&figure, Stand::Narrow(&name)),
                figure,
            }
        })
        .collect()
}
