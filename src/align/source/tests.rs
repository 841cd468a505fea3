use super::*;
use proptest::prelude::*;

#[test]
fn paragraphs_and_sentences_of_plain_text() {
    let text = "La grève\n\nM. Durand est parti. Il a 45 ans.\n\n« Nous restons », dit-elle.";
    let read = SourceText::read(text, Some("fr"));
    assert_eq!(read.paragraphs, [0..1, 1..3, 3..4]);
    let sentences: Vec<&str> = (0..4).map(|at| read.sentence_text(at)).collect();
    assert_eq!(
        sentences,
        ["La grève", "M. Durand est parti.", "Il a 45 ans.", "« Nous restons », dit-elle."]
    );
    assert!(read.sentences[0].heading && !read.sentences[1].heading);
    assert_eq!(read.sentence_text(4), "");
    let found = &read.sentences[2].found;
    assert!(found.iter().any(|f| f.span.of(text).starts_with("45")), "{found:?}");
}

#[test]
fn spans_of_an_article_lead_back_to_the_input() {
    let input = "# La *grève*\n\nIl **reste**. Elle &amp; lui partent.\n";
    let read = SourceText::of_article(&Article::read(input, Format::Markdown), Some("fr"));
    assert_eq!(read.sentences.len(), 3);
    let at = |index: usize| read.original(read.sentences[index].span).of(input);
    assert_eq!((at(1), at(2)), ("Il **reste**.", "Elle &amp; lui partent."));
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,60}|[a-zéА-я0-9.!?。, \n]{0,120}") {
        for code in [None, Some("fr"), Some("zh"), Some("??")] {
            let read = SourceText::read(&text, code);
            let mut at = 0;
            for (index, paragraph) in read.paragraphs.iter().enumerate() {
                prop_assert_eq!(paragraph.start, at);
                prop_assert!(paragraph.end > at);
                at = paragraph.end;
                prop_assert!(read.sentences[paragraph.clone()].iter().all(|s| s.paragraph == index));
            }
            prop_assert_eq!(at, read.sentences.len());
            for pair in read.sentences.windows(2) {
                prop_assert!(pair[0].span.end <= pair[1].span.start);
            }
            for sentence in &read.sentences {
                prop_assert!(text.get(sentence.span.range()).is_some_and(|t| !t.trim().is_empty()));
            }
        }
    }
}
