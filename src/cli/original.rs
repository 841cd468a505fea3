//! The source text that a translation is compared with.

use super::args::InputArgs;
use super::failure::Failure;
use super::input::{Input, inputs};
use crate::article::Article;
use crate::compare::Original;
use crate::source::{ARTICLE_LIMIT, Format, Source};
use clap::Args;
use std::path::PathBuf;

/// What the article was translated from.
#[derive(Args, Debug)]
#[command(next_help_heading = "Source text")]
pub struct OriginalArgs {
    /// The text that the article was translated from, to compare facts with it
    #[arg(long, value_name = "FILE")]
    pub source: Option<PathBuf>,
    /// Language of the source text (ISO 639-1); detected where it is not given
    #[arg(long, value_name = "CODE")]
    pub source_lang: Option<String>,
    /// Each line of the input is a pair: source, tab, translation
    #[arg(long, conflicts_with = "source")]
    pub bitext: bool,
}

impl OriginalArgs {
    /// The source text, if one is given.
    ///
    /// # Errors
    /// The file cannot be read, or there is more than one article to compare it with.
    pub fn load(&self, input: &InputArgs) -> Result<Option<Original>, Failure> {
        let Some(path) = &self.source else { return Ok(None) };
        let mut all = inputs(input)?;
        let one = match (all.next(), all.next()) {
            (Some(Ok(Input::Stdin)), None) => input.stdin_format != Format::Jsonl,
            (Some(Ok(Input::File { format, .. })), None) => format != Format::Jsonl,
            (_, Some(_)) => false,
            (_, None) => true,
        };
        if !one {
            let help = "for many, give .jsonl with `source` and `source_lang` in each line";
            return Err(Failure::new("`--source` is the source text of one article").help(help));
        }
        let format = Format::from_path(path).unwrap_or(Format::Text);
        let source = Source::open(path, format, ARTICLE_LIMIT)?;
        Ok(Some(Original { text: text(&source), language: self.source_lang.clone() }))
    }
}

/// The prose of a file: as it is, or what markup leaves of it.
fn text(source: &Source) -> String {
    if source.format == Format::Text {
        return source.text.clone();
    }
    let article = Article::read(&source.text, source.format);
    article.blocks.iter().map(|b| b.text.as_str()).collect::<Vec<_>>().join("\n\n")
}
