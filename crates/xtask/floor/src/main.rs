//! `floor ADDRESS BYTES HEADERS`: a bare axum handler that sends as many bytes as a page, with the same headers (a file
//! of `name: value` lines). What it costs is the floor: no server on this library can cost less.

use std::{error::Error, fs};

use axum::{Router, body::Bytes, http::HeaderMap, response::IntoResponse};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut next = |what: &str| arguments.next().ok_or(format!("floor needs {what}"));
    let (address, bytes, headers) = (next("an address")?, next("a number of bytes")?, next("a file of headers")?);
    let headers = read_headers(&fs::read_to_string(headers)?)?;
    let body = Bytes::from(vec![b'x'; bytes.parse()?]);
    let answer = move || async move { (headers, body).into_response() };
    let listener = tokio::net::TcpListener::bind(address).await?;
    axum::serve(listener, Router::new().fallback(answer)).await?;
    Ok(())
}

fn read_headers(text: &str) -> Result<HeaderMap, Box<dyn Error>> {
    let mut headers = HeaderMap::new();
    for (name, value) in text.lines().filter_map(|line| line.split_once(": ")) {
        headers.append(name.parse::<axum::http::HeaderName>()?, value.parse()?);
    }
    Ok(headers)
}
