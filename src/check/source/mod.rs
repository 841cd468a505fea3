//! The translation against its source text. One file for each kind of fact; the comparison itself is
//! [`crate::compare`].
