//! News that never happened: sentences filled from word lists by a fixed sequence of numbers.

/// Text of at least `bytes` bytes, the same at every call; articles of a dozen sentences, one paragraph a line.
pub fn news(bytes: usize) -> String {
    let mut picker = Picker(7);
    let mut out = String::with_capacity(bytes + 400);
    while out.len() < bytes {
        for _ in 0..3 + picker.below(4) {
            let sentence = sentence(&mut picker);
            out.push_str(&sentence);
            out.push(' ');
        }
        out.push('\n');
    }
    out
}

/// A linear congruential generator (Knuth, MMIX): good enough to mix sentences.
struct Picker(u64);

impl Picker {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

const TEMPLATES: &[&str] = &[
    "The {org} {did} {thing} on {day}, after {group} in {place} had {done} {thing} for {number} weeks.",
    "\"We will not accept {thing},\" said {person}, who has led the {org} since {year}.",
    "{person} told reporters that {group} {did} {thing} and that {thing} would cost {number} million euros.",
    "According to the {org}, {thing} was {done} by {group} near {place} in the night to {day}.",
    "Although {group} continue to {do} {thing}, the {org} hopes that {thing} can be {done} before {year}.",
    "In {place}, {number} people were hurt when {group} {did} {thing}; {number} of them are in hospital.",
    "The {adj} plan, which {person} presented in {place}, would {do} {thing} and {do} {thing} within {number} years.",
    "Mr. {name} of the {org} declined to comment on {thing} at 7:30 p.m., but {group} {did} {thing} anyway.",
];

fn sentence(picker: &mut Picker) -> String {
    let mut out = String::new();
    let mut rest = picker.pick(TEMPLATES);
    while let Some((before, after)) = rest.split_once('{') {
        let (slot, after) = after.split_once('}').unwrap();
        out.push_str(before);
        out.push_str(&fill(slot, picker));
        rest = after;
    }
    out.push_str(rest);
    let first = out.remove(0);
    out.insert(0, first.to_ascii_uppercase());
    out
}

fn fill(slot: &str, picker: &mut Picker) -> String {
    let verb = picker.below(VERBS.len());
    match slot {
        "number" => (2 + picker.below(900)).to_string(),
        "year" => (1970 + picker.below(60)).to_string(),
        "person" => format!("{} {}", picker.pick(FIRST), picker.pick(LAST)),
        "name" => picker.pick(LAST).to_owned(),
        "org" => picker.pick(ORGS).to_owned(),
        "group" => picker.pick(GROUPS).to_owned(),
        "place" => picker.pick(PLACES).to_owned(),
        "day" => picker.pick(DAYS).to_owned(),
        "adj" => picker.pick(ADJECTIVES).to_owned(),
        "thing" => format!(
            "{} {} {}",
            picker.pick(&["a", "the", "every"]),
            picker.pick(ADJECTIVES),
            picker.pick(THINGS)
        ),
        "do" => VERBS[verb].0.to_owned(),
        "did" => VERBS[verb].1.to_owned(),
        _ => VERBS[verb].2.to_owned(),
    }
}

const VERBS: &[(&str, &str, &str)] = &[
    ("abolish", "abolished", "abolished"),
    ("set up", "set up", "set up"),
    ("lead", "led", "led"),
    ("remove", "removed", "removed"),
    ("build", "built", "built"),
    ("reject", "rejected", "rejected"),
    ("launch", "launched", "launched"),
    ("take", "took", "taken"),
    ("publish", "published", "published"),
    ("break", "broke", "broken"),
    ("realize", "realized", "realized"),
    ("discuss", "discussed", "discussed"),
];
const FIRST: &[&str] = &["Ana", "Piotr", "Helga", "Omar", "Yuki", "Luc", "Irina", "Sam"];
const LAST: &[&str] = &["Marsh", "Ilic", "Okafor", "Brandt", "Tanaka", "Vidal", "Novak", "O'Neill"];
const ORGS: &[&str] =
    &["ministry", "city council", "army", "union", "central bank", "coast guard", "party", "court"];
const GROUPS: &[&str] =
    &["dockers", "farmers", "the rebels", "two companies", "hundreds of students", "the police"];
const PLACES: &[&str] =
    &["Varna", "the northern valley", "Lyon", "the old port", "Wexcombe", "the border region"];
const DAYS: &[&str] = &["Monday", "Tuesday", "Thursday", "Friday", "Sunday"];
const ADJECTIVES: &[&str] =
    &["new", "small-scale", "cross-border", "costly", "regional", "long", "secret", "old"];
const THINGS: &[&str] =
    &["attack", "obstacle", "meeting", "treaty", "bridge", "report", "tax", "law", "strike", "plan"];
