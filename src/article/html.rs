//! HTML.
use super::Article;
/// Reads HTML.
pub fn read(text: &str) -> Article {
    super::plain::read(text)
}
