-- The schema of office.db, column by column. A test runs this file and compares the outcome with what the
-- migrations in crates/sunlot-store/src/migrations make, and refuses a column without an explanation.
--
-- Rules for every table: STRICT; NOT NULL unless NULL means something of its own; rows are never updated or
-- deleted but followed by a next version; every row names the event of the trail that wrote it. A column
-- added later is nullable, because the digest of a row covers the columns that are not null.
--
-- PRAGMA application_id = 0x53554E4C ("SUNL"), PRAGMA user_version = number of migrations the file has had.

-- The trail. hash = SHA-256("sunlot audit", a zero byte, the hash before or 32 zero bytes, jcs(event)), where
-- event = {seq, at, actor, second unless NULL, kind, payload}.
CREATE TABLE audit_event (
  seq     INTEGER PRIMARY KEY,                       -- 1, 2, 3 … without gaps
  at      TEXT NOT NULL,                             -- RFC 3339 with the offset of the place, to the second
  actor   TEXT NOT NULL,                             -- who: "console:NAME" or "cli:NAME" while there are no accounts
  second  TEXT,                                      -- the second person of a two-person act; NULL: an act of one
  kind    TEXT NOT NULL,                             -- what, as noun.verbed; all kinds stand in sunlot-app/src/event.rs
  payload TEXT NOT NULL,                             -- canonical JSON; "rows" holds, per table, count and digest of what it wrote
  hash    BLOB NOT NULL CHECK (length(hash) = 32)    -- chained with the event before
) STRICT;

-- A number that does not follow the last one is refused, so no gap and no replacement.
CREATE TRIGGER audit_event_insert BEFORE INSERT ON audit_event
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit_event)
BEGIN SELECT RAISE(ABORT, 'audit_event: seq must follow the last one'); END;

CREATE TRIGGER audit_event_update BEFORE UPDATE ON audit_event
BEGIN SELECT RAISE(ABORT, 'audit_event is append-only'); END;

CREATE TRIGGER audit_event_delete BEFORE DELETE ON audit_event
BEGIN SELECT RAISE(ABORT, 'audit_event is append-only'); END;

-- Who the office is. The version with the highest number is in force. Empty text: not given yet.
CREATE TABLE office_profile (
  id                  INTEGER NOT NULL CHECK (id = 1),                                             -- always 1: one office per file
  version             INTEGER NOT NULL CHECK (version >= 1),                                       -- 1, 2, 3 … without gaps
  event               INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED, -- the event that wrote it
  name                TEXT NOT NULL CHECK (name <> ''),                                            -- full name, as typed
  code                TEXT NOT NULL,                                                               -- unified social credit code, 18 characters
  authority           TEXT NOT NULL CHECK (authority IN ('', 'statutory', 'authorized', 'entrusted')), -- on what its power to enforce rests
  entrusting_authority TEXT NOT NULL,                                                              -- who entrusted it; only where entrusted
  doc_prefix          TEXT NOT NULL,                                                               -- the characters before year and number of a document
  region_code         TEXT NOT NULL,                                                               -- GB/T 2260, 6, 9 or 12 digits
  region_name         TEXT NOT NULL,                                                               -- the region's name
  address             TEXT NOT NULL,                                                               -- for notices
  phone               TEXT NOT NULL,                                                               -- for notices; one or several numbers
  supervision_phone   TEXT NOT NULL,                                                               -- for complaints about inspectors
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

-- Where the office publishes: the rows of a profile's version, in the office's own order.
CREATE TABLE office_channel (
  id      INTEGER NOT NULL CHECK (id >= 1),                                                -- its place in the order, from 1
  version INTEGER NOT NULL,                                                                -- the profile's version
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,     -- the event that wrote it
  profile INTEGER NOT NULL,                                                                -- the profile, always 1
  kind    TEXT NOT NULL CHECK (kind <> ''),                                                -- portal, credit_system, notice_board, social_media, newspaper, broadcast, other
  detail  TEXT NOT NULL,                                                                   -- which one: an address, a column, a wall
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
