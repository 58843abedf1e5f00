//! Figures by week: what a drawing shows, the same in words for whoever does not see it, and as a table.
//! It draws nothing: `render` does.

use crate::Words;

/// A figure: one or more bands of weekly columns, one above the other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// What it is, in one line.
    pub title: String,
    /// What it shows, for whoever does not see it.
    pub description: String,
    /// Its bands, from the top.
    pub bands: Vec<Band>,
    /// The Monday of each week, as `6 January 2025`.
    pub weeks: Vec<String>,
    /// Where a month begins, by place of its first week, with its short name; January carries its year.
    pub months: Vec<(usize, String)>,
    /// The highest value of any week; the bands share it.
    pub most: f64,
    /// The same as it is written beside the band.
    pub most_told: String,
    /// What to bear in mind, in a few words at its foot.
    pub foot: String,
    /// The heading of the table's first column.
    pub week: String,
}

/// Whose columns a band has; each has its own look, and its name beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voice {
    /// The partner's.
    #[default]
    Partner,
    /// One's own.
    Me,
}

/// One band.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Band {
    /// Its name.
    pub name: String,
    /// Whose it is.
    pub voice: Voice,
    /// The values by week; `None` where nothing is known.
    pub values: Vec<Option<f64>>,
    /// The changes of level.
    pub marks: Vec<Mark>,
}

impl Band {
    /// A band without changes of level.
    pub(crate) const fn plain(name: String, voice: Voice, values: Vec<Option<f64>>) -> Self {
        Self { name, voice, values, marks: Vec::new() }
    }
}

/// A change of level.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The first week of the new level, by place.
    pub at: usize,
    /// The earliest week it may have been.
    pub earliest: usize,
    /// The latest.
    pub latest: usize,
    /// `from 5.2 to 2.1 a week`
    pub label: String,
}

impl Figure {
    /// The rows of a table: the week, and the value of each band; a dash where nothing is known.
    #[must_use]
    pub fn rows(&self, words: &Words) -> Vec<(String, Vec<String>)> {
        let value = |band: &Band, week: usize| match band.values.get(week).copied().flatten() {
            Some(value) if value.fract() == 0.0 => format!("{value:.0}"),
            Some(value) => format!("{value:.1}").replace('.', &words.say("decimal-mark")),
            None => "–".to_owned(),
        };
        let row = |(place, week): (usize, &String)| {
            (week.clone(), self.bands.iter().map(|band| value(band, place)).collect())
        };
        self.weeks.iter().enumerate().map(row).collect()
    }

    /// Sets what the bands share: the highest value, at least one.
    #[must_use]
    pub(crate) fn measured(mut self) -> Self {
        let values = self.bands.iter().flat_map(|band| &band.values).flatten().copied();
        self.most = values.fold(1.0, f64::max);
        self.most_told = format!("{:.0}", self.most);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_says_a_dash_where_nothing_is_known() {
        let band = Band { values: vec![Some(3.0), None, Some(1.25)], ..Band::default() };
        let weeks = ["a", "b", "c"].map(String::from).to_vec();
        let figure = Figure { bands: vec![band], weeks, ..Figure::default() }.measured();
        let rows: Vec<String> =
            figure.rows(&Words::english()).into_iter().map(|(_, values)| values.concat()).collect();
        assert_eq!((rows.join(" "), figure.most_told.as_str()), ("3 – 1.2".to_owned(), "3"));
        let german = figure.rows(&Words::of(crate::Language::German));
        assert_eq!(german.last().map(|(_, values)| values.concat()).as_deref(), Some("1,2"));
    }
}
