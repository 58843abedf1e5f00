//! x
/// y
pub fn starts(_r: &history::Reading) -> String {
    String::new()
}
