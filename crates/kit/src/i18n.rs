//! Translations: Fluent messages kept beside each slice (`locales/TAG.ftl`), one bundle per language.

use std::{borrow::Borrow, collections::BTreeMap, fmt, sync::Arc};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use infitah_base::{
    CivilDate, Lang, Money, Text,
    date::{self, Length},
    number,
};
use unic_langid::LanguageIdentifier;

/// Where messages come from: every crate that has some embeds its `.ftl` files and hands this over.
#[derive(Clone, Copy)]
pub struct Source {
    /// The names of all embedded files.
    pub names: fn() -> Vec<String>,
    /// The text of one of them.
    pub get: fn(&str) -> Option<String>,
}

/// Makes a [`Source`] of a `rust_embed` folder.
#[macro_export]
macro_rules! messages {
    ($files:ty) => {
        $crate::i18n::Source {
            names: || <$files as rust_embed::RustEmbed>::iter().map(|name| name.to_string()).collect(),
            get: |name| {
                <$files as rust_embed::RustEmbed>::get(name)
                    .and_then(|file| String::from_utf8(file.data.into_owned()).ok())
            },
        }
    };
}

/// All messages of all languages.
pub struct Catalog(BTreeMap<Lang, FluentBundle<FluentResource>>);

/// A message file that cannot be used: found when the program starts, never by a reader.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {problem}")]
pub struct BadMessages {
    file: String,
    problem: String,
}

impl Catalog {
    /// Reads every `locales/TAG.ftl` of the sources.
    pub fn load(sources: &[Source]) -> Result<Self, BadMessages> {
        let mut bundles = BTreeMap::new();
        for lang in Lang::all() {
            // Moroccan Arabic takes Arabic's plural rules: with its own tag Fluent would silently take English ones.
            let rules = lang.plural_rules().unwrap_or("en");
            let locale: LanguageIdentifier = rules.parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![locale]);
            bundle.set_formatter(Some(|value, _| match value {
                FluentValue::Number(number) => Some(number::measured(number.value, 3)),
                _ => None,
            }));
            let ending = format!("locales/{}.ftl", lang.tag());
            for source in sources {
                for name in (source.names)().into_iter().filter(|name| name.ends_with(&ending)) {
                    let bad = |problem: String| BadMessages { file: name.clone(), problem };
                    let text = (source.get)(&name).ok_or_else(|| bad("is not UTF-8".to_owned()))?;
                    let resource = FluentResource::try_new(text).map_err(|(_, errors)| bad(format!("{errors:?}")))?;
                    bundle.add_resource(resource).map_err(|errors| bad(format!("{errors:?}")))?;
                }
            }
            bundles.insert(lang, bundle);
        }
        Ok(Self(bundles))
    }

    /// Whether a language has a message.
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.0.get(&lang).is_some_and(|bundle| bundle.has_message(key))
    }

    fn format(&self, lang: Lang, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let bundle = self.0.get(&lang)?;
        let pattern = bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(key, %lang, ?errors, "a message could not be put together");
        }
        Some(text)
    }
}

/// A translator: the catalog, bound to the language of a page. Cheap to clone.
#[derive(Clone)]
pub struct T {
    catalog: Arc<Catalog>,
    lang: Lang,
}

impl T {
    /// Binds the catalog to a language.
    pub fn new(catalog: Arc<Catalog>, lang: Lang) -> Self {
        Self { catalog, lang }
    }

    /// The language it speaks.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether there is a message with this key in this language.
    pub fn has(&self, key: &str) -> bool {
        self.catalog.has(self.lang, key)
    }

    /// A message, to which arguments can be added: `t.m("projects-count").n("count", 5)`.
    pub fn m<'a>(&'a self, key: &'a str) -> Msg<'a> {
        Msg { t: self, key, args: FluentArgs::new() }
    }

    /// A message as a text in this language: where the frame takes texts of the content too.
    pub fn as_text(&self, key: &str) -> Text {
        Text::one(self.lang, self.m(key).to_string())
    }

    /// A whole number.
    pub fn int(&self, value: impl Count) -> String {
        number::integer(value.count())
    }

    /// A measured value with at most one decimal.
    pub fn measure(&self, value: impl Borrow<f64>) -> String {
        number::measured(*value.borrow(), 1)
    }

    /// A date in words.
    pub fn date(&self, date: impl Borrow<CivilDate>) -> String {
        date::in_words(*date.borrow(), self.lang, Length::Long)
    }

    /// A date in words, with its weekday.
    pub fn date_full(&self, date: impl Borrow<CivilDate>) -> String {
        date::in_words(*date.borrow(), self.lang, Length::Full)
    }

    /// A month of a year, by any day of it.
    pub fn month(&self, date: impl Borrow<CivilDate>) -> String {
        date::in_words(*date.borrow(), self.lang, Length::Month)
    }

    /// An amount as people say it: `42,0 million dirhams`.
    pub fn money(&self, money: impl Borrow<Money>) -> String {
        let money = *money.borrow();
        let (millions, billions) = (["money-million", "money-millions"], ["money-billion", "money-billions"]);
        self.scaled(money, self.currency(money), "money-units", millions, billions)
    }

    /// An amount for a narrow column: `42,0 MDH`.
    pub fn money_short(&self, money: impl Borrow<Money>) -> String {
        let money = *money.borrow();
        let key = format!("currency-short-{}", money.currency.code());
        let currency = if self.has(&key) { self.m(&key).to_string() } else { money.currency.code().to_owned() };
        let (millions, billions) = (["money-short-millions"; 2], ["money-short-billions"; 2]);
        self.scaled(money, currency, "money-short-units", millions, billions)
    }

    /// Each pair of keys is for what is below two and for more: French says "1,9 million" and "2,0 millions".
    fn scaled(
        &self,
        money: Money,
        currency: String,
        units: &'static str,
        millions: [&'static str; 2],
        billions: [&'static str; 2],
    ) -> String {
        let scale = money.currency.scale();
        let whole = money.minor / scale;
        let of = |keys: [&'static str; 2], one: i64| {
            let count = tenths(money.minor, scale, one);
            (keys[usize::from(count.abs() >= 20)], count, 1)
        };
        let (key, count, places) = match whole.unsigned_abs() {
            0..1_000_000 => (units, whole, 0),
            1_000_000..1_000_000_000 => of(millions, 1_000_000),
            _ => of(billions, 1_000_000_000),
        };
        self.m(key).s("amount", number::fixed(count, places)).s("currency", currency).to_string()
    }

    /// The amount with every digit (`42 000 000`), for tables that name the currency themselves.
    pub fn amount(&self, money: impl Borrow<Money>) -> String {
        let money = *money.borrow();
        let rest = money.minor % money.currency.scale();
        if rest == 0 {
            number::integer(money.minor / money.currency.scale())
        } else {
            number::fixed(money.minor, money.currency.digits())
        }
    }

    /// An amount with every digit and its currency (`0,25 dirhams`): of what is small, nothing may be left out.
    pub fn price(&self, money: impl Borrow<Money>) -> String {
        let money = *money.borrow();
        self.m("money-units").s("amount", self.amount(money)).s("currency", self.currency(money)).to_string()
    }

    /// The currency as people call it, or its code.
    pub fn currency(&self, money: impl Borrow<Money>) -> String {
        let money = money.borrow();
        let key = format!("currency-{}", money.currency.code());
        if self.catalog.has(self.lang, &key) { self.m(&key).to_string() } else { money.currency.code().to_owned() }
    }

    /// A text of the content in the reader's language, or visibly in another one.
    pub fn text<'a>(&self, text: &'a Text) -> Shown<'a> {
        let (lang, text) = text.get(self.lang).unwrap_or((self.lang, ""));
        Shown { text, lang: (lang != self.lang).then_some(lang) }
    }
}

/// A count of things, by value or reference: templates pass both.
pub trait Count {
    /// The count.
    fn count(&self) -> i64;
}

macro_rules! counts {
    ($($kind:ty)*) => { $(impl Count for $kind {
        fn count(&self) -> i64 {
            i64::try_from(*self).unwrap_or(i64::MAX)
        }
    })* };
}
counts!(u8 u16 u32 u64 usize i32 i64);

impl<C: Count> Count for &C {
    fn count(&self) -> i64 {
        (*self).count()
    }
}

/// `minor / (scale × of)` in tenths, rounded half away from zero.
fn tenths(minor: i64, scale: i64, of: i64) -> i64 {
    let unit = i128::from(scale) * i128::from(of);
    let scaled = i128::from(minor) * 10;
    let half = if scaled < 0 { -unit / 2 } else { unit / 2 };
    i64::try_from((scaled + half) / unit).unwrap_or(i64::MAX)
}

/// A message being put together. Shown by its `Display`; askama escapes it.
pub struct Msg<'a> {
    t: &'a T,
    key: &'a str,
    args: FluentArgs<'a>,
}

impl<'a> Msg<'a> {
    /// A number that decides the plural and is printed by our formatter.
    pub fn n(mut self, name: &'a str, value: impl Count) -> Self {
        self.args.set(name, FluentValue::from(value.count()));
        self
    }

    /// For a file: without the marks that isolate directions on a page.
    pub fn bare(self) -> String {
        self.to_string().replace(['\u{2068}', '\u{2069}'], "")
    }

    /// A text.
    pub fn s(mut self, name: &'a str, value: impl Into<String>) -> Self {
        self.args.set(name, FluentValue::from(value.into()));
        self
    }
}

impl fmt::Display for Msg<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.t.catalog.format(self.t.lang, self.key, &self.args) {
            Some(text) => f.write_str(&text),
            None => {
                tracing::error!(key = self.key, lang = %self.t.lang, "a message is missing");
                write!(f, "[{}]", self.key)
            }
        }
    }
}

/// A text of the content, marked up with its language where that is not the page's.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    text: &'a str,
    lang: Option<Lang>,
}

impl<'a> Shown<'a> {
    /// A text that is in no language, or in the page's.
    pub fn plain(text: &'a str) -> Self {
        Self { text, lang: None }
    }

    /// The bare text, for attributes and titles.
    pub fn bare(&self) -> &'a str {
        self.text
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.lang {
            Some(lang) => {
                write!(
                    f,
                    "<span lang=\"{}\" dir=\"{}\">{}</span>",
                    lang.bcp47(),
                    lang.dir().as_str(),
                    Escaped(self.text)
                )
            }
            None => write!(f, "{}", Escaped(self.text)),
        }
    }
}

impl askama::filters::HtmlSafe for Shown<'_> {}

/// A text with HTML's own characters written as entities.
pub struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Whole runs are written at once: most texts have nothing to escape.
        let mut rest = self.0;
        while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
            let (run, special) = rest.split_at(at);
            f.write_str(run)?;
            f.write_str(match special.as_bytes().first() {
                Some(b'&') => "&amp;",
                Some(b'<') => "&lt;",
                Some(b'>') => "&gt;",
                Some(b'"') => "&quot;",
                _ => "&#39;",
            })?;
            rest = special.get(1..).unwrap_or_default();
        }
        f.write_str(rest)
    }
}
