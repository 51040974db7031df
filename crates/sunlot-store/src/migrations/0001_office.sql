CREATE TABLE audit_event (
  seq     INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  actor   TEXT NOT NULL,
  second  TEXT,
  kind    TEXT NOT NULL,
  payload TEXT NOT NULL,
  hash    BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TRIGGER audit_event_insert BEFORE INSERT ON audit_event
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit_event)
BEGIN SELECT RAISE(ABORT, 'audit_event: seq must follow the last one'); END;

CREATE TRIGGER audit_event_update BEFORE UPDATE ON audit_event
BEGIN SELECT RAISE(ABORT, 'audit_event is append-only'); END;

CREATE TRIGGER audit_event_delete BEFORE DELETE ON audit_event
BEGIN SELECT RAISE(ABORT, 'audit_event is append-only'); END;

CREATE TABLE office_profile (
  id                  INTEGER NOT NULL CHECK (id = 1),
  version             INTEGER NOT NULL CHECK (version >= 1),
  event               INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  name                TEXT NOT NULL CHECK (name <> ''),
  code                TEXT NOT NULL,
  authority           TEXT NOT NULL CHECK (authority IN ('', 'statutory', 'authorized', 'entrusted')),
  entrusting_authority TEXT NOT NULL,
  doc_prefix          TEXT NOT NULL,
  region_code         TEXT NOT NULL,
  region_name         TEXT NOT NULL,
  address             TEXT NOT NULL,
  phone               TEXT NOT NULL,
  supervision_phone   TEXT NOT NULL,
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX office_profile_event ON office_profile (event);

CREATE TRIGGER office_profile_insert BEFORE INSERT ON office_profile
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM office_profile WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'office_profile: version must follow the last one'); END;

CREATE TRIGGER office_profile_update BEFORE UPDATE ON office_profile
BEGIN SELECT RAISE(ABORT, 'office_profile is append-only'); END;

CREATE TRIGGER office_profile_delete BEFORE DELETE ON office_profile
BEGIN SELECT RAISE(ABORT, 'office_profile is append-only'); END;

CREATE TABLE office_channel (
  id      INTEGER NOT NULL CHECK (id >= 1),
  version INTEGER NOT NULL,
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  profile INTEGER NOT NULL,
  kind    TEXT NOT NULL CHECK (kind <> ''),
  detail  TEXT NOT NULL,
  PRIMARY KEY (id, version),
  FOREIGN KEY (profile, version) REFERENCES office_profile (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX office_channel_event ON office_channel (event);

CREATE TRIGGER office_channel_insert BEFORE INSERT ON office_channel
WHEN EXISTS (SELECT 1 FROM office_channel WHERE id = NEW.id AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'office_channel is append-only'); END;

CREATE TRIGGER office_channel_update BEFORE UPDATE ON office_channel
BEGIN SELECT RAISE(ABORT, 'office_channel is append-only'); END;

CREATE TRIGGER office_channel_delete BEFORE DELETE ON office_channel
BEGIN SELECT RAISE(ABORT, 'office_channel is append-only'); END;
