//! The `traduce` command.
fn main() {}
