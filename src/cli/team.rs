//! Checks many records at once, on as many threads as the machine has cores.

use super::engine::{Checked, Engine};
use crate::article::jsonl::Record;
use crate::compare::Original;
use crate::source::{Format, ReadError};

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How much text a batch holds: enough to keep the threads busy, little enough to stay in constant memory.
const BATCH_BYTES: usize = 1 << 20;

/// How many records a batch holds at most.
const BATCH_RECORDS: usize = 1024;

/// More threads than this gain nothing: output is written by one.
const MOST: usize = 16;

/// The next records of an input, broken ones as errors; empty at its end.
pub fn next_batch(
    reader: &mut impl Iterator<Item = Result<Record, ReadError>>,
) -> Vec<Result<Record, ReadError>> {
    let (mut batch, mut bytes) = (Vec::new(), 0);
    while bytes < BATCH_BYTES && batch.len() < BATCH_RECORDS {
        let Some(record) = reader.next() else { break };
        let length = |text: &Option<String>| text.as_ref().map_or(0, String::len);
        bytes += record.as_ref().map_or(0, |r| r.text.len() + length(&r.source) + length(&r.original));
        batch.push(record);
    }
    batch
}

/// What a record is compared with: its source text, or for a round trip its English original and the text in between.
pub(super) fn originals(record: &Record, language: Option<&str>) -> (Option<Original>, Option<Original>) {
    let source = record.source.clone().map(|text| {
        let language = record.source_lang.as_deref().or(language).map(str::to_owned);
        Original { text, language }
    });
    match record.original.clone() {
        Some(text) => (Some(Original { text, language: Some("en".to_owned()) }), source),
        None => (source, None),
    }
}

/// Engines for the same rules, one a thread.
pub struct Team<'r> {
    engines: Vec<Engine<'r>>,
}

impl<'r> Team<'r> {
    /// A team of one; the others are made when there is work for them.
    pub fn new(engine: Engine<'r>) -> Self {
        Self { engines: vec![engine] }
    }

    /// The first of the team, for single articles.
    pub fn first(&mut self) -> &mut Engine<'r> {
        let Some(first) = self.engines.first_mut() else { unreachable!("a team has an engine") };
        first
    }

    /// What is found in each record, in their order; nothing for those that could not be read.
    ///
    /// `language` is that of source texts which do not say their own.
    pub fn check(
        &mut self,
        batch: &[Result<Record, ReadError>],
        language: Option<&str>,
    ) -> Vec<Option<Checked>> {
        let cores = thread::available_parallelism().map_or(1, NonZero::get).min(MOST).min(batch.len());
        while self.engines.len() < cores {
            let twin = self.first().twin();
            self.engines.push(twin);
        }
        let next = AtomicUsize::new(0);
        let take = || next.fetch_add(1, Ordering::Relaxed);
        let work = |engine: &mut Engine<'r>| {
            let mut done = Vec::new();
            let mut at = take();
            while let Some(record) = batch.get(at) {
                if let Ok(record) = record {
                    let (original, between) = originals(record, language);
                    done.push((at, engine.check_round(&record.article(), Format::Text, original, between)));
                }
                at = take();
            }
            done
        };
        let mut all: Vec<Option<Checked>> = batch.iter().map(|_| None).collect();
        let done: Vec<(usize, Checked)> = match &mut *self.engines {
            [only] => work(only),
            engines => thread::scope(|scope| {
                let threads: Vec<_> = engines.iter_mut().map(|engine| scope.spawn(|| work(engine))).collect();
                threads
                    .into_iter()
                    .flat_map(|t| t.join().unwrap_or_else(|p| std::panic::resume_unwind(p)))
                    .collect()
            }),
        };
        for (at, checked) in done {
            if let Some(place) = all.get_mut(at) {
                *place = Some(checked);
            }
        }
        all
    }
}
