//! Round trips: an English original, the text in between, the back-translation.

use crate::finding::{Basis, Finding};

/// Says of each difference between an original and its back-translation on which way it arose, as far as the text in
/// between shows: `witness` holds what was found when the back-translation was compared with that.
pub(super) fn testify(findings: &mut [Finding], witness: &[Finding]) {
    let differs =
        |finding: &Finding| witness.iter().any(|w| w.basis == Basis::Source && w.span.overlaps(finding.span));
    for finding in findings.iter_mut().filter(|f| f.basis == Basis::Source) {
        let way = if differs(finding) {
            "The text in between contradicts the back-translation, too: this arose on the way back."
        } else {
            "The text in between does not contradict the back-translation here: this arose on the way there."
        };
        finding.why = Some(match finding.why.take() {
            Some(why) => format!("{way} {why}"),
            None => way.to_owned(),
        });
    }
}
