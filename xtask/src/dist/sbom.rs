//! The bill of materials, as `CycloneDX` 1.5 in JSON: every crate in the program with the checksum of its archive, what
//! is no crate, and who needs whom. The same program gives the same bytes.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::crates::Crate;
use super::outside::Outside;
use super::{Release, sha256};
use crate::run::Failed;

/// The bill as text.
pub(super) fn of(release: &Release, crates: &[Crate], outside: &[Outside]) -> Result<String, Failed> {
    let made =
        i64::try_from(release.epoch_seconds).ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
    let made = made.ok_or_else(|| Failed("the last commit has no time of this calendar".into()))?;
    let (own, others): (Vec<&Crate>, Vec<&Crate>) = crates.iter().partition(|of| of.name == "cli");
    let program = own.first().ok_or_else(|| Failed("the command is not among its crates".into()))?;
    let mut components: Vec<Value> = others.iter().map(|of| component(of)).collect();
    components.extend(outside.iter().map(beside));

    let needs = |of: &Crate| of.needs.iter().map(|(name, version)| purl(name, version)).collect::<Vec<_>>();
    let mut roots = needs(program);
    roots.extend(outside.iter().map(reference));
    let mut dependencies = vec![json!({ "ref": "halflight", "dependsOn": roots })];
    for of in &others {
        dependencies.push(json!({ "ref": purl(&of.name, &of.version), "dependsOn": needs(of) }));
    }
    let bill = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": serial(&Value::from(components.clone()).to_string()),
        "version": 1,
        "metadata": {
            "timestamp": made.to_string(),
            "component": {
                "type": "application",
                "bom-ref": "halflight",
                "name": "halflight",
                "version": release.version,
                "licenses": [{ "expression": "AGPL-3.0-or-later" }],
            },
        },
        "components": components,
        "dependencies": dependencies,
    });
    let text = serde_json::to_string_pretty(&bill);
    Ok(text.map_err(|error| Failed(format!("the bill of materials could not be written: {error}")))? + "\n")
}

fn component(of: &Crate) -> Value {
    let mut told = json!({
        "type": "library",
        "bom-ref": purl(&of.name, &of.version),
        "name": of.name,
        "version": of.version,
        "licenses": licences(of.licence.as_deref()),
    });
    if let Some(description) = &of.description {
        told["description"] = description.as_str().into();
    }
    // A room of this house is in no registry.
    if let Some(checksum) = &of.checksum {
        told["purl"] = purl(&of.name, &of.version).into();
        told["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    if let Some(repository) = &of.repository {
        told["externalReferences"] = json!([{ "type": "vcs", "url": repository }]);
    }
    told
}

fn licences(told: Option<&str>) -> Value {
    match told {
        Some(told) if spdx::Expression::parse(told).is_ok() => json!([{ "expression": told }]),
        Some(told) => json!([{ "license": { "name": told } }]),
        None => json!([{ "license": { "name": "as the text that it ships says" } }]),
    }
}

fn beside(of: &Outside) -> Value {
    json!({
        "type": "library",
        "bom-ref": reference(of),
        "name": of.name,
        "version": of.version,
        "description": of.note,
        "licenses": licences(Some(&of.licence)),
    })
}

fn reference(of: &Outside) -> String {
    format!("outside/{}", of.name.to_lowercase().replace([' ', ','], "-"))
}

/// The address of a crate, as package-url has it; a plus means something in an address.
fn purl(name: &str, version: &str) -> String {
    format!("pkg:cargo/{name}@{}", version.replace('+', "%2B"))
}

/// A UUID of what the bill holds (version 8 of RFC 9562: the bits are ours to say).
fn serial(of: &str) -> String {
    let sum = sha256(of.as_bytes());
    format!("urn:uuid:{}-{}-8{}-8{}-{}", &sum[..8], &sum[8..12], &sum[13..16], &sum[17..20], &sum[20..32])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn made(name: &str, version: &str, needs: &[(&str, &str)]) -> Crate {
        Crate {
            name: name.into(),
            version: version.into(),
            licence: Some("MIT".into()),
            description: Some("does a thing".into()),
            repository: None,
            checksum: (name != "cli").then(|| "beef".into()),
            folder: "/nowhere".into(),
            needs: needs.iter().map(|(name, version)| ((*name).into(), (*version).into())).collect(),
        }
    }

    fn bill() -> Value {
        let release = Release { version: "1.2.3".into(), epoch_seconds: 1_772_359_200 };
        let crates = [
            made("cli", "1.2.3", &[("a", "1.0.0+x"), ("b", "2.0.0")]),
            made("a", "1.0.0+x", &[("b", "2.0.0")]),
            made("b", "2.0.0", &[]),
        ];
        let outside = super::super::outside::in_the_program().map_err(|failed| failed.0).expect("the list");
        let text = of(&release, &crates, &outside).map_err(|failed| failed.0).expect("a bill");
        assert_eq!(of(&release, &crates, &outside).map_err(|failed| failed.0), Ok(text.clone()));
        serde_json::from_str(&text).expect("JSON")
    }

    #[test]
    fn whoever_is_needed_is_a_component_and_every_reference_is_there_once() {
        let bill = bill();
        let list = |value: &Value| value.as_array().cloned().expect("a list");
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let components = list(&bill["components"]);
        let named: BTreeSet<String> = components.iter().map(|one| text(&one["bom-ref"])).collect();
        assert_eq!(named.len(), components.len());
        let mut needed = BTreeSet::new();
        for one in list(&bill["dependencies"]) {
            let of = text(&one["ref"]);
            assert!(of == "halflight" || named.contains(&of), "{of}");
            needed.extend(list(&one["dependsOn"]).iter().map(text));
        }
        assert_eq!(needed, named);
    }

    #[test]
    fn a_crate_has_its_address_its_checksum_and_its_licence() {
        let bill = bill();
        let a = &bill["components"][0];
        assert_eq!(a["purl"], "pkg:cargo/a@1.0.0%2Bx");
        assert_eq!(a["hashes"][0]["content"], "beef");
        assert_eq!(a["licenses"][0]["expression"], "MIT");
        assert_eq!(bill["metadata"]["timestamp"], "2026-03-01T10:00:00Z");
        let serial = bill["serialNumber"].as_str().expect("a text");
        assert_eq!((serial.len(), serial.matches('-').count()), ("urn:uuid:".len() + 36, 4));
    }
}
