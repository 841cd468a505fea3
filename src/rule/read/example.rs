//! Examples, and wordings of the source: fields of a rule that are tables.

use super::super::raw::{RawBad, RawGood, RawOriginal, Text};
use super::{Reader, Value, did_you_mean, owned};
use toml::de::{DeTable, DeValue};

impl Reader<'_> {
    pub(super) fn bad(&mut self, value: &Value<'_>) -> Vec<RawBad<'static>> {
        match value.get_ref() {
            DeValue::Array(array) => array.iter().filter_map(|v| self.bad_text(v)).collect(),
            _ => {
                self.wrong_type("bad", value, "an array of `{ text, fix }`");
                Vec::new()
            }
        }
    }

    fn bad_text(&mut self, value: &Value<'_>) -> Option<RawBad<'static>> {
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong_type("bad", value, "a table: `{ text = \"…\", fix = \"…\" }`");
            return None;
        };
        let mut bad = RawBad { at: value.span().into(), ..RawBad::default() };
        let mut text = None;
        bad.original = self.original(table);
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "source_text" | "source_lang" => {}
                "text" => text = Some(self.string("text", value)),
                "fix" => bad.fix = self.string("fix", value),
                "more" => match self.number("more", value) {
                    Some(n) if n.value.fract() == 0.0 && (0.0..1000.0).contains(&n.value) => {
                        bad.more = n.value as u32;
                    }
                    Some(_) => self.wrong_type("more", value, "a whole number"),
                    None => {}
                },
                name => {
                    let help = did_you_mean(name, ["text", "fix", "more", "source_text", "source_lang"])
                        .unwrap_or_else(|| "fields are text, fix, more, source_text, source_lang".to_owned());
                    self.problem(key.span(), format!("unknown field `{name}`"), "", Some(help));
                }
            }
        }
        if text.is_none() {
            let help = Some("add `text = \"…\"` with `[[…]]` around what must be reported".to_owned());
            self.problem(value.span(), "`text` is missing", "", help);
        }
        bad.text = text.flatten()?;
        Some(bad)
    }

    /// Phrases by language: `{ fr = "…", es = ["…", "…"] }`.
    pub(super) fn wordings(
        &mut self,
        field: &str,
        value: &Value<'_>,
    ) -> Vec<(Text<'static>, Vec<Text<'static>>)> {
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong_type(field, value, "a table: `{ fr = \"…\", es = [\"…\", \"…\"] }`");
            return Vec::new();
        };
        let mut all = Vec::new();
        for (key, value) in table {
            let code = key.get_ref().as_ref();
            if !(code.len() == 2 && code.bytes().all(|b| b.is_ascii_lowercase())) {
                let help = Some("languages are ISO 639-1 codes: fr, es, zh".to_owned());
                self.problem(key.span(), format!("`{code}` is no language"), "", help);
            }
            all.push((owned(code, key.span()), self.one_or_more(field, value)));
        }
        all
    }

    /// `source_text` and `source_lang` of an example.
    fn original(&mut self, table: &DeTable<'_>) -> Option<RawOriginal<'static>> {
        let text = table.get("source_text").and_then(|value| self.string("source_text", value));
        let language = table.get("source_lang").and_then(|value| self.string("source_lang", value));
        text.map(|text| RawOriginal { text, language })
    }

    pub(super) fn good(&mut self, value: &Value<'_>) -> Vec<RawGood<'static>> {
        match value.get_ref() {
            DeValue::String(text) => {
                vec![RawGood { text: owned(text, value.span()), original: None }]
            }
            DeValue::Array(array) => array.iter().filter_map(|v| self.good_text(v)).collect(),
            _ => {
                self.wrong_type("good", value, "a string or an array of strings");
                Vec::new()
            }
        }
    }

    /// A string, or a table with its source text.
    fn good_text(&mut self, value: &Value<'_>) -> Option<RawGood<'static>> {
        let DeValue::Table(table) = value.get_ref() else {
            return self.string("good", value).map(|text| RawGood { text, original: None });
        };
        let original = self.original(table);
        let mut text = None;
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "source_text" | "source_lang" => {}
                "text" => text = self.string("text", value),
                name => {
                    let help = "fields are text, source_text, source_lang".to_owned();
                    self.problem(key.span(), format!("unknown field `{name}`"), "", Some(help));
                }
            }
        }
        if text.is_none() {
            self.problem(value.span(), "`text` is missing", "", None);
        }
        text.map(|text| RawGood { text, original })
    }
}
