//! Values of text in any language, for those who write tables: `values <code> < lines`. The table is read from
//! `data/facts/` as it stands, so that a change needs no new build. Lines come out with their values behind a tab,
//! as `tests/languages/<code>.tsv` has them; `-c` compares what stands behind a tab with what is read.

#![allow(clippy::print_stderr)]

use std::io::{BufRead, Write};
use std::path::Path;
use traduce::fact::language::Language;
use traduce::fact::scan::{Found, read};
use traduce::fact::{Hedge, Value};

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let compare = arguments.iter().any(|a| a == "-c");
    let code = arguments.iter().find(|a| !a.starts_with('-')).map_or("fr", String::as_str);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/facts");
    let load = |name: &str| {
        std::fs::read_to_string(folder.join(name)).map(|text| &*Box::leak(text.into_boxed_str()))
    };
    let code: &'static str = Box::leak(code.to_owned().into_boxed_str());
    let english;
    let language = if code == "en" {
        Language::english()
    } else {
        let (language, wrong) = Language::foreign(code, load("common.tsv")?, load(&format!("{code}.tsv"))?);
        for line in wrong {
            eprintln!("not understood: {line}");
        }
        english = language;
        &english
    };
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let (text, expected) = line.split_once('\t').unwrap_or((&line, ""));
        let values = shown(&read(text, 0, language));
        if !compare {
            writeln!(out, "{text}\t{values}")?;
        } else if !line.starts_with('#') && !line.is_empty() && values != expected {
            writeln!(out, "{text}\n  expected {expected}\n  read     {values}")?;
        }
    }
    Ok(())
}

/// `kind value`, hedges in front, without words of polarity.
fn shown(found: &[Found]) -> String {
    let listed = found.iter().filter(|f| !matches!(f.value, Value::Change(_) | Value::Negation));
    let one = |f: &Found| {
        let hedge = if f.hedge == Hedge::None { String::new() } else { format!("{} ", f.hedge.name()) };
        format!("{hedge}{} {}", f.value.kind(), f.value)
    };
    listed.map(one).collect::<Vec<_>>().join(" | ")
}
