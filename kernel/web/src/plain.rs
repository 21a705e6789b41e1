//! What markup says, in words: for paper, and for whatever else shows no markup.
use quick_xml::{
    Reader,
    escape::resolve_predefined_entity,
    events::{BytesRef, BytesStart, Event},
};

/// What stands on a screen to be followed, and says nothing on paper.
const SCREEN: &str = "q-screen";

/// Text of well-formed markup, its white space as a browser shows it; `None` where it is none.
pub fn text(markup: &str) -> Option<String> {
    let mut reader = Reader::from_str(markup);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let mut text = String::new();
    // How deep within what is left out.
    let mut left_out = 0_usize;
    loop {
        match reader.read_event().ok()? {
            Event::Eof => break,
            Event::Start(_) if left_out > 0 => left_out += 1,
            Event::End(_) if left_out > 0 => left_out -= 1,
            Event::Start(tag) if is_left_out(&tag) => left_out = 1,
            Event::Start(tag) | Event::Empty(tag) => text.push_str(gap(tag.name().as_ref())),
            Event::End(tag) => text.push_str(gap(tag.name().as_ref())),
            Event::Text(words) if left_out == 0 => text.push_str(&words.html_content()),
            Event::GeneralRef(name) if left_out == 0 => text.push_str(&reference(&name)?),
            _ => (),
        }
    }
    let words = text.split(|c: char| c.is_ascii_whitespace()).filter(|word| !word.is_empty());
    Some(words.collect::<Vec<_>>().join(" "))
}

fn reference(name: &BytesRef) -> Option<String> {
    match name.resolve_char_ref().ok()? {
        Some(character) => Some(character.to_string()),
        None => resolve_predefined_entity(name).map(str::to_owned),
    }
}

/// Drawings have their words beside them; a title of a drawing is not shown either.
fn is_left_out(tag: &BytesStart) -> bool {
    let is_screen = || {
        let class = tag.html_attributes().flatten().find(|attribute| attribute.key.as_ref() == "class");
        class.is_some_and(|class| class.value.split(' ').any(|name| name == SCREEN))
    };
    tag.name().as_ref() == "svg" || is_screen()
}

/// Blocks stand apart, words within a line do not.
fn gap(tag: &str) -> &'static str {
    if ["a", "abbr", "b", "code", "data", "em", "i", "span", "strong", "sub", "sup"].contains(&tag) {
        ""
    } else {
        " "
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn markup_in_words() {
        let check =
            |markup: &str, expect: Option<&str>| assert_eq!(text(markup).as_deref(), expect, "{markup}");
        check("", Some(""));
        check("12\u{a0}345", Some("12\u{a0}345"));
        check("a &lt;b&gt; &#34;c&#39; &amp;amp;", Some("a <b> \"c' &amp;"));
        check("<a href=\"/x?a=1&#38;b=2\">Uno</a> <span>dos</span><b>3</b>", Some("Uno dos3"));
        check("uno<br>dos<p>tres</p>cuatro", Some("uno dos tres cuatro"));
        check("<span><svg viewBox=\"0 0 1 1\"><title>no</title><path d=\"M0\"/></svg>sí</span>", Some("sí"));
        check("Lima <a class=\"x q-screen\" href=\"/\">ver <b>más</b></a> fin", Some("Lima fin"));
        check("mal &nada; escrito", None);
        check("<a href=", None);
    }
}
