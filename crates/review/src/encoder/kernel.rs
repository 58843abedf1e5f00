//! The arithmetic of the encoder: products of whole numbers, and the few functions of real ones that it needs.
//!
//! Every sum has one order and nothing is fused, so a text has the same numbers on every machine. It knows no words.

/// The largest step of a number that was made whole: sums of 1 536 products with steps of 127 stay below 2³¹.
const MOST: f32 = 8191.0;
/// The widest row.
pub(crate) const WIDEST: usize = 1536;
/// Rows that are multiplied together: they stay close at hand.
const GROUP: usize = 16;
/// Numbers that are summed side by side.
const LANES: usize = 8;

/// Rows of numbers made whole, each row with its step.
pub(crate) struct Whole {
    numbers: Vec<i16>,
    steps: Vec<f32>,
    width: usize,
}

impl Whole {
    pub(crate) fn of(rows: &[f32], width: usize) -> Self {
        let mut numbers = Vec::with_capacity(rows.len());
        let mut steps = Vec::with_capacity(rows.len() / width.max(1));
        for row in rows.chunks_exact(width.max(1)) {
            let most = row.iter().fold(1e-9_f32, |most, number| most.max(number.abs()));
            let to_whole = MOST / most;
            #[expect(clippy::cast_possible_truncation, reason = "at most 8191 by its scale")]
            numbers.extend(row.iter().map(|number| {
                let scaled = number * to_whole;
                (scaled + if scaled < 0.0 { -0.5 } else { 0.5 }) as i16
            }));
            steps.push(most / MOST);
        }
        Self { numbers, steps, width }
    }
}

/// Weights as they lie in the data: a row an output, each with a step and an offset.
pub(crate) struct Weights {
    pub(crate) rows: &'static [u8],
    pub(crate) steps: Vec<f32>,
    pub(crate) offsets: Vec<f32>,
}

/// Gives every row of `of` its products with the weights: as many numbers a row as the weights have rows.
///
/// The sums are of whole numbers, so they are the same however many the machine forms at once.
pub(crate) fn multiply(of: &Whole, weights: &Weights) -> Vec<f32> {
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("avx2") {
        #[expect(unsafe_code, reason = "half the time; the machine was asked the line before")]
        // SAFETY: the function asks nothing but AVX2, which is there.
        return unsafe { multiply_wide(of, weights) };
    }
    multiply_plain(of, weights)
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn multiply_wide(of: &Whole, weights: &Weights) -> Vec<f32> {
    multiply_plain(of, weights)
}

#[expect(clippy::inline_always, reason = "so that each caller has it in its own instructions")]
#[inline(always)]
fn multiply_plain(of: &Whole, weights: &Weights) -> Vec<f32> {
    let outputs = weights.steps.len();
    let mut products = vec![0.0; of.steps.len() * outputs];
    let mut wide = [0_i16; WIDEST];
    let wide = &mut wide[..of.width.min(WIDEST)];
    let groups = of.numbers.chunks(GROUP * of.width).zip(of.steps.chunks(GROUP));
    for ((numbers, steps), products) in groups.zip(products.chunks_mut(GROUP * outputs)) {
        for (output, row) in weights.rows.chunks_exact(of.width).enumerate().take(outputs) {
            for (wide, byte) in wide.iter_mut().zip(row) {
                *wide = i16::from(byte.cast_signed());
            }
            let (step, offset) = (weights.steps[output], weights.offsets[output]);
            let mut token = 0;
            for (four, steps) in numbers.chunks(4 * of.width).zip(steps.chunks(4)) {
                let sums = products_of_four(wide, four, of.width);
                for (sum, own) in sums.iter().zip(steps) {
                    #[expect(clippy::cast_precision_loss, reason = "a sum of products, then scaled")]
                    let sum = *sum as f32;
                    products[token * outputs + output] = sum * (step * own) + offset;
                    token += 1;
                }
            }
        }
    }
    products
}

/// The sums of the products of one row with up to four; they cannot overflow by what `MOST` says.
#[expect(clippy::inline_always, reason = "so that each caller has it in its own instructions")]
#[inline(always)]
fn products_of_four(row: &[i16], four: &[i16], width: usize) -> [i32; 4] {
    let mut sums = [0_i32; 4];
    if four.len() == 4 * width && row.len() == width {
        let (head, tail) = four.split_at(2 * width);
        let ((first, second), (third, fourth)) = (head.split_at(width), tail.split_at(width));
        let pairs = first.iter().zip(second).zip(third.iter().zip(fourth));
        for (weight, ((first, second), (third, fourth))) in row.iter().zip(pairs) {
            for (sum, number) in sums.iter_mut().zip([first, second, third, fourth]) {
                *sum = sum.wrapping_add(i32::from(*weight).wrapping_mul(i32::from(*number)));
            }
        }
    } else {
        for (sum, one) in sums.iter_mut().zip(four.chunks_exact(width)) {
            *sum = row.iter().zip(one).fold(0, |sum: i32, (left, right)| {
                sum.wrapping_add(i32::from(*left).wrapping_mul(i32::from(*right)))
            });
        }
    }
    sums
}

/// The sum of the products of real numbers, in eight lanes.
pub(crate) fn dot(left: &[f32], right: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; LANES];
    for (left, right) in left.chunks_exact(LANES).zip(right.chunks_exact(LANES)) {
        for (lane, (left, right)) in lanes.iter_mut().zip(left.iter().zip(right)) {
            *lane += left * right;
        }
    }
    across(&lanes)
}

fn across(lanes: &[f32; LANES]) -> f32 {
    ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]))
}

/// Brings each row to mean nought and spread one, then to the scale and the offset of its column.
pub(crate) fn level(rows: &mut [f32], scale: &[f32], offset: &[f32]) {
    let width = scale.len();
    #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
    let count = width as f32;
    for row in rows.chunks_exact_mut(width) {
        let mut lanes = [0.0_f32; LANES];
        for eight in row.chunks_exact(LANES) {
            for (lane, number) in lanes.iter_mut().zip(eight) {
                *lane += number;
            }
        }
        let mean = across(&lanes) / count;
        for number in row.iter_mut() {
            *number -= mean;
        }
        let spread = (dot(row, row) / count + 1e-12).sqrt();
        for (number, (scale, offset)) in row.iter_mut().zip(scale.iter().zip(offset)) {
            *number = *number / spread * scale + offset;
        }
    }
}

/// Turns a row of scores into shares that sum to one.
pub(crate) fn shares(row: &mut [f32]) {
    let most = row.iter().fold(f32::MIN, |most, number| most.max(*number));
    let mut sum = 0.0;
    for number in row.iter_mut() {
        *number = exp(*number - most);
        sum += *number;
    }
    for number in row.iter_mut() {
        *number /= sum;
    }
}

/// The exponential of a number that is not above nought, to six digits.
pub(crate) fn exp(number: f32) -> f32 {
    let turns = number.max(-80.0) * std::f32::consts::LOG2_E;
    #[expect(clippy::cast_possible_truncation, reason = "at least -116")]
    let whole = (turns - 0.5) as i32;
    #[expect(clippy::cast_precision_loss, reason = "at least -116")]
    let rest = (turns - whole as f32) * std::f32::consts::LN_2;
    let series =
        1.0 + rest * (1.0 + rest * (0.5 + rest * (1.0 / 6.0 + rest * (1.0 / 24.0 + rest * (1.0 / 120.0)))));
    series * f32::from_bits((127 + whole).cast_unsigned() << 23)
}

/// Where the table of `bend` ends; beyond, the function is nought or the number itself.
const FAR: f32 = 6.0;
/// Entries of the table for one.
const FINE: f32 = 256.0;

/// The Gaussian error unit, x·Φ(x), read off a table in straight lines.
pub(crate) struct Bend(Vec<f32>);

impl Bend {
    pub(crate) fn new() -> Self {
        let entries = 0..=3072_u16;
        Self(
            entries
                .map(|entry| {
                    let x = f64::from(entry) / f64::from(FINE) - f64::from(FAR);
                    #[expect(clippy::cast_possible_truncation, reason = "kept in single precision")]
                    let value = (x * 0.5 * libm::erfc(-x * std::f64::consts::FRAC_1_SQRT_2)) as f32;
                    value
                })
                .collect(),
        )
    }

    pub(crate) fn each(&self, numbers: &mut [f32]) {
        for number in numbers {
            *number = match *number {
                x if x <= -FAR => 0.0,
                x if x >= FAR => x,
                x => {
                    let place = (x + FAR) * FINE;
                    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 3072")]
                    let entry = place as usize;
                    #[expect(clippy::cast_precision_loss, reason = "0 to 3072")]
                    let rest = place - entry as f32;
                    let low = self.0.get(entry).copied().unwrap_or_default();
                    low + rest * (self.0.get(entry + 1).copied().unwrap_or(low) - low)
                }
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponential_is_that_of_the_library() {
        for n in 0..800_u16 {
            let x = -f32::from(n) / 10.0;
            let true_one = libm::expf(x);
            assert!((exp(x) - true_one).abs() <= true_one * 1e-5, "{x}: {} {true_one}", exp(x));
        }
    }

    #[test]
    fn the_table_bends_as_the_error_function_does() {
        let bend = Bend::new();
        for n in -700_i16..700 {
            let x = f32::from(n) / 93.0;
            let mut one = [x];
            bend.each(&mut one);
            let true_one = x * 0.5 * (1.0 + libm::erff(x * std::f32::consts::FRAC_1_SQRT_2));
            assert!((one[0] - true_one).abs() < 1e-5, "{x}: {} {true_one}", one[0]);
        }
    }

    #[test]
    fn products_of_whole_numbers_are_near_those_of_real_ones() {
        static ROWS: [u8; 16] = [127, 3, 0, 129, 5, 6, 7, 8, 1, 1, 1, 1, 255, 255, 255, 255];
        let weights = Weights { rows: &ROWS, steps: vec![0.01, 0.1], offsets: vec![0.5, -1.0] };
        let row = [0.3, -0.2, 0.9, 0.11, -0.5, 0.75, 0.0, 1.0];
        let products = multiply(&Whole::of(&row, 8), &weights);
        for (output, product) in products.iter().enumerate() {
            let signed = ROWS[output * 8..][..8].iter().map(|byte| f32::from(byte.cast_signed()));
            let sum: f32 = signed.zip(row).map(|(weight, number)| weight * number).sum();
            let true_one = sum * weights.steps[output] + weights.offsets[output];
            assert!((product - true_one).abs() < 1e-3, "{product} {true_one}");
        }
    }

    #[test]
    fn products_are_the_same_however_many_are_formed_at_once() {
        static ROWS: [u8; 3 * 40] = [173; 3 * 40];
        let weights = Weights { rows: &ROWS, steps: vec![0.01, 0.1, 0.7], offsets: vec![0.5, -1.0, 0.0] };
        let rows: Vec<f32> = (0..80_u8).map(|n| libm::sinf(f32::from(n)) * 3.0).collect();
        let whole = Whole::of(&rows, 40);
        assert_eq!(multiply(&whole, &weights), multiply_plain(&whole, &weights));
    }
}
