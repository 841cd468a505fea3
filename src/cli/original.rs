//! The source text that a translation is compared with.

use super::args::InputArgs;
use super::failure::Failure;
use super::input::{Input, inputs};
use crate::article::Article;
use crate::compare::Original;
use crate::source::{ARTICLE_LIMIT, Format, Source};
use clap::Args;
use std::path::{Path, PathBuf};

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
    /// The English text that was translated and translated back; `--source` is then the text in between, which tells on
    /// which way a fact was lost
    #[arg(long, value_name = "FILE")]
    pub original: Option<PathBuf>,
    /// Each line of the input is a pair: source, tab, translation
    #[arg(long, conflicts_with_all = ["source", "original"])]
    pub bitext: bool,
}

impl OriginalArgs {
    /// The text to compare facts with, if one is given: the English original of a back-translation, else the source.
    ///
    /// # Errors
    /// The file cannot be read, or there is more than one article to compare it with.
    pub fn load(&self, input: &InputArgs) -> Result<Option<Original>, Failure> {
        match (&self.original, &self.source) {
            (Some(path), _) => Self::read(path, Some("en"), "--original", input).map(Some),
            (None, Some(path)) => Self::read(path, self.source_lang.as_deref(), "--source", input).map(Some),
            (None, None) => Ok(None),
        }
    }

    /// The text between an English original and its back-translation, if both are given.
    ///
    /// # Errors
    /// As for [`Self::load`].
    pub fn between(&self, input: &InputArgs) -> Result<Option<Original>, Failure> {
        let Some(path) = self.source.as_ref().filter(|_| self.original.is_some()) else { return Ok(None) };
        Self::read(path, self.source_lang.as_deref(), "--source", input).map(Some)
    }

    fn read(
        path: &Path,
        language: Option<&str>,
        option: &str,
        input: &InputArgs,
    ) -> Result<Original, Failure> {
        let mut all = inputs(input)?;
        let one = match (all.next(), all.next()) {
            (Some(Ok(Input::Stdin)), None) => input.stdin_format != Format::Jsonl,
            (Some(Ok(Input::File { format, .. })), None) => format != Format::Jsonl,
            (_, Some(_)) => false,
            (_, None) => true,
        };
        if !one {
            let help = "for many, give .jsonl with `source` and `source_lang` in each line";
            return Err(Failure::new(format!("`{option}` is the source text of one article")).help(help));
        }
        let format = Format::from_path(path).unwrap_or(Format::Text);
        let source = Source::open(path, format, ARTICLE_LIMIT)?;
        Ok(Original { text: text(&source), language: language.map(str::to_owned) })
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
