//! `traduce fix`

use super::args::{InputArgs, RuleArgs, SelectArgs};
use super::engine::{Checked, Engine, load_rules};
use super::failure::{Failure, Status};
use super::input::{Input, inputs};
use super::output::Output;
use super::records::with_text;
use super::write::Target;
use crate::article::Article;
use crate::article::jsonl::{LINE_LIMIT, Reader};
use crate::finding::Finding;
use crate::fix::{apply, choose};
use crate::report::Origin;
use crate::report::position::Locator;
use crate::report::summary::{count, thousands};
use crate::report::text::{place_name, readable};
use crate::source::{ARTICLE_LIMIT, Format, Problem, ReadError, Source};
use clap::Args;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;

/// Apply safe fixes
#[derive(Args)]
#[command(after_help = "\
Examples:
  traduce fix --diff article.txt        show what would change
  traduce fix articles/                 apply the safe fixes
  traduce fix --offer article.txt       apply all fixes, also those that a person should choose
  traduce fix - < draft.txt > fixed.txt

Exit status: 0 nothing is left to report, 1 findings are left (with --diff: something would change),
2 an error. A file is replaced in one step or not at all.")]
pub struct Fix {
    /// Also apply suggestions that a person should choose
    #[arg(long)]
    offer: bool,
    /// Show the changes as a unified diff and write nothing
    #[arg(long)]
    diff: bool,
    /// Print errors only
    #[arg(short, long)]
    quiet: bool,
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    rules: RuleArgs,
    #[command(flatten)]
    select: SelectArgs,
}

/// More passes than any sound set of rules needs.
const MOST_PASSES: usize = 10;

struct Run<'a> {
    command: &'a Fix,
    engine: Engine<'a>,
    output: &'a mut Output,
    fixed: usize,
    changed: usize,
    left: usize,
    failed: bool,
    /// Standard output carries a text or a diff, so remarks go to standard error.
    aside: bool,
}

/// A text after the last pass.
struct Mended {
    text: String,
    /// One line for each applied suggestion.
    done: Vec<String>,
    /// One line for each finding that is left.
    left: Vec<String>,
}

impl Fix {
    pub fn run(&self, output: &mut Output) -> Result<Status, Failure> {
        let (rules, problems) = load_rules(&self.rules, output);
        let engine = Engine::new(&rules, &self.select, !self.input.no_chrome)?;
        let failed = problems > 0;
        let aside = self.diff || self.input.paths.iter().all(|p| p.as_os_str() == "-");
        let mut run = Run { command: self, engine, output, fixed: 0, changed: 0, left: 0, failed, aside };
        for input in inputs(&self.input)? {
            let done = match input {
                Ok(Input::Stdin) => run.stdin(),
                Ok(Input::File { path, format: Format::Jsonl }) => run.jsonl_file(&path),
                Ok(Input::File { path, format }) => run.file(&path, format),
                Err(failure) => Err(failure),
            };
            match done {
                Err(failure) if failure.is_broken_pipe() => return Err(failure),
                Err(failure) => run.fail(&failure),
                Ok(()) => {}
            }
        }
        run.summary()?;
        let found = if self.diff { run.fixed > 0 } else { run.left > 0 };
        Ok(Status { found, failed: run.failed })
    }
}

impl Run<'_> {
    fn file(&mut self, path: &Path, format: Format) -> Result<(), Failure> {
        let target = Target::new(path)?;
        let source = Source::open(path, format, ARTICLE_LIMIT)?;
        let origin = Origin { path: &source.name, record: None };
        let mended = self.mend(origin, &source.text, format)?;
        if self.command.diff {
            self.print_diff(&source.name, &source.text, &mended.text)?;
        } else if mended.text != source.text {
            let mut draft = target.draft()?;
            draft.write(mended.text.as_bytes())?;
            draft.commit()?;
        }
        self.account(mended)
    }

    fn stdin(&mut self) -> Result<(), Failure> {
        let args = &self.command.input;
        let (name, format) = (args.stdin_name.as_str(), args.stdin_format);
        if format == Format::Jsonl {
            return self.lines(io::stdin().lock(), name, None);
        }
        let source = Source::load(io::stdin().lock(), name, format, ARTICLE_LIMIT)?;
        let mended = self.mend(Origin { path: name, record: None }, &source.text, format)?;
        if self.command.diff {
            self.print_diff(name, &source.text, &mended.text)?;
        } else {
            self.output.out.write_all(mended.text.as_bytes())?;
        }
        self.account(mended)
    }

    fn jsonl_file(&mut self, path: &Path) -> Result<(), Failure> {
        let target = Target::new(path)?;
        let name = path.display().to_string();
        let file = File::open(path).map_err(|e| Failure::new(format!("{name}: cannot be read: {e}")))?;
        self.lines(BufReader::new(file), &name, Some(target))
    }

    /// Line by line, in constant memory. Broken lines are reported and stay as they are.
    fn lines(&mut self, mut input: impl BufRead, name: &str, target: Option<Target>) -> Result<(), Failure> {
        let (diff, mut changed) = (self.command.diff, false);
        let mut draft = if diff { None } else { target.map(Target::draft).transpose()? };
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            let limited = (&mut input).take(LINE_LIMIT + 1).read_until(b'\n', &mut line);
            limited.map_err(|e| Failure::new(format!("{name}: cannot be read: {e}")))?;
            if line.is_empty() {
                break;
            }
            if line.len() as u64 > LINE_LIMIT {
                return Err(Failure::new(format!(
                    "{name}:{number}:1: the line is too long; nothing written"
                )));
            }
            let new = self.line(&line, name, number)?;
            match (&mut draft, &new) {
                (Some(draft), _) => draft.write(new.as_deref().map_or(&line, str::as_bytes))?,
                (None, Some(new)) if diff => {
                    if !changed {
                        write!(self.output.out, "--- a/{name}\n+++ b/{name}\n")?;
                    }
                    self.print_line_diff(number, &line, new)?;
                }
                (None, _) if diff => {}
                (None, _) => self.output.out.write_all(new.as_deref().map_or(&line, str::as_bytes))?,
            }
            changed |= new.is_some();
        }
        match draft {
            Some(draft) if changed => draft.commit(),
            _ => Ok(()),
        }
    }

    /// The line with its text fixed; `None` where nothing changes.
    fn line(&mut self, line: &[u8], name: &str, number: u64) -> Result<Option<String>, Failure> {
        let record = match Reader::new(line, name, LINE_LIMIT).next() {
            None => return Ok(None),
            Some(Ok(record)) => record,
            Some(Err(ReadError { name, problem })) => {
                let problem = match problem {
                    Problem::Record { column, message, .. } => {
                        Problem::Record { line: number, column, message }
                    }
                    other => other,
                };
                self.fail(&ReadError { name, problem }.into());
                return Ok(None);
            }
        };
        let id = record.id.unwrap_or_else(|| number.to_string());
        let mended = match self.mend(Origin { path: name, record: Some(&id) }, &record.text, Format::Text) {
            Ok(mended) => mended,
            Err(failure) => {
                self.fail(&failure);
                return Ok(None);
            }
        };
        let whole = std::str::from_utf8(line).unwrap_or("");
        let new = (mended.text != record.text).then(|| with_text(whole, &mended.text)).flatten();
        self.account(mended)?;
        Ok(new)
    }

    /// Passes until nothing changes any more.
    fn mend(&mut self, origin: Origin<'_>, text: &str, format: Format) -> Result<Mended, Failure> {
        let offer = self.command.offer;
        let mut mended = Mended { text: text.to_owned(), done: Vec::new(), left: Vec::new() };
        let mut restless = Vec::new();
        for pass in 0..=MOST_PASSES {
            let Checked { findings, .. } =
                self.engine.check(&Article::read(&mended.text, format), format, None);
            let fixed = apply(&mended.text, &findings, offer);
            let mut locator = Locator::new(&mended.text);
            let mut place = |finding: &Finding| {
                let at = locator.locate(finding.span.start);
                format!("{}:{}:{}", place_name(origin), at.line, at.column)
            };
            if fixed.text == mended.text {
                let left = |f: &Finding| format!("{}: left: {} [{}]", place(f), readable(&f.message), f.rule);
                mended.left = findings.iter().map(left).collect();
                return Ok(mended);
            }
            let applied: Vec<_> = fixed.applied.iter().filter_map(|&i| findings.get(i)).collect();
            for &finding in &applied {
                let title = choose(finding, offer).map_or("", |s| &s.title);
                let change = format!("“{}” → “{title}” [{}]", finding.text, finding.rule);
                mended.done.push(format!("{}: fixed: {change}", place(finding)));
            }
            if pass > MOST_PASSES / 2 {
                restless.extend(applied.into_iter().map(|f| f.rule.clone()));
            }
            mended.text = fixed.text;
        }
        restless.sort();
        restless.dedup();
        let place = place_name(origin);
        Err(Failure::new(format!("{place}: fixes do not settle after {MOST_PASSES} passes; nothing written"))
            .help(format!("the fixes of these rules undo each other: {}", restless.join(", "))))
    }

    /// Reports what was done and what is left.
    fn account(&mut self, mended: Mended) -> Result<(), Failure> {
        self.fixed += mended.done.len();
        self.changed += usize::from(!mended.done.is_empty());
        self.left += mended.left.len();
        if !self.command.diff {
            for line in mended.done.iter().chain(&mended.left) {
                self.say(line)?;
            }
        }
        Ok(())
    }

    fn summary(&mut self) -> Result<(), Failure> {
        let verb = if self.command.diff { "would fix" } else { "fixed" };
        let fixed = count(self.fixed as u64, "finding");
        let articles = count(self.changed as u64, "article");
        let mut line = match self.fixed {
            0 => "nothing to fix".to_owned(),
            _ => format!("{verb} {fixed} in {articles}"),
        };
        if self.left > 0 {
            line.push_str(&format!(", {} left: see traduce check", thousands(self.left as u64)));
        }
        self.say(&line)
    }

    fn say(&mut self, line: &str) -> Result<(), Failure> {
        if self.command.quiet {
        } else if self.aside {
            self.output.note(line);
        } else {
            writeln!(self.output.out, "{line}")?;
        }
        Ok(())
    }

    fn print_diff(&mut self, name: &str, old: &str, new: &str) -> Result<(), Failure> {
        if old != new {
            let diff = similar::TextDiff::from_lines(old, new);
            let path = name.trim_start_matches('/');
            let (a, b) = (format!("a/{path}"), format!("b/{path}"));
            write!(self.output.out, "{}", diff.unified_diff().header(&a, &b))?;
        }
        Ok(())
    }

    /// A hunk of one line: the file as a whole need not fit into memory.
    fn print_line_diff(&mut self, number: u64, old: &[u8], new: &str) -> Result<(), Failure> {
        let out = &mut self.output.out;
        write!(out, "@@ -{number} +{number} @@\n-")?;
        out.write_all(old)?;
        if !old.ends_with(b"\n") {
            out.write_all(b"\n\\ No newline at end of file\n")?;
        }
        write!(out, "+{new}")?;
        if !new.ends_with('\n') {
            out.write_all(b"\n\\ No newline at end of file\n")?;
        }
        Ok(())
    }

    fn fail(&mut self, failure: &Failure) {
        self.failed = true;
        self.output.failure(failure);
    }
}
