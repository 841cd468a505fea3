//! How words are compared. Used by `build.rs` too, so it depends on nothing in the crate.

use std::borrow::Cow;

/// The form in which the vocabulary holds words: lower case, straight apostrophe.
pub fn fold(surface: &str) -> Cow<'_, str> {
    if surface.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        return Cow::Borrowed(surface);
    }
    Cow::Owned(surface.to_lowercase().replace(['’', '‘', 'ʼ'], "'"))
}
