//! Places of the world by name, with country and position; which of them a misspelt name is most like.
//!
//! Names lie in `data/gazetteer.fst` (GeoNames; `examples/build_gazetteer.rs`) and are looked up in place.

use std::sync::LazyLock;

/// A place, as the gazetteer packs it into a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// ISO 3166-1 code of the country (`UA`).
    pub country: [u8; 2],
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// Whether it is big or known enough to be what a misspelt name stands for, in the spelling of English news.
    pub target: bool,
}

/// Steps a degree in which positions are held.
const STEPS: f64 = 4.0;

impl Place {
    /// As a value of the automaton.
    pub fn pack(self) -> u64 {
        let letter = |i: usize| u64::from(self.country[i].to_ascii_uppercase().wrapping_sub(b'A') & 31);
        let steps =
            |degrees: f64, offset: f64| ((degrees + offset) * STEPS).round().clamp(0.0, 2047.0) as u64;
        u64::from(self.target)
            | letter(0) << 1
            | letter(1) << 6
            | steps(self.latitude, 90.0) << 11
            | steps(self.longitude, 180.0) << 22
    }

    /// From a value of the automaton.
    pub fn unpack(value: u64) -> Self {
        let letter = |shift: u32| b'A' + (value >> shift & 31) as u8;
        let degrees = |shift: u32, offset: f64| (value >> shift & 2047) as f64 / STEPS - offset;
        Self {
            country: [letter(1), letter(6)],
            latitude: degrees(11, 90.0),
            longitude: degrees(22, 180.0),
            target: value & 1 == 1,
        }
    }

    /// Whether another place is in the same country or not farther than [`NEAR_KM`].
    pub fn is_neighbour(&self, other: &Self) -> bool {
        self.country == other.country || self.distance_km(other) <= NEAR_KM
    }

    /// On the sphere, by the haversine formula.
    fn distance_km(&self, other: &Self) -> f64 {
        let (a, b) = (self.latitude.to_radians(), other.latitude.to_radians());
        let east = (other.longitude - self.longitude).to_radians();
        let h = ((b - a) / 2.0).sin().powi(2) + a.cos() * b.cos() * (east / 2.0).sin().powi(2);
        2.0 * 6371.0 * h.sqrt().min(1.0).asin()
    }
}

/// As far as places of two countries may lie apart and still be told of in one breath.
const NEAR_KM: f64 = 300.0;

static PLACES: LazyLock<Option<fst::Map<&'static [u8]>>> =
    LazyLock::new(|| fst::Map::new(include_bytes!("../../data/gazetteer.fst").as_slice()).ok());

/// The place of this name, spelt exactly so; of several the biggest.
pub fn place(name: &str) -> Option<Place> {
    PLACES.as_ref()?.get(name).map(Place::unpack)
}

/// The one place that a misspelt name is most like, of those that `may_be` accepts; none where two are as like.
pub fn nearest(word: &str, may_be: impl Fn(&Place) -> bool) -> Option<(String, Place)> {
    use fst::Streamer;
    let folded = fold(word);
    let mut best: Option<(u8, String, Place)> = None;
    let mut alone = true;
    let mut stream = PLACES.as_ref()?.stream();
    while let Some((name, value)) = stream.next() {
        let found = Place::unpack(value);
        if !found.target || name.len() + 4 < word.len() || word.len() + 4 < name.len() || !may_be(&found) {
            continue;
        }
        let Ok(name) = std::str::from_utf8(name) else { continue };
        let Some(edits) = likeness(&folded, &fold(name)) else { continue };
        match &best {
            Some((least, _, _)) if *least < edits => {}
            Some((least, _, _)) if *least == edits => alone = false,
            _ => {
                alone = true;
                best = Some((edits, name.to_owned(), found));
            }
        }
    }
    best.filter(|_| alone).map(|(_, name, found)| (name, found))
}

/// How many edits part two folded names, if they are few for their length and not at the ends, where other
/// words of the same root differ (`Donetsk`, `Donetske`).
pub fn likeness(a: &str, b: &str) -> Option<u8> {
    if a == b {
        return (a.len() > 3).then_some(0);
    }
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let allowed = match short.len() {
        0..=4 => return None,
        5..=8 => 1,
        _ => 2,
    };
    let ends_alike = a.chars().next() == b.chars().next() && a.chars().last() == b.chars().last();
    if !ends_alike || long.starts_with(short) {
        return None;
    }
    let edits = strsim::levenshtein(a, b);
    (edits <= allowed).then_some(edits as u8)
}

/// Letters that the romanisations of one name write differently, and what stands for all of them; longest first.
const CLASSES: &[(&str, &str)] = &[
    ("shch", "s"),
    ("tsch", "h"),
    ("sch", "s"),
    ("tch", "h"),
    ("ch", "h"),
    ("cz", "h"),
    ("kh", "h"),
    ("zh", "z"),
    ("ts", "z"),
    ("tz", "z"),
    ("sz", "s"),
    ("sh", "s"),
    ("ph", "f"),
    ("ck", "k"),
    ("gh", "g"),
    ("ou", "u"),
    ("oo", "u"),
    ("ie", "e"),
    ("ye", "e"),
    ("y", "i"),
    ("j", "i"),
    ("w", "v"),
    ("q", "k"),
    ("c", "k"),
];

/// The name without what romanisations differ in: case, accents, apostrophes and hyphens, doubled letters, `kh`/`h`/`ch`,
/// `ts`/`z`, `y`/`i`/`j`, `ou`/`u`, `w`/`v`, a silent last *h*.
pub fn fold(name: &str) -> String {
    let plain: String = name.chars().flat_map(char::to_lowercase).filter_map(plain_letter).collect();
    let mut out = String::with_capacity(plain.len());
    let mut rest = plain.as_str();
    while let Some(first) = rest.chars().next() {
        let class = CLASSES.iter().find(|(letters, _)| rest.starts_with(letters));
        let (length, put) = class.map_or((first.len_utf8(), ""), |(letters, put)| (letters.len(), *put));
        let next = put.chars().next().unwrap_or(first);
        if !out.ends_with(next) {
            out.push(next);
        }
        rest = rest.get(length..).unwrap_or("");
    }
    if out.len() > 3 && out.ends_with("ah") {
        out.pop();
    }
    out
}

/// A small letter without its accent; none for an apostrophe, hyphen, space or combining accent.
pub fn plain_letter(c: char) -> Option<char> {
    let plain = match c {
        'a'..='z' => c,
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ạ' | 'ả' => 'a',
        'ç' | 'ć' | 'č' | 'ċ' => 'c',
        'ď' | 'đ' | 'ḑ' | 'ḍ' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'ə' => 'e',
        'ğ' | 'ģ' | 'ġ' => 'g',
        'ħ' | 'ḩ' | 'ḥ' | 'ẖ' => 'h',
        'ì'..='ï' | 'ī' | 'į' | 'ı' => 'i',
        'ķ' | 'ḵ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ŕ' | 'ř' => 'r',
        'ś' | 'ş' | 'š' | 'ș' | 'ṣ' => 's',
        'ţ' | 'ť' | 'ț' | 'ṭ' | 'ṯ' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' | 'ẓ' => 'z',
        _ if c.is_alphabetic() && !('\u{2B0}'..='\u{36F}').contains(&c) => c,
        _ => return None,
    };
    Some(plain)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_fold_alike() {
        for (a, b) in [
            ("Kharkiv", "Charkiw"),
            ("Bakhmut", "Bachmut"),
            ("Kherson", "Hérson"),
            ("Chernihiv", "Tchernihiv"),
            ("Zaporizhzhia", "Zaporizhya"),
            ("Donetsk", "Donezk"),
            ("Aleppo", "Alepo"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} {b}");
        }
        assert_ne!(fold("Kherson"), fold("Kharkiv"));
    }

    #[test]
    fn few_edits_in_the_middle_are_alike() {
        let like = |a: &str, b: &str| likeness(&fold(a), &fold(b));
        assert_eq!(like("Krematorsk", "Kramatorsk"), Some(1));
        assert_eq!(like("Donetske", "Donetsk"), None);
        assert_eq!(like("Lviv", "Kyiv"), None);
        assert_eq!(like("Sumy", "Suma"), None);
    }

    #[test]
    fn a_place_survives_packing() {
        let kyiv = Place { country: *b"UA", latitude: 50.5, longitude: 30.5, target: true };
        assert_eq!(Place::unpack(kyiv.pack()), kyiv);
        let south = Place { country: *b"AR", latitude: -34.5, longitude: -58.5, target: false };
        assert_eq!(Place::unpack(south.pack()), south);
        assert!(!kyiv.is_neighbour(&south));
    }

    #[test]
    fn a_misspelt_name_is_found_in_its_country() {
        let ukraine = |p: &Place| p.country == *b"UA";
        assert_eq!(nearest("Krematorsk", ukraine).map(|p| p.0).as_deref(), Some("Kramatorsk"));
        assert_eq!(nearest("Bachmut", ukraine).map(|p| p.0).as_deref(), Some("Bakhmut"));
        assert_eq!(nearest("Qwertopolis", ukraine), None);
        assert!(place("Aleppo").is_some_and(|p| p.country == *b"SY"));
        assert!(place("Kiev").is_some_and(|p| !p.target));
    }

    proptest::proptest! {
        #[test]
        fn folding_takes_any_text(text in "\\PC{0,40}") {
            let once = fold(&text);
            proptest::prop_assert!(once.len() <= text.to_lowercase().len());
        }
    }
}
