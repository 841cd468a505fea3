//! Turns `rules/` into one compact file that the binary embeds: parsing TOML at every start would cost more
//! than checking an article. A rule file with mistakes does not break the build; its text is embedded and
//! the mistakes are reported when rules are loaded.

// Parts that only the crate uses would be reported as unused here.
#![allow(dead_code)]

#[path = "src/rule/rates.rs"]
mod rates;
#[path = "src/rule/raw.rs"]
mod raw;
#[path = "src/rule/read.rs"]
mod read;

#[path = "src/rule/folder.rs"]
mod folder;

#[path = "src/pattern/common.rs"]
mod common;
#[path = "src/text/fold.rs"]
mod fold;
#[path = "src/rule/hint.rs"]
mod hint;

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=src/rule/rates.rs");
    println!("cargo::rerun-if-changed=src/rule/raw.rs");
    println!("cargo::rerun-if-changed=src/rule/read.rs");
    println!("cargo::rerun-if-changed=src/rule/read");
    println!("cargo::rerun-if-changed=src/rule/folder.rs");
    for path in ["src/rule/hint.rs", "src/text/fold.rs", "src/pattern/common.rs"] {
        println!("cargo::rerun-if-changed={path}");
    }
    println!("cargo::rerun-if-changed=build.rs");
    let root = Path::new("rules");
    let (mut folder, errors) =
        if root.is_dir() { folder::read(root) } else { (raw::Folder::default(), Vec::new()) };
    for (path, error) in errors {
        println!("cargo::warning={}: {error}", path.display());
    }
    hint::add(&mut folder);
    let out = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&out).join("rules.bin"), postcard::to_allocvec(&folder)?)?;
    Ok(())
}
