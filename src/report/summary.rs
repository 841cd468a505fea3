//! The closing line: how many findings, in how many words, and the language the text came through.

use crate::finding::{Finding, Severity};

/// What was found so far, over any number of articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    articles: usize,
    with_findings: usize,
    words: u64,
    errors: usize,
    warnings: usize,
    notes: usize,
    /// Likely pivot of each article that has one, with its evidence; in order of first appearance.
    pivots: Vec<Pivot>,
}

/// The language that an article was likely translated through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pivot {
    /// ISO 639-1.
    pub language: String,
    /// Findings typical of it.
    pub evidence: usize,
    /// Findings of the article.
    pub findings: usize,
}

impl Summary {
    /// Counts an article in.
    pub fn add(&mut self, findings: &[Finding], words: u32, pivot: Option<Pivot>) {
        self.articles += 1;
        self.with_findings += usize::from(!findings.is_empty());
        self.words += u64::from(words);
        for finding in findings {
            match finding.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Note => self.notes += 1,
            }
        }
        self.pivots.extend(pivot);
    }

    /// How many articles were read.
    pub const fn articles(&self) -> usize {
        self.articles
    }

    /// How many findings there are.
    pub const fn findings(&self) -> usize {
        self.errors + self.warnings + self.notes
    }

    /// The line, without line break.
    pub fn line(&self) -> String {
        let place = if self.articles == 1 {
            format!("in {}", count(self.words, "word"))
        } else if self.findings() == 0 {
            format!("in {} of {}", count(self.words, "word"), count(self.articles as u64, "article"))
        } else {
            let articles = count(self.articles as u64, "article");
            format!(
                "in {} of {articles}, {}",
                thousands(self.with_findings as u64),
                count(self.words, "word")
            )
        };
        let mut line = match self.by_severity() {
            Some(parts) => format!("{} ({parts}) {place}", count(self.findings() as u64, "finding")),
            None => format!("no findings {place}"),
        };
        if let Some(pivot) = self.pivot() {
            line.push_str(" · likely translated through ");
            line.push_str(&pivot);
        }
        line
    }

    fn by_severity(&self) -> Option<String> {
        let counts = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")];
        let parts: Vec<String> =
            counts.iter().filter(|(n, _)| *n > 0).map(|(n, name)| count(*n as u64, name)).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    fn pivot(&self) -> Option<String> {
        match self.pivots.as_slice() {
            [] => None,
            [only] if self.articles == 1 => Some(format!(
                "{} ({} of {})",
                language(&only.language),
                only.evidence,
                count(only.findings as u64, "finding")
            )),
            many => {
                let mut counts: Vec<(&str, usize)> = Vec::new();
                for pivot in many {
                    match counts.iter_mut().find(|(language, _)| *language == pivot.language) {
                        Some((_, n)) => *n += 1,
                        None => counts.push((&pivot.language, 1)),
                    }
                }
                counts.sort_by_key(|(language, n)| (std::cmp::Reverse(*n), *language));
                let parts = counts.iter().map(|(code, n)| format!("{} ({n})", language(code)));
                Some(parts.collect::<Vec<_>>().join(", "))
            }
        }
    }
}

/// `1 finding`, `1,204 words`.
pub fn count(n: u64, noun: &str) -> String {
    format!("{} {noun}{}", thousands(n), if n == 1 { "" } else { "s" })
}

/// `1,204`.
pub fn thousands(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The English name of a language; its code where it is not a language that news is often translated from.
pub fn language(code: &str) -> &str {
    match code {
        "ar" => "Arabic",
        "az" => "Azerbaijani",
        "be" => "Belarusian",
        "bg" => "Bulgarian",
        "bs" => "Bosnian",
        "ca" => "Catalan",
        "cs" => "Czech",
        "da" => "Danish",
        "de" => "German",
        "el" => "Greek",
        "es" => "Spanish",
        "et" => "Estonian",
        "fa" => "Persian",
        "fi" => "Finnish",
        "fr" => "French",
        "gl" => "Galician",
        "he" => "Hebrew",
        "hi" => "Hindi",
        "hr" => "Croatian",
        "hu" => "Hungarian",
        "id" => "Indonesian",
        "is" => "Icelandic",
        "it" => "Italian",
        "ja" => "Japanese",
        "ka" => "Georgian",
        "kk" => "Kazakh",
        "ko" => "Korean",
        "lt" => "Lithuanian",
        "lv" => "Latvian",
        "mk" => "Macedonian",
        "ms" => "Malay",
        "nl" => "Dutch",
        "no" => "Norwegian",
        "pl" => "Polish",
        "pt" => "Portuguese",
        "ro" => "Romanian",
        "ru" => "Russian",
        "sk" => "Slovak",
        "sl" => "Slovene",
        "sq" => "Albanian",
        "sr" => "Serbian",
        "sv" => "Swedish",
        "th" => "Thai",
        "tr" => "Turkish",
        "uk" => "Ukrainian",
        "ur" => "Urdu",
        "vi" => "Vietnamese",
        "zh" => "Chinese",
        other => other,
    }
}
