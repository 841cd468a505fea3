use super::*;

#[test]
fn verb_paradigms() {
    for (lemma, pres3, past_form, pp, ing_form) in [
        ("lead", "leads", "led", "led", "leading"),
        ("drive", "drives", "drove", "driven", "driving"),
        ("set", "sets", "set", "set", "setting"),
        ("carry_out", "carries out", "carried out", "carried out", "carrying out"),
        ("set up", "sets up", "set up", "set up", "setting up"),
        ("omit", "omits", "omitted", "omitted", "omitting"),
        ("target", "targets", "targeted", "targeted", "targeting"),
        ("travel", "travels", "traveled", "traveled", "traveling"),
        ("focus", "focuses", "focused", "focused", "focusing"),
        ("control", "controls", "controlled", "controlled", "controlling"),
        ("mount", "mounts", "mounted", "mounted", "mounting"),
        ("repel", "repels", "repelled", "repelled", "repelling"),
        ("quit", "quits", "quit", "quit", "quitting"),
        ("quiz", "quizzes", "quizzed", "quizzed", "quizzing"),
        ("equip", "equips", "equipped", "equipped", "equipping"),
        ("fix", "fixes", "fixed", "fixed", "fixing"),
        ("play", "plays", "played", "played", "playing"),
        ("try", "tries", "tried", "tried", "trying"),
        ("die", "dies", "died", "died", "dying"),
        ("agree", "agrees", "agreed", "agreed", "agreeing"),
        ("panic", "panics", "panicked", "panicked", "panicking"),
        ("do", "does", "did", "done", "doing"),
        ("outrun", "outruns", "outran", "outrun", "outrunning"),
        ("outfight", "outfights", "outfought", "outfought", "outfighting"),
        ("veto", "vetoes", "vetoed", "vetoed", "vetoing"),
        ("be", "is", "was", "been", "being"),
    ] {
        assert_eq!(verb(lemma, VerbSlot::Base), lemma.replace('_', " "));
        assert_eq!(verb(lemma, VerbSlot::Pres3), pres3);
        assert_eq!(verb(lemma, VerbSlot::Past), past_form);
        assert_eq!(verb(lemma, VerbSlot::Pp), pp);
        assert_eq!(verb(lemma, VerbSlot::Ing), ing_form);
    }
}

#[test]
fn plurals() {
    for (lemma, form) in [
        ("air strike", "air strikes"),
        ("army", "armies"),
        ("day", "days"),
        ("attorney general", "attorneys general"),
        ("head of state", "heads of state"),
        ("woman", "women"),
        ("spokesman", "spokesmen"),
        ("crisis", "crises"),
        ("bus", "buses"),
        ("boss", "bosses"),
        ("half", "halves"),
        ("proof", "proofs"),
        ("hero", "heroes"),
        ("photo", "photos"),
        ("MP", "MPs"),
        ("German", "Germans"),
        ("Ukrainian", "Ukrainians"),
        ("news", "news"),
        ("series", "series"),
        ("ceasefire", "ceasefires"),
        ("passer-by", "passers-by"),
        ("cross-section", "cross-sections"),
        ("quiz", "quizzes"),
        ("church", "churches"),
        ("person", "people"),
        ("aircraft", "aircraft"),
        ("Kennedy", "Kennedys"),
        ("1990s", "1990s"),
    ] {
        assert_eq!(plural(lemma), form);
    }
}

#[test]
fn articles_go_by_sound() {
    for (following, expected) in [
        ("hour", "an"),
        ("honest man", "an"),
        ("heir", "an"),
        ("university", "a"),
        ("European", "a"),
        ("one-off", "a"),
        ("use", "a"),
        ("FBI agent", "an"),
        ("NATO base", "a"),
        ("U.S. envoy", "a"),
        ("8", "an"),
        ("11", "an"),
        ("18", "an"),
        ("80", "an"),
        ("1", "a"),
        ("110", "a"),
        ("11,000", "an"),
        ("1800s", "an"),
        ("8th", "an"),
        ("11th", "an"),
        ("uprising", "an"),
        ("unidentified", "an"),
        ("unified", "a"),
        ("Ukrainian", "a"),
        ("MP", "an"),
        ("MPs' vote", "an"),
        ("EU summit", "an"),
        ("UN report", "a"),
        ("\u{201c}old\u{201d}", "an"),
        ("house", "a"),
        ("umbrella", "an"),
        ("X-ray", "an"),
        ("", "a"),
        ("OPEC deal", "an"),
        ("once", "a"),
        ("euro", "a"),
        ("urgent", "an"),
        ("utter", "an"),
        ("utility", "a"),
        ("SUV", "an"),
    ] {
        assert_eq!(article(following), expected, "{following}");
    }
}

#[test]
fn possessives_and_degrees() {
    assert_eq!(possessive("Putin"), "Putin's");
    assert_eq!(possessive("troops"), "troops'");
    assert_eq!(possessive("women"), "women's");
    for (lemma, comparative, superlative) in [
        ("large", "larger", "largest"),
        ("big", "bigger", "biggest"),
        ("happy", "happier", "happiest"),
        ("bad", "worse", "worst"),
        ("serious", "more serious", "most serious"),
        ("simple", "simpler", "simplest"),
        ("quickly", "more quickly", "most quickly"),
        ("new", "newer", "newest"),
        ("deadly", "deadlier", "deadliest"),
    ] {
        assert_eq!(degree(lemma, Degree::Comparative), comparative);
        assert_eq!(degree(lemma, Degree::Superlative), superlative);
    }
}

proptest::proptest! {
    #[test]
    fn any_word_inflects(word in "\\PC{0,16}") {
        for slot in [VerbSlot::Base, VerbSlot::Pres3, VerbSlot::Past, VerbSlot::Pp, VerbSlot::Ing] {
            verb(&word, slot);
        }
        plural(&word);
        possessive(&word);
        article(&word);
        degree(&word, Degree::Comparative);
    }
}
