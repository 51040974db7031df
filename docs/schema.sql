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
  actor   TEXT NOT NULL,                             -- who: "account:LOGIN"; "console:NAME" or "cli:NAME" of a guest
  second  TEXT,                                      -- the second person of a two-person act, as "account:LOGIN"; NULL: an act of one
  kind    TEXT NOT NULL,                             -- what, as noun.verbed; all kinds stand in sunlot-app/src/event.rs
  payload TEXT NOT NULL,                             -- canonical JSON; "rows" holds, per table, count and digest of what it wrote, "objects" what it concerns
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

-- Searching a million events by person, kind and day without reading them all.
CREATE INDEX audit_event_actor ON audit_event (actor);

CREATE INDEX audit_event_second ON audit_event (second) WHERE second IS NOT NULL;

CREATE INDEX audit_event_kind ON audit_event (kind);

CREATE INDEX audit_event_at ON audit_event (at);

-- What events concern: a cache of the payloads' "objects", compared with them whenever the trail is verified.
CREATE TABLE audit_object (
  kind TEXT NOT NULL,                                -- what sort of thing, as ObjectKind in sunlot-app/src/concern.rs names it
  id   TEXT NOT NULL,                                -- which: a login name, a number, a version
  seq  INTEGER NOT NULL,                             -- the event that concerns it
  PRIMARY KEY (kind, id, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_object_seq ON audit_object (seq);

CREATE TRIGGER audit_object_update BEFORE UPDATE ON audit_object
BEGIN SELECT RAISE(ABORT, 'audit_object follows the trail'); END;

CREATE TRIGGER audit_object_delete BEFORE DELETE ON audit_object
BEGIN SELECT RAISE(ABORT, 'audit_object follows the trail'); END;

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

-- Who may enter, and as what. The version with the highest number is in force.
CREATE TABLE account (
  id            INTEGER NOT NULL CHECK (id >= 1),                                                    -- which account, from 1; it never passes to somebody else
  version       INTEGER NOT NULL CHECK (version >= 1),                                               -- 1, 2, 3 … without gaps
  event         INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,         -- the event that wrote it
  login         TEXT NOT NULL CHECK (login <> ''),                                                   -- the name typed to enter, as normalised; never changes, never reused
  name          TEXT NOT NULL CHECK (name <> ''),                                                    -- the person's name
  handler       INTEGER NOT NULL CHECK (handler IN (0, 1)),                                          -- 1: prepares and runs draws
  supervisor    INTEGER NOT NULL CHECK (supervisor IN (0, 1)),                                       -- 1: watches and confirms; then nothing else
  administrator INTEGER NOT NULL CHECK (administrator IN (0, 1)),                                    -- 1: keeps accounts, settings, backups
  reader        INTEGER NOT NULL CHECK (reader IN (0, 1)),                                           -- 1: looks; then nothing else
  suspended     INTEGER NOT NULL CHECK (suspended IN (0, 1)),                                        -- 1: nobody may enter by it any more
  PRIMARY KEY (id, version),
  CHECK (supervisor + handler <= 1 AND supervisor + administrator <= 1),
  CHECK (handler + supervisor + administrator + reader >= 1)
) STRICT, WITHOUT ROWID;

CREATE INDEX account_event ON account (event);

CREATE TRIGGER account_insert BEFORE INSERT ON account
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM account WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM account)
  OR EXISTS (SELECT 1 FROM account WHERE (login = NEW.login) <> (id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'account: ids and versions must follow the last one, and a login name is one account''s'); END;

CREATE TRIGGER account_update BEFORE UPDATE ON account
BEGIN SELECT RAISE(ABORT, 'account is append-only'); END;

CREATE TRIGGER account_delete BEFORE DELETE ON account
BEGIN SELECT RAISE(ABORT, 'account is append-only'); END;

-- Passwords, never themselves. The last five are not used again.
CREATE TABLE account_password (
  id      INTEGER NOT NULL CHECK (id >= 1),                                                          -- whose
  version INTEGER NOT NULL CHECK (version >= 1),                                                     -- 1, 2, 3 … without gaps; the highest is in force
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,               -- the event that wrote it
  hash    TEXT NOT NULL CHECK (hash LIKE '$argon2id$%'),                                             -- argon2id as a PHC string
  origin  TEXT NOT NULL CHECK (origin IN ('own', 'reset', 'recovery', 'rehash')),                    -- own: chosen by its owner; reset: set by the administrator; recovery: chosen with the paper; rehash: the same, with more work
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX account_password_event ON account_password (event);

CREATE TRIGGER account_password_insert BEFORE INSERT ON account_password
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM account_password WHERE id = NEW.id)
  OR NOT EXISTS (SELECT 1 FROM account WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'account_password: it must be an account''s, and versions must follow'); END;

CREATE TRIGGER account_password_update BEFORE UPDATE ON account_password
BEGIN SELECT RAISE(ABORT, 'account_password is append-only'); END;

CREATE TRIGGER account_password_delete BEFORE DELETE ON account_password
BEGIN SELECT RAISE(ABORT, 'account_password is append-only'); END;

-- Wrong passwords in a row, so that a counter cannot be set back behind the back of the program.
CREATE TABLE account_attempt (
  id      INTEGER NOT NULL CHECK (id >= 1),                                                          -- whose
  version INTEGER NOT NULL CHECK (version >= 1),                                                     -- 1, 2, 3 … without gaps; the highest counts
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,               -- the event that wrote it; its moment is the last attempt
  wrong   INTEGER NOT NULL CHECK (wrong >= 0),                                                       -- wrong ones in a row now; 0 after a right one or an unlocking
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX account_attempt_event ON account_attempt (event);

CREATE TRIGGER account_attempt_insert BEFORE INSERT ON account_attempt
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM account_attempt WHERE id = NEW.id)
  OR NOT EXISTS (SELECT 1 FROM account WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'account_attempt: it must be an account''s, and versions must follow'); END;

CREATE TRIGGER account_attempt_update BEFORE UPDATE ON account_attempt
BEGIN SELECT RAISE(ABORT, 'account_attempt is append-only'); END;

CREATE TRIGGER account_attempt_delete BEFORE DELETE ON account_attempt
BEGIN SELECT RAISE(ABORT, 'account_attempt is append-only'); END;

-- The codes on paper. The version with the highest number is in force.
CREATE TABLE account_recovery (
  id      INTEGER NOT NULL CHECK (id >= 1),                                                          -- whose
  version INTEGER NOT NULL CHECK (version >= 1),                                                     -- 1, 2, 3 … without gaps; the highest is in force
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,               -- the event that wrote it
  hash    TEXT NOT NULL,                                                                             -- argon2id as a PHC string of the code on paper
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX account_recovery_event ON account_recovery (event);

CREATE TRIGGER account_recovery_insert BEFORE INSERT ON account_recovery
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM account_recovery WHERE id = NEW.id)
  OR NOT EXISTS (SELECT 1 FROM account WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'account_recovery: it must be an account''s, and versions must follow'); END;

CREATE TRIGGER account_recovery_update BEFORE UPDATE ON account_recovery
BEGIN SELECT RAISE(ABORT, 'account_recovery is append-only'); END;

CREATE TRIGGER account_recovery_delete BEFORE DELETE ON account_recovery
BEGIN SELECT RAISE(ABORT, 'account_recovery is append-only'); END;

-- The station's keys, public parts; every change of state, and of the file with the private parts, is a version. One at most
-- is in force.
CREATE TABLE station_key (
  id          INTEGER NOT NULL CHECK (id >= 1),                                                                  -- which key, from 1; it never passes to another
  version     INTEGER NOT NULL CHECK (version >= 1),                                                             -- 1, 2, 3 … without gaps; the highest is in force
  event       INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,                       -- the event that wrote it
  public_key  BLOB NOT NULL CHECK (length(public_key) = 32),                                                     -- Ed25519, signs records
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 32),                                                    -- first 32 hex digits of H("key", public_key)
  certificate BLOB NOT NULL,                                                                                     -- X.509 as DER, P-256; signs PDF files
  certificate_digest BLOB NOT NULL CHECK (length(certificate_digest) = 32),                                      -- its SHA-256
  certificate_until TEXT NOT NULL,                                                                               -- until when it is valid, RFC 3339
  epoch       INTEGER NOT NULL CHECK (epoch >= 1),                                                               -- which life of the office's data it came in with
  state       TEXT NOT NULL CHECK (state IN ('in_force', 'retired', 'lost', 'revoked')),                         -- what became of it
  made_at     TEXT NOT NULL,                                                                                     -- since when it is in force, RFC 3339
  ended_at    TEXT,                                                                                              -- from when it does not count; NULL: in force
  reason      TEXT NOT NULL,                                                                                     -- why it came, and after its end why it ended; empty for a first one
  file_digest BLOB CHECK (length(file_digest) = 32),                                                             -- SHA-256 of keys/station.json that holds the private parts; NULL once it has ended
  PRIMARY KEY (id, version),
  CHECK ((state = 'in_force') = (ended_at IS NULL)),
  CHECK ((state = 'in_force') = (file_digest IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX station_key_event ON station_key (event);

CREATE TRIGGER station_key_insert BEFORE INSERT ON station_key
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM station_key WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM station_key)
  OR EXISTS (SELECT 1 FROM station_key WHERE id = NEW.id AND (public_key <> NEW.public_key OR certificate <> NEW.certificate))
  OR EXISTS (SELECT 1 FROM station_key WHERE id <> NEW.id AND public_key = NEW.public_key)
BEGIN SELECT RAISE(ABORT, 'station_key: ids and versions must follow, and a key stays the same'); END;

CREATE TRIGGER station_key_update BEFORE UPDATE ON station_key
BEGIN SELECT RAISE(ABORT, 'station_key is append-only'); END;

CREATE TRIGGER station_key_delete BEFORE DELETE ON station_key
BEGIN SELECT RAISE(ABORT, 'station_key is append-only'); END;

-- What the station has signed about its keys: the published chain, statement by statement.
CREATE TABLE station_statement (
  id         INTEGER NOT NULL CHECK (id >= 1),                                                                   -- its number in the chain, from 1
  version    INTEGER NOT NULL CHECK (version = 1),                                                               -- always 1: what is signed does not change
  event      INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,                        -- the event that wrote it
  digest     BLOB NOT NULL CHECK (length(digest) = 32),                                                          -- what is signed, docs/station-key.md
  signed     TEXT NOT NULL CHECK (signed <> ''),                                                                 -- {signatures, statement} as canonical JSON, as published
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX station_statement_event ON station_statement (event);

CREATE TRIGGER station_statement_insert BEFORE INSERT ON station_statement
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM station_statement)
BEGIN SELECT RAISE(ABORT, 'station_statement: numbers must follow the last one'); END;

CREATE TRIGGER station_statement_update BEFORE UPDATE ON station_statement
BEGIN SELECT RAISE(ABORT, 'station_statement is append-only'); END;

CREATE TRIGGER station_statement_delete BEFORE DELETE ON station_statement
BEGIN SELECT RAISE(ABORT, 'station_statement is append-only'); END;

-- Which office this is, and how often its past was replaced by a backup. Epoch 1 begins with the office.
CREATE TABLE office_epoch (
  id            INTEGER NOT NULL CHECK (id >= 1),                                                    -- the epoch: 1, 2, 3 …
  version       INTEGER NOT NULL CHECK (version = 1),                                                -- always 1: an epoch is opened once
  event         INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,         -- the event that wrote it
  office        TEXT NOT NULL CHECK (length(office) = 32),                                           -- the office's random number, 32 hex digits, the same in every epoch
  why           TEXT NOT NULL CHECK (why IN ('began', 'restored')),                                  -- began: with the office; restored: from a backup
  restored_seq  INTEGER,                                                                             -- the last event of the backup; NULL: not restored
  restored_head TEXT CHECK (length(restored_head) = 64),                                             -- its hash in hex; NULL: not restored
  replaced_seq  INTEGER,                                                                             -- the last event of what was replaced; NULL: there was none, or it could not be read
  replaced_head TEXT CHECK (length(replaced_head) = 64),                                             -- its hash in hex; NULL: there was none
  last_sequence INTEGER,                                                                             -- the highest number of a draw known then; NULL: none was known
  PRIMARY KEY (id, version),
  CHECK ((why = 'restored') = (restored_seq IS NOT NULL)),
  CHECK ((restored_seq IS NULL) = (restored_head IS NULL)),
  CHECK ((replaced_seq IS NULL) = (replaced_head IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX office_epoch_event ON office_epoch (event);

CREATE TRIGGER office_epoch_insert BEFORE INSERT ON office_epoch
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM office_epoch)
  OR (NEW.id = 1) IS NOT (NEW.why = 'began')
  OR NEW.office IS NOT coalesce((SELECT office FROM office_epoch WHERE id = 1), NEW.office)
BEGIN SELECT RAISE(ABORT, 'office_epoch: epochs follow one another and are of one office'); END;

CREATE TRIGGER office_epoch_update BEFORE UPDATE ON office_epoch
BEGIN SELECT RAISE(ABORT, 'office_epoch is append-only'); END;

CREATE TRIGGER office_epoch_delete BEFORE DELETE ON office_epoch
BEGIN SELECT RAISE(ABORT, 'office_epoch is append-only'); END;

-- Where backups go and how many are kept. The version with the highest number is in force.
CREATE TABLE backup_setting (
  id        INTEGER NOT NULL CHECK (id = 1),                                                         -- always 1
  version   INTEGER NOT NULL CHECK (version >= 1),                                                   -- 1, 2, 3 … without gaps
  event     INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,             -- the event that wrote it
  folder    TEXT NOT NULL,                                                                           -- the chosen folder; empty: none
  keep      INTEGER NOT NULL CHECK (keep BETWEEN 1 AND 1000),                                        -- how many automatic ones are kept in each place
  automatic INTEGER NOT NULL CHECK (automatic IN (0, 1)),                                            -- 1: one is made when the program is left
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX backup_setting_event ON backup_setting (event);

CREATE TRIGGER backup_setting_insert BEFORE INSERT ON backup_setting
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM backup_setting WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'backup_setting: version must follow the last one'); END;

CREATE TRIGGER backup_setting_update BEFORE UPDATE ON backup_setting
BEGIN SELECT RAISE(ABORT, 'backup_setting is append-only'); END;

CREATE TRIGGER backup_setting_delete BEFORE DELETE ON backup_setting
BEGIN SELECT RAISE(ABORT, 'backup_setting is append-only'); END;

-- One row for each backup that was written and read back whole.
CREATE TABLE backup_made (
  id       INTEGER NOT NULL CHECK (id >= 1),                                                         -- 1, 2, 3 … in the order they were made
  version  INTEGER NOT NULL CHECK (version = 1),                                                     -- always 1
  event    INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,              -- the event that wrote it
  file     TEXT NOT NULL CHECK (file <> ''),                                                         -- the file's name
  folder   TEXT NOT NULL,                                                                            -- the folder it was written into
  size     INTEGER NOT NULL CHECK (size > 0),                                                        -- its bytes
  digest   TEXT NOT NULL CHECK (length(digest) = 64),                                                -- the digest at its end, in hex
  manifest TEXT NOT NULL CHECK (length(manifest) = 64),                                              -- the digest of its manifest, in hex
  occasion TEXT NOT NULL CHECK (occasion IN ('hand', 'exit', 'risky_act')),                          -- hand, exit, risky_act
  sealed   INTEGER NOT NULL CHECK (sealed IN (0, 1)),                                                -- 1: it has a passphrase
  seq      INTEGER NOT NULL CHECK (seq >= 1),                                                        -- the last event in it
  made_at  TEXT NOT NULL,                                                                            -- RFC 3339, as in the file
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX backup_made_event ON backup_made (event);

CREATE TRIGGER backup_made_insert BEFORE INSERT ON backup_made
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM backup_made)
BEGIN SELECT RAISE(ABORT, 'backup_made: ids must follow the last one'); END;

CREATE TRIGGER backup_made_update BEFORE UPDATE ON backup_made
BEGIN SELECT RAISE(ABORT, 'backup_made is append-only'); END;

CREATE TRIGGER backup_made_delete BEFORE DELETE ON backup_made
BEGIN SELECT RAISE(ABORT, 'backup_made is append-only'); END;

-- Personal values that are kept on purpose: what of whom, and why. The value itself is not here; version 2 says that it was erased.
CREATE TABLE personal_note (
  id          INTEGER NOT NULL CHECK (id >= 1),                                                      -- which value, from 1; it never passes to another
  version     INTEGER NOT NULL CHECK (version IN (1, 2)),                                            -- 1: it was kept; 2: it was erased
  event       INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,           -- the event that wrote it
  holder_kind TEXT NOT NULL CHECK (holder_kind <> ''),                                               -- whose it is: account
  holder      TEXT NOT NULL CHECK (holder <> ''),                                                    -- which one: the login name
  field       TEXT NOT NULL CHECK (field <> ''),                                                     -- mobile_phone, id_number
  commitment  BLOB NOT NULL CHECK (length(commitment) = 32),                                         -- SHA-256("sunlot personal", 0, salt, value); the salt is sealed with the value
  key_mark    BLOB NOT NULL CHECK (length(key_mark) = 8),                                            -- which key sealed it: first 8 bytes of SHA-256("sunlot personal key", 0, key)
  state       TEXT NOT NULL CHECK (state IN ('kept', 'erased')),                                     -- kept, erased
  reason      TEXT NOT NULL CHECK (reason <> ''),                                                    -- why it is kept; in version 2 why it was erased
  PRIMARY KEY (id, version),
  CHECK ((version = 1) = (state = 'kept'))
) STRICT, WITHOUT ROWID;

CREATE INDEX personal_note_event ON personal_note (event);

CREATE TRIGGER personal_note_insert BEFORE INSERT ON personal_note
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM personal_note WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM personal_note)
  OR EXISTS (SELECT 1 FROM personal_note WHERE id = NEW.id
             AND (holder_kind <> NEW.holder_kind OR holder <> NEW.holder OR field <> NEW.field
                  OR commitment <> NEW.commitment OR key_mark <> NEW.key_mark))
BEGIN SELECT RAISE(ABORT, 'personal_note: ids and versions must follow, and a note stays about the same value'); END;

CREATE TRIGGER personal_note_update BEFORE UPDATE ON personal_note
BEGIN SELECT RAISE(ABORT, 'personal_note is append-only'); END;

CREATE TRIGGER personal_note_delete BEFORE DELETE ON personal_note
BEGIN SELECT RAISE(ABORT, 'personal_note is append-only'); END;

-- The sealed values. No event vouches for these rows, so that one can be erased and the trail still fits; what each must be is
-- bound by its note: the commitment, and the associated data of the sealing.
CREATE TABLE personal_field (
  note   INTEGER NOT NULL PRIMARY KEY CHECK (note >= 1),                                             -- the note whose value it is
  nonce  BLOB NOT NULL CHECK (length(nonce) = 24),                                                   -- of XChaCha20-Poly1305
  sealed BLOB NOT NULL CHECK (length(sealed) > 0)                                                    -- a salt of 32 bytes and the value, under the key in keys/personal.key
) STRICT;

-- After how long without anybody the screen is locked; before the first row it is twenty minutes.
CREATE TABLE idle_setting (
  id      INTEGER NOT NULL CHECK (id = 1),                                                           -- 1: there is one setting
  version INTEGER NOT NULL CHECK (version >= 1),                                                     -- from 1
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,               -- the event that wrote it
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),                                       -- minutes without anybody stirring
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX idle_setting_event ON idle_setting (event);

CREATE TRIGGER idle_setting_insert BEFORE INSERT ON idle_setting
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM idle_setting WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'idle_setting: version must follow the last one'); END;

CREATE TRIGGER idle_setting_update BEFORE UPDATE ON idle_setting
BEGIN SELECT RAISE(ABORT, 'idle_setting is append-only'); END;

CREATE TRIGGER idle_setting_delete BEFORE DELETE ON idle_setting
BEGIN SELECT RAISE(ABORT, 'idle_setting is append-only'); END;
