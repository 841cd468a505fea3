use super::*;

#[test]
fn verbs() {
    for (form, lemma) in [
        ("led", "lead"),
        ("driven", "drive"),
        ("set", "set"),
        ("setting", "set"),
        ("making", "make"),
        ("raised", "raise"),
        ("hoping", "hope"),
        ("hopping", "hop"),
        ("planned", "plan"),
        ("planed", "plane"),
        ("focused", "focus"),
        ("panicked", "panic"),
        ("carries", "carry"),
        ("dies", "die"),
        ("dying", "die"),
        ("tied", "tie"),
        ("falling", "fall"),
        ("filling", "fill"),
        ("agreed", "agree"),
        ("seeing", "see"),
        ("withdrew", "withdraw"),
        ("overthrown", "overthrow"),
        ("undertook", "undertake"),
        ("misled", "mislead"),
        ("rebuilt", "rebuild"),
        ("outran", "outrun"),
        ("mounted", "mount"),
        ("travelled", "travel"),
        ("occurred", "occur"),
        ("fulfilled", "fulfill"),
        ("installing", "install"),
        ("writing", "write"),
        ("seized", "seize"),
        ("forced", "force"),
        ("launches", "launch"),
        ("uses", "use"),
        ("goes", "go"),
        ("has", "have"),
        ("is", "be"),
        ("n't", "n't"),
        ("bring", "bring"),
        ("need", "need"),
        ("focus", "focus"),
        ("discuss", "discuss"),
        ("cross-referenced", "cross-reference"),
        ("fact-checking", "fact-check"),
        ("redeployed", "redeploy"),
        ("weaponized", "weaponize"),
        ("quarrelled", "quarrel"),
        ("beginning", "begin"),
        ("swinging", "swing"),
        ("singing", "sing"),
        ("lied", "lie"),
        ("lay", "lay"),
        ("left", "leave"),
        ("found", "find"),
        ("founded", "found"),
    ] {
        assert_eq!(verb(form), lemma, "{form}");
    }
}

#[test]
fn nouns() {
    for (form, lemma) in [
        ("women", "woman"),
        ("troops", "troop"),
        ("armies", "army"),
        ("movies", "movie"),
        ("series", "series"),
        ("news", "news"),
        ("knives", "knife"),
        ("crises", "crisis"),
        ("criteria", "criterion"),
        ("phenomena", "phenomenon"),
        ("buses", "bus"),
        ("churches", "church"),
        ("causes", "cause"),
        ("houses", "house"),
        ("heroes", "hero"),
        ("shoes", "shoe"),
        ("air-strikes", "air-strike"),
        ("passers-by", "passer-by"),
        ("policemen", "policeman"),
        ("children", "child"),
        ("boss", "boss"),
        ("bosses", "boss"),
        ("virus", "virus"),
        ("gas", "gas"),
        ("politics", "politics"),
        ("1990s", "1990s"),
        ("ukrainians", "ukrainian"),
        ("drones", "drone"),
        ("wolves", "wolf"),
        ("addresses", "address"),
        ("businesses", "business"),
        ("aircraft", "aircraft"),
        ("clothes", "clothes"),
        ("refugees", "refugee"),
        ("quizzes", "quiz"),
    ] {
        assert_eq!(noun(form), lemma, "{form}");
    }
}

#[test]
fn adjectives() {
    for (form, lemma) in [
        ("worse", "bad"),
        ("better", "good"),
        ("larger", "large"),
        ("biggest", "big"),
        ("happier", "happy"),
        ("later", "late"),
        ("other", "other"),
        ("former", "former"),
        ("honest", "honest"),
        ("clever", "clever"),
        ("earliest", "early"),
        ("freer", "free"),
        ("thinner", "thin"),
        ("nuclear", "nuclear"),
        ("modest", "modest"),
        ("upper", "upper"),
    ] {
        assert_eq!(adjective(form), lemma, "{form}");
    }
}

proptest::proptest! {
    #[test]
    fn any_word_has_a_lemma(word in "\\PC{0,12}(ed|ing|s|ies|er|est|men|es)?") {
        verb(&word);
        noun(&word);
        adjective(&word);
    }
}
