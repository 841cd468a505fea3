//! Tags in the notation of the treebanks and as bytes.
use super::{Form, Tag, Upos};

/// Names of [`Upos`] in treebanks, in the order of its variants.
const UPOS_NAMES: [(&str, Upos); 17] = [
    ("ADJ", Upos::Adj),
    ("ADP", Upos::Adp),
    ("ADV", Upos::Adv),
    ("AUX", Upos::Aux),
    ("CCONJ", Upos::Cconj),
    ("DET", Upos::Det),
    ("INTJ", Upos::Intj),
    ("NOUN", Upos::Noun),
    ("NUM", Upos::Num),
    ("PART", Upos::Part),
    ("PRON", Upos::Pron),
    ("PROPN", Upos::Propn),
    ("PUNCT", Upos::Punct),
    ("SCONJ", Upos::Sconj),
    ("SYM", Upos::Sym),
    ("VERB", Upos::Verb),
    ("X", Upos::X),
];

/// Every [`Form`], in the order of its variants.
const FORMS: [Form; 16] = [
    Form::None,
    Form::Sg,
    Form::Pl,
    Form::Base,
    Form::Pres,
    Form::Pres3,
    Form::Past,
    Form::Pp,
    Form::Ing,
    Form::Modal,
    Form::Comp,
    Form::Sup,
    Form::Poss,
    Form::Pers,
    Form::Wh,
    Form::Particle,
];

impl Upos {
    /// The name in treebanks and patterns (`NOUN`).
    pub fn name(self) -> &'static str {
        UPOS_NAMES.get(self as usize).map_or("X", |&(name, _)| name)
    }

    /// The part of speech with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        UPOS_NAMES.iter().find(|&&(n, _)| n == name).map(|&(_, upos)| upos)
    }
}

impl Tag {
    /// From the columns UPOS and XPOS (Penn) of a treebank; `None` if the UPOS is unknown.
    pub fn from_treebank(upos: &str, xpos: &str) -> Option<Self> {
        let upos = Upos::from_name(upos)?;
        let form = form_of(xpos);
        Some(Self { upos, form: if fits(upos, form) { form } else { Form::None } })
    }

    /// Two bytes for storage.
    pub fn to_bytes(self) -> [u8; 2] {
        [self.upos as u8, self.form as u8]
    }

    /// From [`Tag::to_bytes`]; unknown values give the default.
    pub fn from_bytes(bytes: [u8; 2]) -> Self {
        let [upos, form] = bytes;
        Self {
            upos: UPOS_NAMES.get(usize::from(upos)).map_or(Upos::default(), |&(_, upos)| upos),
            form: FORMS.get(usize::from(form)).copied().unwrap_or_default(),
        }
    }
}

/// The form behind a Penn tag.
fn form_of(xpos: &str) -> Form {
    match xpos {
        "NN" | "NNP" => Form::Sg,
        "NNS" | "NNPS" => Form::Pl,
        "VB" => Form::Base,
        "VBP" => Form::Pres,
        "VBZ" => Form::Pres3,
        "VBD" => Form::Past,
        "VBN" => Form::Pp,
        "VBG" => Form::Ing,
        "MD" => Form::Modal,
        "JJR" | "RBR" => Form::Comp,
        "JJS" | "RBS" => Form::Sup,
        "PRP$" | "WP$" | "POS" => Form::Poss,
        "PRP" => Form::Pers,
        "WDT" | "WP" | "WRB" => Form::Wh,
        "RP" => Form::Particle,
        _ => Form::None,
    }
}

/// Whether a part of speech can carry a form; the treebanks hold a few pairs that contradict each other.
fn fits(upos: Upos, form: Form) -> bool {
    use Form::*;
    match upos {
        Upos::Noun | Upos::Propn => matches!(form, Sg | Pl),
        Upos::Verb | Upos::Aux => matches!(form, Base | Pres | Pres3 | Past | Pp | Ing | Modal),
        Upos::Adj | Upos::Adv => matches!(form, Comp | Sup | Wh),
        Upos::Pron | Upos::Det => matches!(form, Poss | Pers | Wh),
        Upos::Part => form == Poss,
        Upos::Adp => form == Particle,
        Upos::Sconj => form == Wh,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_and_names_round_trip() {
        for (index, (name, upos)) in UPOS_NAMES.into_iter().enumerate() {
            assert_eq!(upos as usize, index);
            assert_eq!(Upos::from_name(name), Some(upos));
            assert_eq!(upos.name(), name);
            for (index, form) in FORMS.into_iter().enumerate() {
                assert_eq!(form as usize, index);
                let tag = Tag { upos, form };
                assert_eq!(Tag::from_bytes(tag.to_bytes()), tag);
            }
        }
    }

    #[test]
    fn penn_tags_give_forms() {
        let form = |upos, xpos| Tag::from_treebank(upos, xpos).map(|t| t.form);
        assert_eq!(form("VERB", "VBN"), Some(Form::Pp));
        assert_eq!(form("ADJ", "NNP"), Some(Form::None));
        assert_eq!(form("ADJ", "JJR"), Some(Form::Comp));
        assert_eq!(form("PART", "POS"), Some(Form::Poss));
        assert_eq!(form("NOPE", "NN"), None);
    }
}
