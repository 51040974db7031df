//! The certificate that signs PDF files: self-made, P-256, and the same bytes whenever it is made of the same parts.
//!
//! It proves nothing by itself; the posted sheet with its fingerprint does (docs/decisions/0008-station-key.md).

use std::time::Duration;

use chrono::{DateTime, Datelike, FixedOffset, SecondsFormat, Utc};
use p256::ecdsa::DerSignature;
use p256::pkcs8::EncodePublicKey;
use sha2::{Digest as _, Sha256};
use sunlot_draw::{Digest, Protocol, commitment::fingerprint};
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::builder::profile::BuilderProfile;
use x509_cert::builder::{Builder, CertificateBuilder, Error as BuildError, Result as Built};
use x509_cert::certificate::TbsCertificate;
use x509_cert::der::asn1::{
    GeneralizedTime, ObjectIdentifier, PrintableStringRef, SetOfVec, UtcTime, Utf8StringRef,
};
use x509_cert::der::{Any, Decode, Encode};
use x509_cert::ext::pkix::{BasicConstraints, KeyUsage, KeyUsages, SubjectKeyIdentifier};
use x509_cert::ext::{Extension, ToExtension};
use x509_cert::name::{Name, RdnSequence, RelativeDistinguishedName};
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::{SubjectPublicKeyInfoOwned, SubjectPublicKeyInfoRef};
use x509_cert::time::{Time, Validity};

use super::keys::Keys;
use crate::{Error, Reason, Result};

/// Papers are kept for up to thirty years, and must be verifiable as long.
const YEARS: i32 = 30;

/// The last year that a certificate writes in two digits (RFC 5280, 4.1.2.5).
const LAST_SHORT_YEAR: i32 = 2049;

const COUNTRY: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.6");
const ORGANIZATION: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.10");
const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
const SERIAL_NUMBER: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.5");
const ORGANIZATION_IDENTIFIER: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.97");

/// A certificate, made.
pub(super) struct Certificate {
    pub(super) der: Vec<u8>,
    pub(super) digest: Digest,
    /// Until when it is valid.
    pub(super) until: String,
}

/// Makes the certificate of these keys for this office.
pub(super) fn make(keys: &Keys, office: &str, code: &str, at: DateTime<FixedOffset>) -> Result<Certificate> {
    let internal = |error: String| Error::new(Reason::Internal, format!("certificate: {error}"));
    let until = at
        .with_year(at.year() + YEARS)
        // The 29th of February.
        .or_else(|| at.with_day(28).and_then(|day| day.with_year(at.year() + YEARS)))
        .ok_or_else(|| internal("no such year".to_owned()))?;
    let station = fingerprint(Protocol::Sunlot1, &keys.public_key());
    let der = build(keys, office, code, &station, at, until).map_err(|error| internal(error.to_string()))?;
    Ok(Certificate {
        digest: digest(&der),
        der,
        until: until.to_rfc3339_opts(SecondsFormat::Secs, false),
    })
}

/// The fingerprint of a certificate.
pub(super) fn digest(der: &[u8]) -> Digest {
    Digest::new(Sha256::digest(der).into())
}

/// Whether this is a certificate, for this key.
pub(super) fn belongs(der: &[u8], keys: &Keys) -> bool {
    let spki = keys.pdf().verifying_key().to_public_key_der();
    let Ok(certificate) = x509_cert::Certificate::from_der(der) else {
        return false;
    };
    let own = certificate.tbs_certificate().subject_public_key_info().to_der();
    matches!((spki, own), (Ok(spki), Ok(own)) if spki.as_bytes() == own)
}

fn build(
    keys: &Keys,
    office: &str,
    code: &str,
    station: &str,
    from: DateTime<FixedOffset>,
    until: DateTime<FixedOffset>,
) -> Built<Vec<u8>> {
    let public = keys.pdf().verifying_key().to_public_key_der()?;
    let spki = SubjectPublicKeyInfoOwned::from_der(public.as_bytes())?;
    let subject = name([
        (COUNTRY, Any::from(PrintableStringRef::new("CN")?)),
        (ORGANIZATION, Any::from(Utf8StringRef::new(office)?)),
        (ORGANIZATION_IDENTIFIER, Any::from(Utf8StringRef::new(code)?)),
        (SERIAL_NUMBER, Any::from(PrintableStringRef::new(station)?)),
        (COMMON_NAME, Any::from(Utf8StringRef::new(office)?)),
    ])?;
    // Of the key itself: positive, and never twice.
    let mut serial: [u8; 16] = [0; 16];
    serial.copy_from_slice(&Sha256::digest(public.as_bytes())[..16]);
    serial[0] = serial[0] & 0x7f | 0x40;
    let validity = Validity::new(time(from)?, time(until)?);
    let builder = CertificateBuilder::new(OwnSeal { subject }, SerialNumber::new(&serial)?, validity, spki)?;
    Ok(builder.build::<_, DerSignature>(keys.pdf())?.to_der()?)
}

fn name(parts: [(ObjectIdentifier, Any); 5]) -> Built<Name> {
    let mut names = RdnSequence::default();
    for (oid, value) in parts {
        let part = SetOfVec::try_from(vec![AttributeTypeAndValue { oid, value }])?;
        names.push(RelativeDistinguishedName::from(part));
    }
    Ok(Name::from_der(&names.to_der()?)?)
}

fn time(at: DateTime<FixedOffset>) -> Built<Time> {
    let utc = at.with_timezone(&Utc);
    let since = Duration::from_secs(u64::try_from(utc.timestamp()).unwrap_or_default());
    Ok(if utc.year() <= LAST_SHORT_YEAR {
        Time::UtcTime(UtcTime::from_unix_duration(since)?)
    } else {
        Time::GeneralTime(GeneralizedTime::from_unix_duration(since)?)
    })
}

/// A certificate that signs papers and nothing else. It names no extended usage: viewers that look for one know others.
struct OwnSeal {
    subject: Name,
}

impl BuilderProfile for OwnSeal {
    fn get_issuer(&self, subject: &Name) -> Name {
        subject.clone()
    }

    fn get_subject(&self) -> Name {
        self.subject.clone()
    }

    fn build_extensions(
        &self,
        own: SubjectPublicKeyInfoRef<'_>,
        _: SubjectPublicKeyInfoRef<'_>,
        _: &TbsCertificate,
    ) -> Built<Vec<Extension>> {
        let constraints = BasicConstraints {
            ca: false,
            path_len_constraint: None,
        };
        let usage = KeyUsage(KeyUsages::DigitalSignature | KeyUsages::NonRepudiation);
        let identifier = SubjectKeyIdentifier::try_from(own).map_err(BuildError::from)?;
        Ok(vec![
            constraints.to_extension(&self.subject, &[])?,
            usage.to_extension(&self.subject, &[])?,
            identifier.to_extension(&self.subject, &[])?,
        ])
    }
}
