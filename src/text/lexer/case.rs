//! How a token is capitalised.
use super::super::Case;

/// The capitalisation of a token. Each part of a hyphenated or apostrophised word may have a capital of its
/// own in a title-case word (`Saint-Denis`, `O'Neill`).
pub fn case_of(token: &str) -> Case {
    let mut upper = 0u32;
    let mut lower = 0u32;
    let mut first_upper = false;
    let mut inner_upper = false;
    let mut part_start = true;
    for c in token.chars() {
        if c.is_lowercase() {
            lower += 1;
            part_start = false;
        } else if c.is_uppercase() {
            if upper + lower == 0 {
                first_upper = true;
            } else if !part_start {
                inner_upper = true;
            }
            upper += 1;
            part_start = false;
        } else {
            part_start = c != '_' && !c.is_numeric();
        }
    }
    match (upper, lower) {
        (0, 0) => Case::None,
        (0, _) => Case::Lower,
        (1, 0) => Case::Title,
        (_, 0) => Case::Upper,
        _ if first_upper && !inner_upper => Case::Title,
        _ => Case::Mixed,
    }
}
