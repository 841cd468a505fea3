//! Fields whose values are names.

use super::Compiler;
use crate::article::BlockKind;
use crate::finding::{Kind, Safety, Severity};
use crate::rule::raw::RawRule;

const SEVERITIES: [(&str, Severity); 3] =
    [("error", Severity::Error), ("warning", Severity::Warning), ("note", Severity::Note)];

const SAFETIES: [(&str, Safety); 2] = [("safe", Safety::Safe), ("offer", Safety::Offer)];

const QUOTES: [(&str, bool); 2] = [("skip", false), ("keep", true)];

const PROSE: &[BlockKind] =
    &[BlockKind::Paragraph, BlockKind::ListItem, BlockKind::Quote, BlockKind::Caption];

const BLOCKS: [(&str, &[BlockKind]); 3] =
    [("prose", PROSE), ("heading", &[BlockKind::Heading]), ("chrome", &[BlockKind::Chrome])];

/// ISO 639-1.
const LANGUAGES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy \
    da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii \
    ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr \
    ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl \
    sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh \
    zu";

impl Compiler<'_> {
    pub(super) fn kind(&mut self, raw: &RawRule<'_>) -> Option<Kind> {
        let Some(text) = &raw.kind else {
            let help = "add `kind = \"…\"` to the rule or to `[defaults]`".to_owned();
            self.problem(raw.at, "`kind` is missing", Some(help));
            return None;
        };
        self.named("kind", text, &Kind::ALL.map(|kind| (kind.name(), kind)))
    }

    pub(super) fn severity(&mut self, raw: &RawRule<'_>) -> Option<Severity> {
        raw.severity.as_ref().and_then(|text| self.named("severity", text, &SEVERITIES))
    }

    pub(super) fn safety(&mut self, raw: &RawRule<'_>) -> Safety {
        raw.safety.as_ref().and_then(|text| self.named("safety", text, &SAFETIES)).unwrap_or(Safety::Offer)
    }

    pub(super) fn in_quotes(&mut self, raw: &RawRule<'_>) -> bool {
        raw.quotes.as_ref().and_then(|text| self.named("treatment of quotes", text, &QUOTES)).unwrap_or(false)
    }

    pub(super) fn blocks(&mut self, raw: &RawRule<'_>) -> Vec<BlockKind> {
        let Some(texts) = &raw.blocks else {
            return PROSE.iter().copied().chain([BlockKind::Heading]).collect();
        };
        texts.iter().filter_map(|text| self.named("block", text, &BLOCKS)).flatten().copied().collect()
    }

    pub(super) fn pivot(&mut self, raw: &RawRule<'_>) {
        let texts = raw.pivot.as_deref().unwrap_or(&[]);
        for text in texts {
            if !LANGUAGES.split_whitespace().any(|code| code == text.text) {
                let message = format!("`{}` is no ISO 639-1 language code", text.text);
                self.problem(text.at, message, Some("two small letters: `fr`, `de`, `ru`".to_owned()));
            }
        }
    }
}
