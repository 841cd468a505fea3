//! A number for a finding that survives edits elsewhere in the article.

use crate::english::words::fold;
use crate::english::{Range, Sentence};

/// How many words on either side count.
const CONTEXT: usize = 2;

/// FNV-1a (Fowler, Noll, Vo), 64 bits, over the rule, the reported words and two on either side, in small
/// letters. The same on every platform and in every version.
pub(super) fn fingerprint(rule: &str, sentence: &Sentence, report: Range) -> u64 {
    let start = (report.start as usize).saturating_sub(CONTEXT);
    let end = (report.end as usize + CONTEXT).min(sentence.tokens.len());
    let mut hash = add(0xcbf2_9ce4_8422_2325, rule.as_bytes());
    for at in start..end {
        // What is reported is set off from what stands around it.
        let separator = if report.contains(at) { 1 } else { 0 };
        hash = add(hash, &[separator]);
        hash = add(hash, fold(sentence.token_text(at)).as_bytes());
    }
    hash
}

fn add(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
