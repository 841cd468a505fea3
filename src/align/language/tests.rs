use super::*;

const FRENCH: &str = "Le ministre de l'agriculture a présenté lundi un plan de soutien aux éleveurs touchés par la \
    sécheresse, qui dure depuis le printemps. Les syndicats demandent davantage.";
const GERMAN: &str = "Die Ministerin stellte am Montag einen Plan vor, der den Landwirten in den trockenen Gebieten \
    helfen soll. Die Verbände fordern jedoch deutlich mehr Geld vom Staat.";
const CROATIAN: &str = "Ministrica je u ponedjeljak predstavila plan pomoći za poljoprivrednike u sušnim krajevima. \
    Udruge traže više novca od države i brže isplate.";

fn read(paragraphs: &[&str], given: Option<&str>) -> (Option<String>, Vec<Doubt>) {
    let spoken = Spoken::of(paragraphs, given);
    assert_eq!(spoken.detected, given.is_none());
    (spoken.code.map(Into::into), spoken.doubts)
}

#[test]
fn languages_are_told() {
    for (code, text) in [
        ("fr", FRENCH),
        ("de", GERMAN),
        ("ru", "Министр представил в понедельник план помощи фермерам, пострадавшим от засухи."),
        ("el", "Ο υπουργός παρουσίασε τη Δευτέρα σχέδιο στήριξης των αγροτών στις ξηρές περιοχές."),
        ("ja", "大臣は月曜日、干ばつに見舞われた農家への支援策を発表した。"),
        ("ko", "장관은 월요일 가뭄 피해를 입은 농민들을 위한 지원책을 발표했다."),
        ("zh", "部长星期一公布了一项支持受旱灾影响的农民的计划。"),
    ] {
        assert_eq!(read(&[text], None).0.as_deref(), Some(code));
    }
}

#[test]
fn short_texts_do_not_show_their_language() {
    assert_eq!(read(&["Bonjour."], None), (None, vec![Doubt::Unknown]));
    assert_eq!(read(&[], None), (None, vec![Doubt::Unknown]));
    assert_eq!(read(&["Bonjour."], Some("de")), (Some("de".into()), vec![]));
}

#[test]
fn a_wrong_language_is_said() {
    assert_eq!(read(&[FRENCH], Some("de")).1, [Doubt::Other { given: "de".into(), seems: "fr" }]);
    assert_eq!(read(&[GERMAN], Some("ja")).1, [Doubt::Other { given: "ja".into(), seems: "de" }]);
    assert_eq!(read(&[GERMAN], Some("de-AT")), (Some("de".into()), vec![]));
    // Near languages are the business of who gives them.
    assert_eq!(read(&[CROATIAN], Some("sr")).0.as_deref(), Some("sr"));
    assert!(!read(&[CROATIAN], Some("sr")).1.iter().any(|d| matches!(d, Doubt::Other { .. })));
}

#[test]
fn a_part_in_another_language_is_said() {
    assert_eq!(read(&[FRENCH, GERMAN, FRENCH], None), (Some("fr".into()), vec![Doubt::Mixed { with: "de" }]));
    assert_eq!(read(&[FRENCH, GERMAN, FRENCH], Some("fr")).1, [Doubt::Mixed { with: "de" }]);
}

#[test]
fn codes_are_brought_into_one_form() {
    for (given, normal) in [
        ("fr", "fr"),
        ("pt-BR", "pt"),
        ("zh_Hant", "zh"),
        ("nb", "no"),
        ("deu", "de"),
        ("FRA", "fr"),
        ("", ""),
    ] {
        assert_eq!(&*normal_code(given), normal);
    }
}
