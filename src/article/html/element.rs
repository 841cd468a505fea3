//! What the elements of HTML are to a reader of news (HTML Living Standard, section 15.3, for which are
//! blocks).

use crate::article::BlockKind;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Part of a sentence.
    Inline,
    /// `<br>`.
    Break,
    /// `<hr>`: no content, but ends a block.
    Rule,
    /// No content, no break.
    Void,
    /// Ends a block, says nothing about its kind.
    Container,
    Paragraph,
    Block(BlockKind),
    Headline,
    Title,
    Pre,
    /// Inline code.
    Code,
    Article,
    Main,
    Header,
    Form,
    /// Website text.
    Chrome,
    /// No prose at all.
    Skip,
}

pub(super) fn role(name: &[u8]) -> Role {
    match name {
        b"br" => Role::Break,
        b"hr" => Role::Rule,
        b"img" | b"wbr" | b"input" | b"meta" | b"link" | b"area" | b"base" | b"col" | b"embed" | b"param"
        | b"source" | b"track" => Role::Void,
        b"p" => Role::Paragraph,
        b"h1" => Role::Headline,
        b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Role::Block(BlockKind::Heading),
        b"title" => Role::Title,
        b"li" | b"dt" | b"dd" => Role::Block(BlockKind::ListItem),
        b"blockquote" => Role::Block(BlockKind::Quote),
        b"figcaption" | b"caption" | b"td" | b"th" | b"summary" | b"address" => {
            Role::Block(BlockKind::Caption)
        }
        b"pre" | b"listing" | b"xmp" => Role::Pre,
        b"code" | b"kbd" | b"samp" => Role::Code,
        b"article" => Role::Article,
        b"main" => Role::Main,
        b"header" => Role::Header,
        b"form" => Role::Form,
        b"nav" | b"footer" | b"aside" | b"menu" | b"dialog" | b"button" | b"label" | b"legend"
        | b"fieldset" => Role::Chrome,
        b"script" | b"style" | b"noscript" | b"template" | b"iframe" | b"svg" | b"math" | b"object"
        | b"canvas" | b"video" | b"audio" | b"map" | b"select" | b"datalist" | b"textarea" | b"rp"
        | b"rt" | b"noframes" | b"noembed" | b"applet" | b"frameset" => Role::Skip,
        b"html" | b"head" | b"body" | b"div" | b"section" | b"hgroup" | b"figure" | b"ul" | b"ol"
        | b"dir" | b"dl" | b"table" | b"thead" | b"tbody" | b"tfoot" | b"tr" | b"colgroup" | b"details"
        | b"center" | b"search" => Role::Container,
        _ => Role::Inline,
    }
}

/// Whether `<name/>` has no content: elements of SVG and MathML.
pub(super) fn is_foreign(name: &[u8]) -> bool {
    matches!(name, b"svg" | b"math")
}

/// Which elements end where `name` starts, and inside which they would not (section 13.1.2.4).
pub(super) fn implied_end(name: &[u8]) -> (&'static [&'static [u8]], &'static [&'static [u8]]) {
    match name {
        b"li" => (&[b"li"], &[b"ul", b"ol", b"menu", b"dir"]),
        b"dt" | b"dd" => (&[b"dt", b"dd"], &[b"dl"]),
        b"td" | b"th" => (&[b"td", b"th"], &[b"table"]),
        b"tr" => (&[b"tr"], &[b"table"]),
        _ => (&[], &[]),
    }
}

/// Whether an ARIA role marks website text.
pub(super) fn is_chrome_role(role: &str) -> bool {
    matches!(
        role,
        "navigation"
            | "banner"
            | "contentinfo"
            | "complementary"
            | "search"
            | "dialog"
            | "alertdialog"
            | "menu"
            | "menubar"
            | "toolbar"
            | "tablist"
    )
}

/// Whether a class is only ever given to website text. Names that also wrap the story (`paywall`,
/// `subscriber-content`) are not among them.
pub(super) fn is_chrome_class(class: &str) -> bool {
    matches!(
        class,
        "newsletter"
            | "newsletter-signup"
            | "newsletter-form"
            | "cookie-banner"
            | "cookie-notice"
            | "cookie-consent"
            | "share-buttons"
            | "share-bar"
            | "social-share"
            | "social-links"
            | "breadcrumb"
            | "breadcrumbs"
            | "advertisement"
            | "advert"
            | "related-articles"
            | "related-posts"
            | "read-also"
            | "read-more"
            | "comments"
            | "comment-form"
            | "navbar"
            | "sidebar"
            | "skip-link"
    )
}
