//! The guide: the method in plain words, a page for each step and idea (SHELF-1), to read and to search.
//!
//! The pages are Markdown files under `guide/`, compiled in and parsed once into a small tree. Three ways lead in: "start
//! here", a question, the map; beside them an index by theme and a search that forgives misspelling. The room writes no
//! HTML and no terminal codes, rules on nothing and never leaves the machine.

mod block;
mod edition;
mod front;
mod markdown;
mod page;
mod search;
mod shelf;

pub use block::{Block, Inline, Note, Target, plain};
pub use edition::Part;
pub use front::{Front, Source};
pub use page::{Fault, Page};
pub use search::Hit;
pub use shelf::{Guide, Unfit};
