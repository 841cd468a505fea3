//! One frame finds the same error in every construction: active, passive, relative clause (with and without
//! its pronoun), participle, infinitive, gerund, coordinated objects, words in between. Ten frames, each with
//! the innocent sentences that look most alike.

#![allow(clippy::unwrap_used)]

use std::fs;
use traduce::article::Article;
use traduce::finding::Finding;
use traduce::lint::{Engine, LintOptions};
use traduce::rule::load;
use traduce::source::Format;

/// A rule, the sentences in which it must report the words in `[[…]]`, and those in which it must be silent.
struct Table {
    frame: &'static str,
    suggest: &'static str,
    found: &'static [&'static str],
    silent: &'static [&'static str],
}

const TABLES: &[Table] = &[
    Table {
        frame: "set_up|put_up obj:@attacks",
        suggest: "\"mount~$verb\"",
        found: &[
            "The rebels [[set up]] an attack on the base.",
            "Three raids were [[set up]] by the rebels.",
            "The attacks that the rebels [[set up]] failed.",
            "The attacks the rebels had [[set up]] failed.",
            "An attack [[set up]] by the rebels failed.",
            "The rebels wanted to [[set up]] an attack.",
            "He was accused of [[setting up]] attacks.",
            "They [[set up]] ambushes and raids along the road.",
            "The army quickly [[set up]] several small attacks.",
            "The rebels, who had [[set up]] a new offensive, withdrew.",
        ],
        silent: &["The rebels set up a camp near the base.", "They set up tents and fled the attack."],
    },
    Table {
        frame: "abolish|suppress obj:@obstacles",
        suggest: "\"remove~$verb\"",
        found: &[
            "The ministers [[abolished]] an obstacle to the talks.",
            "The last hurdle was [[abolished]] on Monday.",
            "An obstacle that has been [[abolished]] cannot return.",
            "The barriers they [[suppressed]] were old.",
            "They hope to [[abolish]] every obstacle.",
            "[[Abolishing]] the obstacles took years.",
            "The law [[abolishes]] the remaining barriers and hurdles.",
            "The obstacle has finally, after years, been [[abolished]].",
            "The minister, who [[abolished]] the barrier, resigned.",
        ],
        silent: &["Parliament abolished the tax.", "The obstacle remained after the tax was abolished."],
    },
    Table {
        frame: "lead|bring obj:@forces of:@territories",
        suggest: "{ verb = \"drive~$verb\", of = \"out of\" }",
        found: &[
            "The army [[led the rebels of]] the region.",
            "The rebels were [[led of]] the region.",
            "The troops that the army [[led of]] the territory fled.",
            "They wanted to [[lead the soldiers of]] the province.",
            "After [[leading the troops of]] the town, they stopped.",
            "The army [[led rebels and soldiers of]] the territory.",
        ],
        silent: &["He led the talks of the rebels."],
    },
    Table {
        frame: "pronounce obj:@speeches",
        suggest: "\"deliver~$verb\"",
        found: &[
            "The president [[pronounced]] a speech in Lyon.",
            "A long speech was [[pronounced]] by the minister.",
            "The speech that he [[pronounced]] shocked many.",
            "The speech he [[pronounced]] shocked many.",
            "The speech [[pronounced]] in Lyon shocked many.",
            "She was invited to [[pronounce]] an address.",
            "Before [[pronouncing]] his speech, he prayed.",
            "He [[pronounced]] a speech and an address.",
            "She [[pronounced]], to general surprise, a short speech.",
        ],
        silent: &["He pronounced the name badly.", "The judge pronounced sentence after the speech."],
    },
    Table {
        frame: "celebrate obj:@meetings",
        suggest: "\"hold~$verb\"",
        found: &[
            "The parties [[celebrated]] a meeting on Friday.",
            "The meeting was [[celebrated]] in Quito.",
            "The meeting which they [[celebrated]] was short.",
            "The meeting they [[celebrated]] was short.",
            "A meeting [[celebrated]] in Quito was short.",
            "They plan to [[celebrate]] a summit.",
            "They spoke of [[celebrating]] a meeting.",
            "They will [[celebrate]] a summit and a meeting.",
            "They [[celebrated]] yesterday an urgent meeting.",
        ],
        silent: &["The fans celebrated the victory.", "They celebrated after the meeting."],
    },
    Table {
        frame: "investigate subj:@forces obj:@defenses",
        suggest: "\"probe~$verb\"",
        found: &[
            "The army [[investigated]] the defenses of the city.",
            "The defenses were [[investigated]] by the army.",
            "The defenses that the army [[investigated]] held.",
            "The troops continued to [[investigate]] Russian defenses.",
            "The army kept [[investigating]] the positions and defenses.",
        ],
        silent: &["The committee investigated the defenses.", "The army investigated the murder."],
    },
    Table {
        frame: "emit obj:@documents",
        suggest: "\"issue~$verb\"",
        found: &[
            "The ministry [[emitted]] a statement.",
            "A warrant was [[emitted]] by the court.",
            "The statement the ministry [[emitted]] was short.",
            "The warrant [[emitted]] on Monday was void.",
            "The court refused to [[emit]] a warrant.",
            "[[Emitting]] a statement would not help.",
        ],
        silent: &["The engine emitted smoke.", "The statement said the plant emitted gas."],
    },
    Table {
        frame: "realize obj:@attacks",
        suggest: "\"carry_out~$verb\"",
        found: &[
            "The group [[realized]] an attack in May.",
            "The attack was [[realized]] by two men.",
            "The attacks that the group [[realized]] shook the city.",
            "The raid [[realized]] by the group failed.",
            "They planned to [[realize]] an attack.",
        ],
        silent: &["They realized the attack had failed.", "He realized his mistake after the attack."],
    },
    Table {
        frame: "depose obj:@complaints",
        suggest: "\"file~$verb\"",
        found: &[
            "The family [[deposed]] a complaint.",
            "A complaint was [[deposed]] by the family.",
            "The complaint the family [[deposed]] was rejected.",
            "The complaint [[deposed]] in June was rejected.",
            "They want to [[depose]] a complaint.",
        ],
        silent: &["The generals deposed the president.", "The president was deposed after a complaint."],
    },
    Table {
        frame: "win|gain obj:terrain",
        suggest: "{ verb = \"gain~$verb\", obj = \"ground\" }",
        found: &[
            "The rebels [[won terrain]] in the east.",
            "The army is [[winning terrain]].",
            "They hoped to [[win terrain]].",
            "They spoke of [[winning terrain]].",
        ],
        silent: &["The rebels won the battle.", "The rugged terrain won praise."],
    },
];

/// Sentences that a frame ought to match and does not, with the frame's number: what the tagger or the chunker
/// takes for something else. A sentence that is found one day belongs in [`TABLES`]; the test says so.
const KNOWN_MISSES: &[(usize, &str)] = &[
    // The gerund is chunked as a modifier of the noun.
    (9, "Winning terrain was hard."),
    // `pleased critics`, `angered farmers` are taken for noun phrases, the object of the relative verb.
    (3, "The speech that he pronounced pleased critics."),
    (3, "The speech which he pronounced angered farmers."),
    // `wide applause` is taken for an adverb and a verb.
    (3, "She pronounced, to wide applause, a short speech."),
];

const LISTS: &[(&str, &str)] = &[
    ("attacks", "ambush\nattack\noffensive\nraid\n"),
    ("obstacles", "barrier\nhurdle\nobstacle\n"),
    ("forces", "army\nforce\nrebel\nsoldier\ntroop\n"),
    ("territories", "province\nregion\nterritory\ntown\n"),
    ("speeches", "address\nspeech\n"),
    ("meetings", "meeting\nsummit\n"),
    ("defenses", "defense\nposition\n"),
    ("documents", "statement\nwarrant\n"),
    ("complaints", "complaint\n"),
];

/// The text with the reported words in `[[…]]`.
fn mark(text: &str, findings: &[Finding]) -> String {
    let mut out = text.to_owned();
    for finding in findings.iter().rev() {
        out.insert_str(finding.span.end as usize, "]]");
        out.insert_str(finding.span.start as usize, "[[");
    }
    out
}

#[test]
fn a_frame_matches_in_every_construction() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("lists")).unwrap();
    for (name, entries) in LISTS {
        fs::write(folder.path().join(format!("lists/{name}.txt")), entries).unwrap();
    }
    let mut file = String::new();
    for (number, table) in TABLES.iter().enumerate() {
        file += &format!(
            "[[rule]]\nid = \"frame-{number}\"\nkind = \"collocation\"\nframe = '{}'\nsuggest = [{}]\n\
             message = \"x\"\nbad = [{{ text = \"[[x]]\" }}]\ngood = [\"y\"]\n",
            table.frame, table.suggest
        );
    }
    fs::write(folder.path().join("frames.toml"), file).unwrap();
    let (rules, problems) = load::load(&[folder.path().to_owned()], false);
    assert!(problems.is_empty(), "{problems:?}");
    let mut engine = Engine::new(&rules);
    let mut wrong = Vec::new();
    for (number, table) in TABLES.iter().enumerate() {
        let options = LintOptions::default().selecting(&rules, |rule| rule.id == format!("frame-{number}"));
        let silent = table.silent.iter().map(|text| (*text, (*text).to_owned()));
        let found = table.found.iter().map(|text| (*text, text.replace("[[", "").replace("]]", "")));
        for (wanted, plain) in found.chain(silent) {
            let got = mark(&plain, &engine.check(&Article::read(&plain, Format::Text), &options));
            if got != wanted {
                wrong.push(format!("{}\n  wanted {wanted}\n  got    {got}", table.frame));
            }
        }
    }
    for (number, plain) in KNOWN_MISSES {
        let options = LintOptions::default().selecting(&rules, |rule| rule.id == format!("frame-{number}"));
        let found = engine.check(&Article::read(plain, Format::Text), &options);
        if !found.is_empty() {
            wrong.push(format!("frame {number}: no longer missed, move it to the table: {plain}"));
        }
    }
    let total: usize = TABLES.iter().map(|t| t.found.len() + t.silent.len()).sum();
    assert!(wrong.is_empty(), "{} of {total} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
