//! Pairs quotation marks of all kinds within a block.
use super::super::{SentenceRange, Token, TokenKind};

/// A pair of quotation marks, as token indices.
#[derive(Clone, Copy, Debug)]
struct Pair {
    open: usize,
    /// `None` where the block never closes it.
    close: Option<usize>,
}

/// The quotations of a block.
#[derive(Debug, Default)]
pub struct Quotations {
    /// Role of each quotation mark, ascending by token.
    roles: Vec<(usize, Role)>,
    pairs: Vec<Pair>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Open,
    Close,
}

/// The shapes of quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// `"`, `''`, `&quot;`: the same at both ends.
    Straight,
    /// `“`: opens in English, closes in German.
    HighLeft,
    /// `”`: closes; opens in Swedish.
    HighRight,
    /// `„`: opens.
    Low,
    /// `«` and `‹`: opens; closes in `»…«`.
    GuillemetLeft,
    /// `»` and `›`.
    GuillemetRight,
    /// `「`, `『`.
    CornerLeft,
    /// `」`, `』`.
    CornerRight,
    /// `'`, `‘`, `’`, `&#39;`.
    Single,
}

/// How many quotations may stand inside one another.
const DEEPEST: usize = 4;
/// How far apart two single quotation marks may be, in tokens.
const LONGEST_SINGLE: usize = 60;

impl Quotations {
    /// Pairs the marks of a block.
    pub fn find(text: &str, tokens: &[Token]) -> Self {
        let mut found = Self::default();
        let mut open: Vec<(usize, Shape)> = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            let Some(shape) = shape_of(token, text) else { continue };
            if shape == Shape::Single {
                continue;
            }
            let glued_left = !token.space_before;
            let glued_right = tokens.get(at + 1).is_some_and(|t| !t.space_before);
            let closed = open.iter().rposition(|&(_, opener)| closes(opener, shape));
            match closed {
                // A mark that clearly opens, while one of its kind is open: the earlier was never closed.
                Some(depth) if shape == Shape::Straight && !glued_left && glued_right => {
                    found.abandon(&mut open, depth);
                    found.open(&mut open, at, shape);
                }
                Some(depth) => {
                    found.abandon(&mut open, depth + 1);
                    if let Some((opener, _)) = open.pop() {
                        found.pairs.push(Pair { open: opener, close: Some(at) });
                    }
                    found.roles.push((at, Role::Close));
                }
                None if can_open(shape, glued_left, glued_right) && open.len() < DEEPEST => {
                    found.open(&mut open, at, shape);
                }
                None => found.roles.push((at, Role::Close)),
            }
        }
        found.abandon(&mut open, 0);
        found.pair_single(text, tokens);
        found.roles.sort_unstable_by_key(|&(at, _)| at);
        found
    }

    /// Notes an opening mark.
    fn open(&mut self, open: &mut Vec<(usize, Shape)>, at: usize, shape: Shape) {
        open.push((at, shape));
        self.roles.push((at, Role::Open));
    }

    /// Gives up the marks from `depth` on: nothing closes them.
    fn abandon(&mut self, open: &mut Vec<(usize, Shape)>, depth: usize) {
        self.pairs.extend(open.drain(depth..).map(|(at, _)| Pair { open: at, close: None }));
    }

    /// Pairs single marks, only where both clearly are quotation marks: the first opens a word after a space,
    /// the second closes one before a space or a mark.
    fn pair_single(&mut self, text: &str, tokens: &[Token]) {
        let mut at = 0;
        while at < tokens.len() {
            match close_of_single(text, tokens, at) {
                Some(close) => {
                    self.pairs.push(Pair { open: at, close: Some(close) });
                    self.roles.push((at, Role::Open));
                    self.roles.push((close, Role::Close));
                    at = close + 1;
                }
                None => at += 1,
            }
        }
    }

    /// Whether a token is an opening quotation mark.
    pub fn opens(&self, at: usize) -> bool {
        self.role(at) == Some(Role::Open)
    }

    /// Whether a token is a closing quotation mark.
    pub fn closes(&self, at: usize) -> bool {
        self.role(at) == Some(Role::Close)
    }

    fn role(&self, at: usize) -> Option<Role> {
        let index = self.roles.binary_search_by_key(&at, |&(token, _)| token).ok()?;
        self.roles.get(index).map(|&(_, role)| role)
    }

    /// Sets [`Token::quoted`] on what stands inside. A quotation that is never closed reaches to the end of its
    /// sentence, or of the block if it opens it: newspapers close a speech of several paragraphs only once.
    pub fn mark(&self, tokens: &mut [Token], sentences: &[SentenceRange]) {
        for pair in &self.pairs {
            let end = match pair.close {
                Some(close) => close,
                None if pair.open == 0 => tokens.len(),
                None => {
                    let index = sentences.partition_point(|s| s.end as usize <= pair.open);
                    sentences.get(index).map_or(tokens.len(), |s| s.end as usize)
                }
            };
            for token in tokens.get_mut(pair.open + 1..end).unwrap_or_default() {
                token.quoted = true;
            }
        }
    }
}

/// The closing mark of a single quotation that opens at `at`.
fn close_of_single(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let opener = tokens.get(at)?;
    let is_single = |t: &Token| shape_of(t, text) == Some(Shape::Single);
    let next = tokens.get(at + 1)?;
    let stands_free = opener.space_before
        || at.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|t| t.kind == TokenKind::Punctuation);
    if !is_single(opener) || !stands_free || next.space_before || opener.span.of(text) == "’" {
        return None;
    }
    let mut plural = None;
    for (i, token) in tokens.iter().enumerate().skip(at + 2).take(LONGEST_SINGLE) {
        let free_right = tokens.get(i + 1).is_none_or(|t| t.space_before || t.kind == TokenKind::Punctuation);
        if !is_single(token) || token.space_before || !free_right {
            continue;
        }
        let before = tokens.get(i - 1).map_or("", |t| t.span.of(text));
        if !before.ends_with(['s', 'S']) {
            return Some(i);
        }
        // `the troops' flag'`: more likely a possessive, unless no other mark comes.
        plural = plural.or(Some(i));
    }
    plural
}

/// The shape of a quotation mark; `None` for other tokens.
fn shape_of(token: &Token, text: &str) -> Option<Shape> {
    if !matches!(token.kind, TokenKind::Punctuation | TokenKind::Symbol) || token.span.len() > 7 {
        return None;
    }
    Some(match token.span.of(text) {
        "\"" | "''" | "``" | "&quot;" | "&#34;" | "＂" => Shape::Straight,
        "“" | "‟" | "&ldquo;" => Shape::HighLeft,
        "”" | "&rdquo;" => Shape::HighRight,
        "„" => Shape::Low,
        "«" | "‹" | "&laquo;" => Shape::GuillemetLeft,
        "»" | "›" | "&raquo;" => Shape::GuillemetRight,
        "「" | "『" => Shape::CornerLeft,
        "」" | "』" => Shape::CornerRight,
        "'" | "‘" | "’" | "&#39;" | "‚" => Shape::Single,
        _ => return None,
    })
}

/// Whether a mark closes a quotation that the other opened.
fn closes(opener: Shape, closer: Shape) -> bool {
    use Shape::*;
    matches!(
        (opener, closer),
        (Straight, Straight | HighRight)
            | (HighLeft, HighRight | Straight)
            | (Low, HighLeft | HighRight | Straight)
            | (HighRight, HighRight)
            | (GuillemetLeft, GuillemetRight)
            | (GuillemetRight, GuillemetLeft)
            | (CornerLeft, CornerRight)
    )
}

/// Whether a mark may open a quotation where it stands.
fn can_open(shape: Shape, glued_left: bool, glued_right: bool) -> bool {
    match shape {
        Shape::HighLeft | Shape::Low | Shape::GuillemetLeft | Shape::CornerLeft => true,
        Shape::Straight => !glued_left || glued_right,
        Shape::HighRight | Shape::GuillemetRight => !glued_left && glued_right,
        Shape::CornerRight | Shape::Single => false,
    }
}
