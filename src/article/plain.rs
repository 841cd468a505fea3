//! Plain text: paragraphs between line breaks.
