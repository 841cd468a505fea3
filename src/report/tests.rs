use super::text::{Layout, render};
use super::{Origin, jsonl, summary};
use crate::finding::*;
use crate::span::Span;

