//! The fields of a form, parsed: a name from a fixed set, a figure in its range, a line of text. What cannot be read is
//! told by the name of its field, and the person's text is never thrown away for it.

use axum::extract::{Form, FromRequest, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use method::Moment;
use method::event::Amount;
use zeroize::{Zeroize as _, Zeroizing};

/// The longest text that one field may bring, in characters.
const LONGEST_TEXT: usize = 100_000;

/// A form that was sent. Its words are zeroed with it, and it has no `Debug`.
pub(crate) struct Fields(Vec<(String, String)>);

impl Drop for Fields {
    fn drop(&mut self) {
        self.0.iter_mut().for_each(|(_, text)| text.zeroize());
    }
}

/// A field that cannot be read, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unread(pub(crate) &'static str);

impl Fields {
    /// The first field of that name, bare of white space around it; none where it is empty.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        let field = self.0.iter().find(|(field, _)| field == name);
        field.map(|(_, text)| text.trim()).filter(|text| !text.is_empty())
    }

    /// The text of that field, kept within its longest length.
    pub(crate) fn boxed(&self, name: &'static str) -> Result<Option<Box<str>>, Unread> {
        match self.text(name) {
            Some(text) if text.chars().count() > LONGEST_TEXT => Err(Unread(name)),
            text => Ok(text.map(|text| text.replace("\r\n", "\n").into())),
        }
    }

    /// The field exactly as it was typed.
    pub(crate) fn secret(&self, name: &str) -> Zeroizing<String> {
        let field = self.0.iter().find(|(field, _)| field == name);
        Zeroizing::new(field.map(|(_, text)| text.clone()).unwrap_or_default())
    }

    /// Every text in it.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, text)| text.as_str())
    }

    /// The whole form, as it could be sent again.
    pub(crate) fn form(&self) -> String {
        url::form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.0).finish()
    }

    /// The fields of such a form; none where it is empty.
    pub(crate) fn of_form(form: &str) -> Option<Self> {
        let fields = url::form_urlencoded::parse(form.as_bytes()).into_owned().collect();
        (!form.is_empty()).then_some(Self(fields))
    }

    /// Whether a box was ticked.
    pub(crate) fn ticked(&self, name: &str) -> bool {
        self.text(name).is_some()
    }

    /// Yes, no, or not answered.
    pub(crate) fn answer(&self, name: &str) -> Option<bool> {
        match self.text(name) {
            Some("yes") => Some(true),
            Some("no") => Some(false),
            _ => None,
        }
    }

    /// Every value of that name.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, text)| text.as_str())
    }

    /// A value by its name in the method; none where the field is empty.
    pub(crate) fn named<T>(
        &self,
        name: &'static str,
        named: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Unread> {
        self.text(name).map(|text| named(text).ok_or(Unread(name))).transpose()
    }

    /// A value by its name that has to be there.
    pub(crate) fn must<T>(&self, name: &'static str, named: impl Fn(&str) -> Option<T>) -> Result<T, Unread> {
        self.named(name, named)?.ok_or(Unread(name))
    }

    /// A local date and time, as a moment of that zone; none where the field is empty.
    pub(crate) fn moment(&self, name: &'static str, zone: &TimeZone) -> Result<Option<Moment>, Unread> {
        self.named(name, |text| {
            let local: DateTime = text.parse().ok()?;
            let instant = method::moment::at_local(local.date(), local.time(), zone);
            Some(Moment { instant, offset: zone.to_offset(instant) })
        })
    }

    /// A figure, with a point or a comma; none where the field is empty.
    pub(crate) fn figure(&self, name: &'static str) -> Result<Option<f64>, Unread> {
        let Some(text) = self.text(name) else { return Ok(None) };
        let figure = text.replace(',', ".").parse::<f64>().ok().filter(|figure| figure.is_finite());
        figure.map(Some).ok_or(Unread(name))
    }

    /// A count or a measure of 0 or more.
    pub(crate) fn amount(&self, name: &'static str) -> Result<Option<Amount>, Unread> {
        self.figure(name)?.map(|figure| Amount::new(figure).map_err(|_| Unread(name))).transpose()
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        match Form::<Vec<(String, String)>>::from_request(request, state).await {
            Ok(Form(fields)) => Ok(Self(fields)),
            Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                Err((StatusCode::PAYLOAD_TOO_LARGE, "The form is larger than 1 MiB.\n").into_response())
            }
            Err(_) => Err((StatusCode::BAD_REQUEST, "The form could not be read.\n").into_response()),
        }
    }
}
