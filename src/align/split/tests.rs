use super::split;
use proptest::prelude::*;

/// What is wrong: the text with a bar where sentences end must be split there, and nowhere else.
fn check(code: &str, marked: &str) -> Option<String> {
    let text = marked.replace('|', "");
    let want: Vec<&str> = marked.split('|').map(str::trim).collect();
    let found: Vec<&str> = split(&text, Some(code)).into_iter().map(|s| s.of(&text)).collect();
    (found != want).then(|| format!("{code}: {found:?}"))
}

#[test]
fn sentences_of_many_languages() {
    let table = [
        (
            "fr",
            "M. Durand est arrivé.| Il a vu 3,5 km de route, etc.| « Où allez-vous ? » a-t-il dit.| Rien.",
        ),
        ("fr", "« Nous restons. »| Le maire partira en 2020.| Il l'a dit à 16.30 h… puis il s'est tu."),
        ("es", "El Sr. Gómez llegó.| ¿Quién viene?| ¡Nadie!| EE. UU. no irá.| Fin."),
        ("it", "Il sig. Rossi è partito.| L'on. Bianchi resta; ecc. ecc.| Basta."),
        ("pt", "O Dr. Silva falou.| A Sra. Costa ouviu.| Veja a pág. 5 do livro.| Fim."),
        (
            "de",
            "Am 3. März kam Dr. Weber.| Er sagte: „Wir bleiben.“| Das war 2019.| Der 2. Weltkrieg war vorbei, z. B. hier.",
        ),
        (
            "de",
            "Ludwig XIV. Bourbon regierte lange.| Siehe Art. 5 und Nr. 7.| So etwas dieser Art.| Es kostet 5 Mio. Euro.",
        ),
        ("nl", "Dhr. De Vries kwam.| Dat kost ca. 5 euro.| Klaar."),
        ("sv", "Hon kom kl. 16.30 till torget.| Det var bl.a. Anna m.fl.| Slut."),
        ("da", "Den 3. Maj kom de.| Prisen er 5 mio. kr.| Han gik."),
        ("pl", "Spotkał się z prof. Nowakiem.| W 2019 r. odszedł.| Ul. Długa jest zamknięta."),
        ("cs", "Dne 3. Května přišel Ing. Novák.| Stálo to 5 mil. korun.| Konec."),
        (
            "ru",
            "В 2010 г. он уехал.| Им. Пушкина улица закрыта.| «Мы остаёмся!» — сказал А. С. Иванов.| Всё.",
        ),
        ("uk", "Це коштує 5 млн. грн.| Він пішов."),
        ("bg", "Г-н Петров дойде.| Д-р. Иванов остана."),
        ("el", "Ο κ. Παπαδόπουλος ήρθε.| Ποιος μένει;| Κανείς."),
        ("tr", "Dr. Yılmaz geldi.| Saat 16.30 oldu.| Bitti."),
        ("hu", "Dr. Nagy eljött.| 2016. március 3. volt.| Vége."),
        ("fi", "Hän tuli 3. maaliskuuta.| Se maksoi n. 5 euroa.| Loppu."),
        ("id", "Ia tinggal di Jl. Merdeka No. 5.| Selesai."),
        ("vi", "TS. Nam đã đến.| Hết."),
        ("ar", "وصل الوزير.| هل يبقى؟| لا أحد."),
        ("fa", "وزیر آمد.| آیا می‌ماند؟| نه."),
        ("he", "השר הגיע.| מי נשאר?| אף אחד."),
        ("hi", "मंत्री आए।| डॉ. शर्मा ने 3.5 किमी देखा।| कौन रुकेगा?| कोई नहीं।"),
        ("zh", "部长来了。|谁留下？|“我们不走。”他说。|价格是3.5元。"),
        ("zh", "“我们留下。”|市长第二天离开了城市，没有人知道他去了哪里。"),
        ("ja", "大臣が来た。|「私たちは残る。」と述べた。|誰が残るのか？|誰もいない。"),
        ("ko", "장관이 왔다.| 누가 남는가?| 3.5km를 걸었다."),
    ];
    let wrong: Vec<String> = table.iter().filter_map(|(code, marked)| check(code, marked)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_stray_mark_belongs_to_the_sentence_before_it() {
    assert_eq!(check("fr", "Il part. ---"), None);
    assert_eq!(check("de", "Er geht ...| Sie bleibt."), None);
}

proptest! {
    #[test]
    fn sentences_are_in_order_and_leave_out_nothing_but_space(text in "\\PC{0,80}|[a-zA-ZА-я0-9.!?…。「」»« \n]{0,80}") {
        for code in [None, Some("de"), Some("el"), Some("zh")] {
            let mut at = 0;
            for span in split(&text, code) {
                let (from, to) = (span.start as usize, span.end as usize);
                prop_assert!(at <= from && from < to);
                prop_assert_eq!(text[at..from].trim(), "");
                at = to;
            }
            prop_assert_eq!(text[at..].trim(), "");
        }
    }
}
