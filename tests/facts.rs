//! `traduce facts` and `traduce show facts`, as users see them.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Folder, snapshot};

const FIRE: &str = "\
Warehouse fire kills three

LINDHOLM, 14 May 2024 – At least three people died and 17 others were injured when a fire swept through a 4,500-square-metre \
warehouse on the edge of Lindholm on Monday night, police said.

The first call came at 10:40 p.m. local time. About 120 firefighters fought the flames for nearly six hours, chief fire officer \
Marta Engel, 52, told reporters. “We had never seen anything like it,” she said. “Half of the roof was gone within 20 minutes.”

Damage is put at between €3m and €4.5 million ($3.3 million to $4.9 million). The owner, Norvik Logistics, employs 340 people, \
two-thirds of them from Lindholm.

It was the third fire in the city since 2019. Insurance claims rose from 5.1% to 6.4% of the total in the first quarter of 2024, \
an increase of 1.3 percentage points. Engel did not say when the site, 12 km (7.5 miles) from the port, would open again.
";

const VOTE: &str = "\
# Council passes budget

The council of **Brandmoor** approved a budget of £1.13bn by 31 votes to 22 on 3 March 2024, four days later than planned. \
Spending on schools falls by 5 per cent to £212m, while the fee for parking goes up from 80 pence to £1.20 an hour.

- Mayor Ruth Calder said *\"no one will lose a job\"*.
- Calder, elected in May 2022, leads Flight 7 Group, which has no more than a dozen members.
- Temperatures of 31°C (88°F) were forecast for the weekend of 9–10 March.
";

fn folder() -> Folder {
    let record =
        serde_json::json!({"id": "n7", "text": "Some 40 men, aged 20 to 30, walked 3 km. None spoke."});
    Folder::with(&[
        ("fire.txt", FIRE),
        ("vote.md", VOTE),
        ("two.jsonl", &format!("{record}\n{{\"id\"\n{record}\n")),
    ])
}

#[test]
fn the_layer_as_a_table() {
    snapshot("cli_show_facts", folder().run(&["show", "facts", "--no-builtin", "fire.txt", "vote.md"]));
}

#[test]
fn the_layer_as_json() {
    let run = folder().run(&["show", "facts", "--no-builtin", "--format", "json", "two.jsonl"]);
    snapshot("cli_show_facts_json", run);
}

#[test]
fn the_sheet_as_text() {
    snapshot("cli_facts", folder().run(&["facts", "fire.txt"]));
}

#[test]
fn the_sheet_as_a_check_list() {
    snapshot(
        "cli_facts_markdown",
        folder().run(&["facts", "--format", "markdown", "vote.md", "missing.txt"]),
    );
}

#[test]
fn json_offsets_are_bytes_of_the_original_input() {
    let run = folder().run(&["facts", "--format", "json", "vote.md"]);
    let line: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let facts = line["facts"].as_array().unwrap();
    assert!(facts.len() > 10, "{run}");
    for fact in facts {
        let place = |key: &str| usize::try_from(fact[key].as_u64().unwrap()).unwrap();
        let text = VOTE.get(place("start")..place("end")).unwrap();
        if fact["kind"] != "quote" {
            assert_eq!(text.split_whitespace().collect::<Vec<_>>().join(" "), fact["text"].as_str().unwrap());
        }
    }
}
