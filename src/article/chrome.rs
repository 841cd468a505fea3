//! Website text.
use super::Article;
/// Marks blocks.
pub fn mark(_: &mut Article) {}
