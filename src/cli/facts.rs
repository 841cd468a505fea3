//! `traduce facts`

use super::args::InputArgs;
use super::article::{Reading, articles};
use super::failure::{Failure, Status};
use super::input::inputs;
use super::original::OriginalArgs;
use super::output::Output;
use crate::compare::{Comparison, Original};
use crate::english::parse::document;
use crate::english::words::Words;
use crate::fact::LazyLedger;
use crate::report::{beside, facts, sheet};
use crate::text::vocab::Vocabulary;
use clap::{Args, ValueEnum};
use std::io::Write;

/// List every number, date, name and quote of an article, for checking by hand
#[derive(Args)]
#[command(after_help = "\
Examples:
  traduce facts article.txt
  traduce facts article.md --format markdown > check-list.md
  traduce facts article.en.txt --source article.fr.txt

With a source text, each line says what became of a fact: kept, changed, lost, added.
Each line says where it stands, what is written, the value, and where the same value or name stands again.")]
pub struct Facts {
    /// As a table, a check-list, or one JSON object an article
    #[arg(long, value_enum, default_value_t = SheetFormat::Text)]
    format: SheetFormat,
    #[command(flatten)]
    source: OriginalArgs,
    #[command(flatten)]
    input: InputArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum SheetFormat {
    Text,
    Markdown,
    Json,
}

impl Facts {
    pub fn run(&self, output: &mut Output) -> Result<Status, Failure> {
        let mut status = Status::default();
        let original = self.source.load(&self.input)?;
        for input in inputs(&self.input)? {
            match input {
                Ok(input) => {
                    status.failed |= articles(&input, &self.input, output, |out, r| {
                        self.article(out, r, original.as_ref().or(r.original.as_ref()))
                    })?;
                }
                Err(failure) => {
                    status.failed = true;
                    output.failure(&failure);
                }
            }
        }
        Ok(status)
    }

    fn article(
        &self,
        output: &mut Output,
        reading: &Reading<'_>,
        original: Option<&Original>,
    ) -> Result<(), Failure> {
        let Reading { origin, text, article, .. } = reading;
        let vocabulary = Vocabulary::default();
        let document = document(article, &mut Words::new(&vocabulary));
        let out = &mut output.out;
        if let Some(original) = original {
            let original = Original {
                language: original.language.clone().or_else(|| self.source.source_lang.clone()),
                ..original.clone()
            };
            let comparison = Comparison::new(&document, &LazyLedger::new(&document), &original);
            let entries = beside::entries(article, &document, text, &comparison);
            match self.format {
                SheetFormat::Text => {
                    out.write_all(beside::text(*origin, &entries, &comparison).as_bytes())?
                }
                SheetFormat::Markdown => {
                    out.write_all(beside::markdown(*origin, &entries, &comparison).as_bytes())?;
                }
                SheetFormat::Json => beside::json(out, *origin, &entries, &comparison)?,
            }
            return Ok(());
        }
        let entries = facts::entries(article, &document, text);
        match self.format {
            SheetFormat::Text => out.write_all(sheet::text(*origin, &entries).as_bytes())?,
            SheetFormat::Markdown => out.write_all(sheet::markdown(*origin, &entries).as_bytes())?,
            SheetFormat::Json => facts::json(out, *origin, entries.iter().filter(|e| e.is_listed()))?,
        }
        Ok(())
    }
}
