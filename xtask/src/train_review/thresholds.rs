//! Chooses from which score on a mark is shown, and from which with its full severity.
//!
//! It sees scores given by models that had not read the draft's writer. `threat` and `evade` lean towards recall, the
//! signs of crisis towards recall within their share of false alarms; what harmless drafts may carry binds all.

use review::tend::COLUMNS;

use super::Draft;

/// Of harmless drafts, the share that one mark may show at full severity.
const SURE_ON_HARMLESS: f64 = 0.002;
/// Of drafts without any sign of crisis, the share on which the model alone may raise one sign.
const ALARMS: f64 = 0.005;

/// The two thresholds of each column.
pub(crate) fn choose(judged: &[(&Draft, [f64; COLUMNS])]) -> [[f32; 2]; COLUMNS] {
    let mut chosen = [[0.0; 2]; COLUMNS];
    for (column, both) in chosen.iter_mut().enumerate() {
        let mut scored: Vec<(f64, bool, bool)> = judged
            .iter()
            .map(|(draft, scores)| (scores[column], draft.is(column), draft.harmless()))
            .collect();
        scored.sort_by(|left, right| right.0.total_cmp(&left.0));
        let quiet = judged.iter().filter(|(draft, _)| (10..COLUMNS).all(|sign| !draft.is(sign))).count();
        let harmless = scored.iter().filter(|(.., harmless)| *harmless).count();
        let (shown, sure) = if column >= 10 {
            let shown = within(&scored, ALARMS, quiet, |(_, is, _)| !is);
            (shown, shown)
        } else {
            let recall = if matches!(column, 7 | 8) { 1.4 } else { 1.0 };
            let shown = best(&scored, recall);
            (shown, within(&scored, SURE_ON_HARMLESS, harmless, |(.., harmless)| *harmless).max(shown))
        };
        #[expect(clippy::cast_possible_truncation, reason = "shipped as single precision")]
        let pair = [shown as f32, sure as f32];
        *both = pair;
    }
    chosen
}

/// The lowest score down to which no more than a share of `of` are false.
fn within(
    scored: &[(f64, bool, bool)],
    share: f64,
    of: usize,
    is_false: impl Fn(&(f64, bool, bool)) -> bool,
) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a count of drafts")]
    let allowed = share * of as f64;
    let mut count = 0.0;
    let mut lowest = scored.first().map_or(0.0, |first| first.0);
    for one in scored {
        count += f64::from(u8::from(is_false(one)));
        if count > allowed {
            break;
        }
        lowest = one.0;
    }
    lowest
}

/// The score from which on precision and recall are best together; `recall` says how much more recall weighs.
fn best(scored: &[(f64, bool, bool)], recall: f64) -> f64 {
    let weight = recall * recall;
    let all: f64 = scored.iter().map(|(_, is, _)| f64::from(u8::from(*is))).sum();
    let (mut hits, mut shown, mut top, mut at) = (0.0, 0.0, 0.0, 0.0);
    for (score, is, _) in scored {
        hits += f64::from(u8::from(*is));
        shown += 1.0;
        let measure = (1.0 + weight) * hits / (weight * all + shown);
        if measure > top {
            (top, at) = (measure, *score);
        }
    }
    at
}
