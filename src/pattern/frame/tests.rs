use super::*;
use crate::pattern::testing::{Fixture, sentence};

const LISTS: &[(&str, &str)] = &[
    ("attacks", "air strike\nassault\nattack\nraid\n"),
    ("forces", "army\nforce\ntroop\n"),
    ("obstacles", "barrier\nhurdle\nobstacle\n"),
    ("territory", "area\nland\nterritory\n"),
    ("verbs", "announce\ncarry out\nset up\n"),
];

/// Frame, sentence, what is found (as shown, nothing if it must not match).
#[rustfmt::skip]
const TABLE: &[(&str, &str, &str)] = &[
    // Voice and clause type
    ("abolish obj:@obstacles", "They abolished an obstacle.", "[abolished] abolished an obstacle · verb=abolished obj=an obstacle"),
    ("abolish obj:@obstacles", "The last hurdle has been abolished.", "[abolished] The last hurdle has been abolished · verb=abolished obj=The last hurdle"),
    ("abolish obj:@obstacles", "The barriers that they abolished were old.", "[abolished] The barriers that they abolished · verb=abolished obj=The barriers"),
    ("abolish obj:@obstacles", "The obstacles abolished by the army are back.", "[abolished] The obstacles abolished · verb=abolished obj=The obstacles"),
    ("abolish obj:@obstacles", "He wants to abolish every barrier.", "[abolish] abolish every barrier · verb=abolish obj=every barrier"),
    ("abolish obj:@obstacles", "By abolishing the barriers he won.", "[abolishing] abolishing the barriers · verb=abolishing obj=the barriers"),
    ("abolish obj:@obstacles", "They abolished taxes and barriers.", "[abolished] abolished taxes and barriers · verb=abolished obj=barriers"),
    ("abolish obj:@obstacles", "They abolished the tax despite the obstacles.", ""),
    ("abolish subj:@forces", "The barrier was abolished by the army.", "[abolished] abolished by the army · verb=abolished subj=the army"),
    // Particles
    ("set_up obj:@attacks", "They set up several attacks.", "[set up] set up several attacks · verb=set+up obj=several attacks"),
    ("set_up obj:@attacks", "They set the attacks up.", "[set the attacks up] set the attacks up · verb=set+up obj=the attacks"),
    ("set_up obj:@attacks", "The attacks they set up failed.", "[set up] The attacks they set up · verb=set+up obj=The attacks"),
    ("set obj:@attacks", "They set up several attacks.", ""),
    ("@verbs obj:@attacks", "They carried out a raid.", "[carried out] carried out a raid · verb=carried+out obj=a raid"),
    ("@verbs obj:@attacks", "They announced an air strike.", "[announced] announced an air strike · verb=announced obj=an air strike"),
    // Prepositions
    ("lead obj:@forces of:@territory", "He led the forces of most of the territory.", "[led] led the forces of most of the territory · verb=led obj=the forces of=of(most of the territory)"),
    ("lead obj:@forces of:most|part", "He led the forces of most of the territory.", "[led] led the forces of most of the territory · verb=led obj=the forces of=of(most of the territory)"),
    ("drive obj:_ out_of:@territory", "They drove the army out of the area.", "[drove] drove the army out of the area · verb=drove obj=the army out_of=out of(the area)"),
    ("go to|into:@territory", "They went into the area.", "[went] went into the area · verb=went into=into(the area) to=into(the area)"),
    ("go !to", "They went into the area.", "[went] went · verb=went"),
    ("go !to", "They went to the area.", ""),
    ("go !to:@territory", "They went to the office.", "[went] went · verb=went"),
    ("go to?:_", "They went home.", "[went] went · verb=went"),
    ("go prep:@territory", "They went across the land.", "[went] went across the land · verb=went prep=across(the land)"),
    // Other roles of verbs
    ("give iobj:pron obj:_", "They gave him weapons.", "[gave] gave him weapons · verb=gave iobj=him obj=weapons"),
    ("say that:_", "He said that it failed.", "[said] said · verb=said"),
    ("want inf:_", "He wants to leave.", "[wants] wants · verb=wants"),
    ("stop ing:_", "He stopped smoking.", "[stopped] stopped · verb=stopped"),
    ("ask wh:_", "He asked whether it failed.", "[asked] asked · verb=asked"),
    ("be pred:late", "He was late.", "[was] was late · verb=was pred=late"),
    ("fall adv:sharply", "Prices fell sharply.", "[fell] fell sharply · verb=fell adv=sharply"),
    ("set_up obj:@attacks", "They set up a series of attacks.", "[set up] set up a series of attacks · verb=set+up obj=a series of attacks"),
    // Fillers
    ("see obj:=Rome", "They saw Rome.", "[saw] saw Rome · verb=saw obj=Rome"),
    ("see obj:#country", "They saw France.", "[saw] saw France · verb=saw obj=France"),
    ("see obj:#country", "They saw a dog.", ""),
    ("see obj:NOUN.pl", "They saw dogs.", "[saw] saw dogs · verb=saw obj=dogs"),
    ("see obj:pron", "They saw him.", "[saw] saw him · verb=saw obj=him"),
    ("see obj:def", "They saw the dog.", "[saw] saw the dog · verb=saw obj=the dog"),
    ("see obj:def", "They saw a dog.", ""),
    ("see obj:indef", "They saw a dog.", "[saw] saw a dog · verb=saw obj=a dog"),
    ("see obj:bare", "They saw big dogs.", "[saw] saw big dogs · verb=saw obj=big dogs"),
    ("see obj:bare", "They saw the dogs.", ""),
    ("see obj:pl&has:big", "They saw big dogs.", "[saw] saw big dogs · verb=saw obj=big dogs"),
    ("see obj:pl&has:big", "They saw small dogs.", ""),
    ("see obj:sg", "They saw dogs.", ""),
    ("see obj:(dog|cat)&!pl", "They saw the cat.", "[saw] saw the cat · verb=saw obj=the cat"),
    ("see obj:air_strike", "They saw the air strikes.", "[saw] saw the air strikes · verb=saw obj=the air strikes"),
    ("see obj:%lower", "They saw Rome.", ""),
    // Properties
    ("abolish obj:_ %passive", "The tax was abolished.", "[abolished] The tax was abolished · verb=abolished obj=The tax"),
    ("abolish obj:_ !%passive", "The tax was abolished.", ""),
    ("abolish %active", "They abolished it.", "[abolished] abolished · verb=abolished"),
    ("abolish %negated", "They did not abolish it.", "[abolish] abolish · verb=abolish"),
    ("abolish %affirmative", "They did not abolish it.", ""),
    ("abolish %finite", "They want to abolish it.", ""),
    ("abolish %inf", "They want to abolish it.", "[abolish] abolish · verb=abolish"),
    ("abolish %ing", "Abolishing it is hard.", "[Abolishing] Abolishing · verb=Abolishing"),
    ("abolish %participle", "The obstacles abolished by the army are back.", "[abolished] abolished · verb=abolished"),
    ("abolish %perfect", "They have abolished it.", "[abolished] abolished · verb=abolished"),
    ("abolish %modal", "They must abolish it.", "[abolish] abolish · verb=abolish"),
    ("abolish %title", "They must abolish it.", ""),
    // Nouns
    ("ribbon.n of:@territory", "They took a ribbon of land.", "[ribbon] ribbon of land · noun=ribbon of=of(land)"),
    ("ribbon.n of:@territory", "They took a ribbon of silk.", ""),
    ("lever.n mod-of:effect", "It has a lever effect.", "[lever] a lever effect · noun=lever mod-of=a lever effect"),
    ("effect.n mod:lever", "It has a lever effect.", "[effect] lever effect · noun=effect mod=lever"),
    ("army.n det:the", "He joined the army.", "[army] the army · noun=army det=the"),
    ("army.n !det", "He joined the army.", ""),
    ("troop.n poss:#city", "Moscow's troops left.", "[troops] Moscow's troops · noun=troops poss=Moscow"),
    ("meeting.n verb:lead", "He led a meeting.", "[meeting] led a meeting · noun=meeting verb=led"),
    ("air_strike.n on:_", "The air strike on the town failed.", "[air strike] air strike on the town · noun=air strike on=on(the town)"),
    ("decision.n inf:_", "The decision to leave was wrong.", "[decision] decision · noun=decision"),
    // Adjectives
    ("responsible.a of:_", "He is responsible of the army.", "[responsible] responsible of the army · adj=responsible of=of(the army)"),
    ("responsible.a of:_", "The officials responsible of the area left.", "[responsible] responsible of the area · adj=responsible of=of(the area)"),
    ("responsible.a of:_", "He is responsible for the army.", ""),
    ("responsible.a subj:@forces", "The army is responsible.", "[responsible] The army is responsible · adj=responsible subj=The army"),
    ("big.a mod-of:@attacks", "They made big raids.", "[big] big raids · adj=big mod-of=big raids"),
    ("late.a adv:very", "It is very late.", "[late] very late · adj=late adv=very"),
];

#[test]
fn every_role_is_filled_as_it_should() {
    let mut faults = Vec::new();
    for (frame, text, expected) in TABLE {
        let mut fixture = Fixture::new(LISTS);
        let program = fixture.frame(frame);
        let sentence = sentence(&fixture, text);
        let found = find(&program, &View::new(&sentence, &fixture.lists));
        let shown: Vec<String> = found.iter().map(|m| m.show(&sentence).to_string()).collect();
        if shown.join(" ; ") != *expected {
            let chunks: Vec<&str> =
                sentence.parsed().nps.iter().map(|np| sentence.range_text(np.range)).collect();
            faults.push(format!(
                "{frame}: {text}\n  found {shown:?}\n  not   {expected}\n  nps {chunks:?} {:?} {:?}",
                sentence.parsed().pps,
                sentence.parsed().clauses
            ));
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}
