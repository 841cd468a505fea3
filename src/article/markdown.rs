//! Markdown.
use super::Article;
/// Reads Markdown.
pub fn read(text: &str) -> Article {
    super::plain::read(text)
}
