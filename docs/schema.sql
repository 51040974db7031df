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

-- What may be inspected. The version with the highest number is in force. NULL: not given.
CREATE TABLE target (
  id              INTEGER NOT NULL CHECK (id >= 1),                                                            -- which target, from 1; it never passes to another. People read it as DX-000001
  version         INTEGER NOT NULL CHECK (version >= 1),                                                       -- 1, 2, 3 … without gaps
  event           INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,                 -- the event that wrote it
  kind            TEXT NOT NULL CHECK (kind <> ''),                                                            -- enterprise, individual_business, farmer_cooperative, institution, social_organisation, product, project, place, other
  name            TEXT NOT NULL CHECK (name <> ''),                                                            -- what it is called, as it came
  former_name     TEXT CHECK (former_name <> ''),                                                              -- what it was called before, several between commas of lists
  uscc            TEXT CHECK (uscc <> ''),                                                                     -- unified social credit code, only where it can be right
  reg_no          TEXT CHECK (reg_no <> ''),                                                                   -- registration number from before, only where it can be right
  doubtful_code   TEXT CHECK (doubtful_code <> ''),                                                            -- what stands for a code and cannot be right: for somebody to look at
  legal_rep       TEXT CHECK (legal_rep <> ''),                                                                -- legal representative, head or operator
  contact         TEXT CHECK (contact <> ''),                                                                  -- whom to ask for there
  phone           TEXT CHECK (phone <> ''),                                                                    -- telephone numbers
  address         TEXT CHECK (address <> ''),                                                                  -- where it is registered
  premises        TEXT CHECK (premises <> ''),                                                                 -- where it works
  township        TEXT CHECK (township <> ''),                                                                 -- its township
  region_code     TEXT CHECK (region_code <> ''),                                                              -- GB/T 2260
  industry        TEXT CHECK (industry <> ''),                                                                 -- its trade in words
  industry_code   TEXT CHECK (industry_code <> ''),                                                            -- its trade by GB/T 4754
  nature          TEXT CHECK (nature <> ''),                                                                   -- what it is registered as
  scope           TEXT CHECK (scope <> ''),                                                                    -- what it may do
  founded         TEXT CHECK (founded <> ''),                                                                  -- since when it exists: a day, a month or a year
  registrar       TEXT CHECK (registrar <> ''),                                                                -- who registered it
  supervisor      TEXT CHECK (supervisor <> ''),                                                               -- who looks after it
  status          TEXT NOT NULL CHECK (status <> ''),                                                          -- active, or why it is not in business
  permit_name     TEXT CHECK (permit_name <> ''),                                                              -- a permit
  permit_no       TEXT CHECK (permit_no <> ''),                                                                -- its number
  permit_valid_to TEXT CHECK (permit_valid_to <> ''),                                                          -- until when it holds; 9999-12-31: without an end
  tags            TEXT CHECK (tags <> ''),                                                                     -- fields of supervision
  credit          TEXT CHECK (credit <> ''),                                                                   -- good, fair, poor
  credit_on       TEXT CHECK (credit_on <> ''),                                                                -- when that was decided
  credit_basis    TEXT CHECK (credit_basis <> ''),                                                             -- on what
  risk            TEXT CHECK (risk <> ''),                                                                     -- low, medium, medium_high, high
  source          TEXT CHECK (source <> ''),                                                                   -- the roster it came with
  remark          TEXT CHECK (remark <> ''),                                                                   -- whatever else
  doubts          TEXT CHECK (doubts <> ''),                                                                   -- what somebody must still look at, as names between commas
  membership      TEXT NOT NULL CHECK (membership IN ('in', 'suspended', 'removed')),                          -- in: in the registry; suspended: takes part in no draw for a time; removed: does not belong there any more
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX target_event ON target (event);

CREATE TRIGGER target_insert BEFORE INSERT ON target
WHEN NEW.version > 1 AND NOT EXISTS (SELECT 1 FROM target WHERE id = NEW.id AND version = NEW.version - 1)
BEGIN SELECT RAISE(FAIL, 'target: versions must follow the last one'); END;

CREATE TRIGGER target_update BEFORE UPDATE ON target
BEGIN SELECT RAISE(ABORT, 'target is append-only'); END;

CREATE TRIGGER target_delete BEFORE DELETE ON target
BEGIN SELECT RAISE(ABORT, 'target is append-only'); END;

-- Which version of each target is in force, and its codes: a list made from target, compared with it whenever the whole trail
-- is verified. No two targets in force have one code.
CREATE TABLE target_current (
  id      INTEGER PRIMARY KEY,                                                                                 -- which target
  version INTEGER NOT NULL,                                                                                    -- its latest version
  uscc    TEXT,                                                                                                -- its code; NULL: none
  reg_no  TEXT                                                                                                 -- its number; NULL: none
) STRICT;

CREATE UNIQUE INDEX target_current_uscc ON target_current (uscc) WHERE uscc IS NOT NULL;

CREATE UNIQUE INDEX target_current_reg_no ON target_current (reg_no) WHERE reg_no IS NOT NULL;

-- What makes a target be looked at more often: the seven triggers and the blacklist, each with its period.
CREATE TABLE target_flag (
  id        INTEGER NOT NULL CHECK (id >= 1),                                                                  -- which flag, from 1
  version   INTEGER NOT NULL CHECK (version >= 1),                                                             -- 1, 2, 3 … without gaps
  event     INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,                       -- the event that wrote it
  target    INTEGER NOT NULL CHECK (target >= 1),                                                              -- whose; never changes
  flag      TEXT NOT NULL CHECK (flag <> ''),                                                                  -- newly_founded, many_complaints, abnormal_listing, dishonest, serious_violation, public_concern, life_and_property_safety, blacklist
  since     TEXT NOT NULL CHECK (since <> ''),                                                                 -- its first day
  until     TEXT CHECK (until <> ''),                                                                          -- its last day; NULL: until it is ended
  evidence  TEXT CHECK (evidence <> ''),                                                                       -- on what it rests
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),                                                      -- 1: it was a mistake from the beginning
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX target_flag_event ON target_flag (event);

CREATE INDEX target_flag_target ON target_flag (target);

CREATE TRIGGER target_flag_insert BEFORE INSERT ON target_flag
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM target_flag WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM target_flag)
  OR NOT EXISTS (SELECT 1 FROM target WHERE id = NEW.target)
  OR EXISTS (SELECT 1 FROM target_flag WHERE id = NEW.id AND target <> NEW.target)
BEGIN SELECT RAISE(ABORT, 'target_flag: ids and versions must follow the last one'); END;

CREATE TRIGGER target_flag_update BEFORE UPDATE ON target_flag
BEGIN SELECT RAISE(ABORT, 'target_flag is append-only'); END;

CREATE TRIGGER target_flag_delete BEFORE DELETE ON target_flag
BEGIN SELECT RAISE(ABORT, 'target_flag is append-only'); END;

-- Who was inspected when, by this program or outside of it.
CREATE TABLE visit (
  id         INTEGER NOT NULL CHECK (id >= 1),                                                                 -- which visit, from 1
  version    INTEGER NOT NULL CHECK (version >= 1),                                                            -- 1, 2, 3 … without gaps
  event      INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,                      -- the event that wrote it
  target     INTEGER NOT NULL CHECK (target >= 1),                                                             -- to whom; never changes
  held_on    TEXT NOT NULL CHECK (held_on <> ''),                                                              -- on which day; a month or a year where no more is known
  times      INTEGER NOT NULL CHECK (times BETWEEN 1 AND 1000),                                                -- how many visits it stands for: a roster may only tell a number
  counted    INTEGER NOT NULL CHECK (counted IN (0, 1)),                                                       -- 1: it counts against how often somebody may be visited
  task_kind  TEXT NOT NULL CHECK (task_kind <> ''),                                                            -- double_random, key_supervision, case_inspection, special_campaign
  modes      TEXT CHECK (modes <> ''),                                                                         -- how
  items      TEXT CHECK (items <> ''),                                                                         -- what was inspected
  unit       TEXT CHECK (unit <> ''),                                                                          -- by which unit
  inspectors TEXT CHECK (inspectors <> ''),                                                                    -- by whom
  result     TEXT CHECK (result <> ''),                                                                        -- what was found
  remark     TEXT CHECK (remark <> ''),                                                                        -- whatever else
  origin     TEXT NOT NULL CHECK (origin <> ''),                                                               -- program, entered by hand, imported, or roster: a roster of targets told of it
  withdrawn  INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),                                                     -- 1: it was entered by mistake
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX visit_event ON visit (event);

CREATE INDEX visit_target ON visit (target);

CREATE TRIGGER visit_insert BEFORE INSERT ON visit
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM visit WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM visit)
  OR NOT EXISTS (SELECT 1 FROM target WHERE id = NEW.target)
  OR EXISTS (SELECT 1 FROM visit WHERE id = NEW.id AND target <> NEW.target)
BEGIN SELECT RAISE(ABORT, 'visit: ids and versions must follow the last one'); END;

CREATE TRIGGER visit_update BEFORE UPDATE ON visit
BEGIN SELECT RAISE(ABORT, 'visit is append-only'); END;

CREATE TRIGGER visit_delete BEFORE DELETE ON visit
BEGIN SELECT RAISE(ABORT, 'visit is append-only'); END;

-- Every roster that was taken over, and how its columns were read, so that the next one of the same source is read the same way.
CREATE TABLE roster_import (
  id       INTEGER NOT NULL CHECK (id >= 1),                                                                   -- which import, from 1
  version  INTEGER NOT NULL CHECK (version >= 1),                                                              -- always 1
  event    INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,                        -- the event that wrote it
  registry TEXT NOT NULL CHECK (registry <> ''),                                                               -- into which registry
  file     TEXT NOT NULL CHECK (file <> ''),                                                                   -- the file's name
  digest   BLOB NOT NULL CHECK (length(digest) = 32),                                                          -- SHA-256 of its bytes
  sheet    TEXT NOT NULL CHECK (sheet <> ''),                                                                  -- the sheet
  headings TEXT NOT NULL CHECK (headings <> ''),                                                               -- digest of its headings, by which the next one of the same source is known
  mapping  TEXT NOT NULL CHECK (mapping <> ''),                                                                -- which column was read as what, as JSON
  source   TEXT CHECK (source <> ''),                                                                          -- what the roster is called in the registry; NULL: nothing
  read     INTEGER NOT NULL CHECK (read >= 0),                                                                 -- rows that are not blank, below the headings
  added    INTEGER NOT NULL CHECK (added >= 0),                                                                -- new ones
  updated  INTEGER NOT NULL CHECK (updated >= 0),                                                              -- ones that changed something
  same     INTEGER NOT NULL CHECK (same >= 0),                                                                 -- ones that said what was known
  skipped  INTEGER NOT NULL CHECK (skipped >= 0),                                                              -- ones that were left out
  errors   INTEGER NOT NULL CHECK (errors >= 0),                                                               -- ones that could not be taken
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX roster_import_event ON roster_import (event);

CREATE INDEX roster_import_headings ON roster_import (headings);

CREATE TRIGGER roster_import_insert BEFORE INSERT ON roster_import
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM roster_import WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM roster_import)
BEGIN SELECT RAISE(ABORT, 'roster_import: ids and versions must follow the last one'); END;

CREATE TRIGGER roster_import_update BEFORE UPDATE ON roster_import
BEGIN SELECT RAISE(ABORT, 'roster_import is append-only'); END;

CREATE TRIGGER roster_import_delete BEFORE DELETE ON roster_import
BEGIN SELECT RAISE(ABORT, 'roster_import is append-only'); END;

-- Whoever may be sent out to inspect. Identity and mobile numbers are not kept here: personal values are sealed elsewhere.
CREATE TABLE inspector (
  id                   INTEGER NOT NULL CHECK (id >= 1),                                                        -- who, from 1; it never passes to another. People read it as RY-000001
  version              INTEGER NOT NULL CHECK (version >= 1),                                                   -- 1, 2, 3 … without gaps
  event                INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,             -- the event that wrote it
  name                 TEXT NOT NULL CHECK (name <> ''),                                                        -- what they are called, as it came
  staff_no             TEXT CHECK (staff_no <> ''),                                                             -- the number that their unit gave them; leading zeros belong to it
  unit                 TEXT CHECK (unit <> ''),                                                                 -- whom they work for
  department           TEXT CHECK (department <> ''),                                                           -- in which department
  duty                 TEXT CHECK (duty <> ''),                                                                 -- their post
  skills               TEXT CHECK (skills <> ''),                                                               -- what they are good at, several between commas of lists
  scope                TEXT CHECK (scope <> ''),                                                                -- which matters they may inspect
  region               TEXT CHECK (region <> ''),                                                               -- where they may inspect
  expert               TEXT CHECK (expert <> ''),                                                               -- yes, no
  cert_no              TEXT CHECK (cert_no <> ''),                                                              -- number of the enforcement certificate, as it is compared; no two in the registry have one
  cert_valid_to        TEXT CHECK (cert_valid_to <> ''),                                                        -- its last day, or a month or a year where no more is known; 9999-12-31: without an end
  cert_issuer          TEXT CHECK (cert_issuer <> ''),                                                          -- who gave it out
  second_cert_no       TEXT CHECK (second_cert_no <> ''),                                                       -- number of a second certificate
  second_cert_valid_to TEXT CHECK (second_cert_valid_to <> ''),                                                 -- its last day
  second_cert_issuer   TEXT CHECK (second_cert_issuer <> ''),                                                   -- who gave that out
  score                TEXT CHECK (score <> ''),                                                                -- the result of a test
  basis                TEXT CHECK (basis <> ''),                                                                -- why they are in the registry
  source               TEXT CHECK (source <> ''),                                                               -- the roster they came with
  remark               TEXT CHECK (remark <> ''),                                                               -- whatever else
  doubts               TEXT CHECK (doubts <> ''),                                                               -- what somebody must still look at, as names between commas
  status               TEXT NOT NULL CHECK (status <> ''),                                                      -- active, lapsed, suspended, retired, transferred, unknown
  membership           TEXT NOT NULL CHECK (membership IN ('in', 'suspended', 'removed')),                      -- in: in the registry; suspended: takes part in no draw for a time; removed: does not belong there any more
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX inspector_event ON inspector (event);

CREATE TRIGGER inspector_insert BEFORE INSERT ON inspector
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM inspector WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM inspector)
BEGIN SELECT RAISE(ABORT, 'inspector: ids and versions must follow the last one'); END;

CREATE TRIGGER inspector_update BEFORE UPDATE ON inspector
BEGIN SELECT RAISE(ABORT, 'inspector is append-only'); END;

CREATE TRIGGER inspector_delete BEFORE DELETE ON inspector
BEGIN SELECT RAISE(ABORT, 'inspector is append-only'); END;

-- Conflicts of interest between an inspector and a target: whoever has one in force is not sent there.
CREATE TABLE inspector_conflict (
  id        INTEGER NOT NULL CHECK (id >= 1),                                                                   -- which conflict, from 1
  version   INTEGER NOT NULL CHECK (version >= 1),                                                              -- 1, 2, 3 … without gaps
  event     INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,                        -- the event that wrote it
  inspector INTEGER NOT NULL CHECK (inspector >= 1),                                                            -- whose; never changes
  target    INTEGER NOT NULL CHECK (target >= 1),                                                               -- with which target; never changes
  relation  TEXT NOT NULL CHECK (relation <> ''),                                                               -- kinship, shareholding, former_post, same_case, other
  told_by   TEXT NOT NULL CHECK (told_by <> ''),                                                                -- who said so
  since     TEXT CHECK (since <> ''),                                                                           -- its first day; NULL: from the beginning
  until     TEXT CHECK (until <> ''),                                                                           -- its last day; NULL: without an end
  detail    TEXT CHECK (detail <> ''),                                                                          -- more about it
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),                                                       -- 1: it was a mistake from the beginning
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX inspector_conflict_event ON inspector_conflict (event);

CREATE INDEX inspector_conflict_inspector ON inspector_conflict (inspector);

CREATE INDEX inspector_conflict_target ON inspector_conflict (target);

CREATE TRIGGER inspector_conflict_insert BEFORE INSERT ON inspector_conflict
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM inspector_conflict WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM inspector_conflict)
  OR NOT EXISTS (SELECT 1 FROM inspector WHERE id = NEW.inspector)
  OR NOT EXISTS (SELECT 1 FROM target WHERE id = NEW.target)
  OR EXISTS (SELECT 1 FROM inspector_conflict WHERE id = NEW.id AND (inspector <> NEW.inspector OR target <> NEW.target))
BEGIN SELECT RAISE(ABORT, 'inspector_conflict: ids and versions must follow the last one'); END;

CREATE TRIGGER inspector_conflict_update BEFORE UPDATE ON inspector_conflict
BEGIN SELECT RAISE(ABORT, 'inspector_conflict is append-only'); END;

CREATE TRIGGER inspector_conflict_delete BEFORE DELETE ON inspector_conflict
BEGIN SELECT RAISE(ABORT, 'inspector_conflict is append-only'); END;

-- How long two people, or a person and a target, should not meet again; no row: there is no rule.
CREATE TABLE rotation_setting (
  id      INTEGER NOT NULL CHECK (id = 1),                                                                      -- always 1
  version INTEGER NOT NULL CHECK (version >= 1),                                                                -- 1, 2, 3 … without gaps
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,                          -- the event that wrote it
  months  INTEGER NOT NULL CHECK (months BETWEEN 0 AND 120),                                                    -- how long two people, or a person and a target, should not meet again; 0: there is no rule
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX rotation_setting_event ON rotation_setting (event);

CREATE TRIGGER rotation_setting_insert BEFORE INSERT ON rotation_setting
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM rotation_setting WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rotation_setting: ids and versions must follow the last one'); END;

CREATE TRIGGER rotation_setting_update BEFORE UPDATE ON rotation_setting
BEGIN SELECT RAISE(ABORT, 'rotation_setting is append-only'); END;

CREATE TRIGGER rotation_setting_delete BEFORE DELETE ON rotation_setting
BEGIN SELECT RAISE(ABORT, 'rotation_setting is append-only'); END;

-- The list of inspection items as it is worked on: append-only versions, each a whole document. Empty values are NULL.
CREATE TABLE item (
  id                    INTEGER NOT NULL CHECK (id >= 1),                                            -- which item, from 1
  version               INTEGER NOT NULL CHECK (version >= 1),                                       -- 1, 2, 3 … without gaps
  event                 INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED, -- the event that wrote it
  code                  TEXT CHECK (code <> ''),                                                     -- the number that the list itself gives it
  category              TEXT CHECK (category <> ''),                                                 -- the group that it belongs to
  name                  TEXT NOT NULL CHECK (name <> ''),                                            -- what it is called
  sub_item              TEXT CHECK (sub_item <> ''),                                                 -- a part of it
  item_class            TEXT CHECK (item_class <> ''),                                               -- general or key
  authority             TEXT CHECK (authority <> ''),                                                -- who inspects
  enforcement_authority TEXT CHECK (enforcement_authority <> ''),                                    -- in whose name the law is enforced
  target_scope          TEXT CHECK (target_scope <> ''),                                             -- what is inspected
  tags                  TEXT CHECK (tags <> ''),                                                     -- the tags of the targets that it is for
  key_area              TEXT CHECK (key_area <> ''),                                                 -- yes or no: an area that is watched more closely, as food or work safety
  content               TEXT CHECK (content <> ''),                                                  -- what is looked at, in short
  modes                 TEXT CHECK (modes <> ''),                                                    -- how it is inspected
  procedure             TEXT CHECK (procedure <> ''),                                                -- in which steps
  standard              TEXT CHECK (standard <> ''),                                                 -- by which standard
  "range"               TEXT CHECK ("range" <> ''),                                                  -- how far it reaches
  means                 TEXT CHECK (means <> ''),                                                    -- with what means
  requirement           TEXT CHECK (requirement <> ''),                                              -- what is asked of the inspection
  base                  TEXT CHECK (base <> ''),                                                     -- of how many targets
  ratio                 TEXT CHECK (ratio <> ''),                                                    -- how many of the targets, in words
  frequency             TEXT CHECK (frequency <> ''),                                                -- how often, in words
  ratio_authority       TEXT CHECK (ratio_authority <> ''),                                          -- own or superior: who decides the ratio
  ratio_min             TEXT CHECK (ratio_min <> ''),                                                -- not less than this, as 3%
  ratio_max             TEXT CHECK (ratio_max <> ''),                                                -- not more than this, as 5%
  ratio_document        TEXT CHECK (ratio_document <> ''),                                           -- by which document of the office above
  season                TEXT CHECK (season <> ''),                                                   -- when in the year
  duty_code             TEXT CHECK (duty_code <> ''),                                                -- its code in the list of powers and duties
  duty_name             TEXT CHECK (duty_name <> ''),                                                -- its name there
  unit                  TEXT CHECK (unit <> ''),                                                     -- the unit that answers for it
  person                TEXT CHECK (person <> ''),                                                   -- the person who answers for it
  skill                 TEXT CHECK (skill <> ''),                                                    -- what an inspector must be able to do
  merge_group           TEXT CHECK (merge_group <> ''),                                              -- items with the same one are inspected together
  group_lead            TEXT CHECK (group_lead <> ''),                                               -- the unit that leads such a group
  remark                TEXT CHECK (remark <> ''),                                                   -- whatever else
  source                TEXT CHECK (source <> ''),                                                   -- the list it came with
  doubts                TEXT CHECK (doubts <> ''),                                                   -- what somebody must still look at: name_broken, number_lost
  bases                 TEXT CHECK (json_valid(bases)),                                              -- the laws that it rests on: JSON [{law, article?, text?, valid_from?, valid_to?}]
  check_points          TEXT CHECK (json_valid(check_points)),                                       -- the points that are looked at: JSON [{content, method?, materials?}]
  example               TEXT CHECK (example = 'yes'),                                                -- yes: a starter that nobody has compared with the law
  membership            TEXT NOT NULL CHECK (membership IN ('in', 'removed')),                       -- whether it is in the list
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX item_event ON item (event);

CREATE TRIGGER item_insert BEFORE INSERT ON item
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM item WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM item)
BEGIN SELECT RAISE(ABORT, 'item: ids and versions must follow the last one'); END;

CREATE TRIGGER item_update BEFORE UPDATE ON item
BEGIN SELECT RAISE(ABORT, 'item is append-only'); END;

CREATE TRIGGER item_delete BEFORE DELETE ON item
BEGIN SELECT RAISE(ABORT, 'item is append-only'); END;

-- Editions of the list: what was handed in together. Of an edition nothing changes but how far it has come.
CREATE TABLE catalog (
  id           INTEGER NOT NULL CHECK (id >= 1),                                                  -- which edition, from 1
  version      INTEGER NOT NULL CHECK (version >= 1),                                             -- 1, 2, 3 … without gaps
  event        INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,       -- the event that wrote it
  state        TEXT NOT NULL CHECK (state IN ('submitted', 'returned', 'ratified', 'published')), -- how far it has come
  title        TEXT NOT NULL CHECK (title <> ''),                                                 -- what it was handed in as; never changes
  submitted_on TEXT NOT NULL CHECK (submitted_on <> ''),                                          -- when it was handed in; never changes
  submitted_to TEXT NOT NULL CHECK (submitted_to <> ''),                                          -- to whom; never changes
  reason       TEXT NOT NULL CHECK (reason <> ''),                                                -- why the list was changed, and on what basis; never changes
  returned_on  TEXT CHECK (returned_on <> ''),                                                    -- when it was sent back; then it is final
  returned_for TEXT CHECK (returned_for <> ''),                                                   -- why
  ratified_by  TEXT CHECK (ratified_by <> ''),                                                    -- who decided it
  ratified_on  TEXT CHECK (ratified_on <> ''),                                                    -- when
  ratified_no  TEXT CHECK (ratified_no <> ''),                                                    -- the number of the document
  effective_on TEXT CHECK (effective_on <> ''),                                                   -- from when on it is in force; it may lie ahead
  published_on TEXT CHECK (published_on <> ''),                                                   -- when it was made public
  channels     TEXT CHECK (channels <> ''),                                                       -- where
  PRIMARY KEY (id, version),
  CHECK ((state = 'returned') = (returned_on IS NOT NULL) AND (returned_on IS NULL) = (returned_for IS NULL)),
  CHECK ((state IN ('ratified', 'published')) = (ratified_by IS NOT NULL) AND (ratified_by IS NULL) = (ratified_on IS NULL)
         AND (ratified_by IS NULL) = (ratified_no IS NULL) AND (ratified_by IS NULL) = (effective_on IS NULL)),
  CHECK ((state = 'published') = (published_on IS NOT NULL) AND (published_on IS NULL) = (channels IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX catalog_event ON catalog (event);

CREATE TRIGGER catalog_insert BEFORE INSERT ON catalog
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM catalog WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM catalog)
  OR (NEW.version = 1) IS NOT (NEW.state = 'submitted')
  OR EXISTS (SELECT 1 FROM catalog AS c WHERE c.id = NEW.id AND c.version = NEW.version - 1
             AND (c.title <> NEW.title OR c.submitted_on <> NEW.submitted_on OR c.submitted_to <> NEW.submitted_to
                  OR c.reason <> NEW.reason OR c.ratified_by <> NEW.ratified_by OR c.ratified_on <> NEW.ratified_on
                  OR c.ratified_no <> NEW.ratified_no OR c.effective_on <> NEW.effective_on
                  OR (c.state, NEW.state) NOT IN (VALUES ('submitted', 'returned'), ('submitted', 'ratified'),
                                                         ('ratified', 'published'))))
BEGIN SELECT RAISE(ABORT, 'catalog: only the next step of an edition may follow'); END;

CREATE TRIGGER catalog_update BEFORE UPDATE ON catalog
BEGIN SELECT RAISE(ABORT, 'catalog is append-only'); END;

CREATE TRIGGER catalog_delete BEFORE DELETE ON catalog
BEGIN SELECT RAISE(ABORT, 'catalog is append-only'); END;

-- Which version of which item stands in an edition: written once, when it is handed in.
CREATE TABLE catalog_entry (
  id           INTEGER NOT NULL CHECK (id >= 1),                                            -- which entry, from 1
  version      INTEGER NOT NULL CHECK (version = 1),                                        -- always 1: an entry never changes
  event        INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED, -- the event that wrote it: that of the submission
  catalog      INTEGER NOT NULL CHECK (catalog >= 1),                                       -- in which edition
  item         INTEGER NOT NULL CHECK (item >= 1),                                          -- which item
  item_version INTEGER NOT NULL CHECK (item_version >= 1),                                  -- in which of its versions
  PRIMARY KEY (id, version),
  FOREIGN KEY (item, item_version) REFERENCES item (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX catalog_entry_event ON catalog_entry (event);

CREATE UNIQUE INDEX catalog_entry_item ON catalog_entry (catalog, item);

CREATE TRIGGER catalog_entry_insert BEFORE INSERT ON catalog_entry
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM catalog_entry)
  OR NEW.event IS NOT (SELECT event FROM catalog WHERE id = NEW.catalog AND version = 1)
BEGIN SELECT RAISE(ABORT, 'catalog_entry: an edition has the items that it was handed in with'); END;

CREATE TRIGGER catalog_entry_update BEFORE UPDATE ON catalog_entry
BEGIN SELECT RAISE(ABORT, 'catalog_entry is append-only'); END;

CREATE TRIGGER catalog_entry_delete BEFORE DELETE ON catalog_entry
BEGIN SELECT RAISE(ABORT, 'catalog_entry is append-only'); END;

-- By what points a target came to its level of risk, grading after grading.
CREATE TABLE risk_grading (
  id                  INTEGER NOT NULL CHECK (id >= 1),                                                          -- which grading, from 1
  version             INTEGER NOT NULL CHECK (version >= 1),                                                     -- always 1: a grading is never changed
  event               INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,               -- the event that wrote it
  target              INTEGER NOT NULL CHECK (target >= 1),                                                      -- whose
  graded_on           TEXT NOT NULL CHECK (graded_on <> ''),                                                     -- when, as 2026-11-20
  activities          TEXT CHECK (activities <> ''),                                                             -- what the target does, in words; NULL: not said
  inherent            TEXT CHECK (inherent <> ''),                                                               -- the highest level of what it does: low, medium, medium_high, high; NULL: not said
  safety_building     INTEGER NOT NULL CHECK (safety_building BETWEEN 0 AND 25),                                 -- points for how far safety has been built up; more points, more risk
  hidden_dangers      INTEGER NOT NULL CHECK (hidden_dangers BETWEEN 0 AND 25),                                  -- points for its hidden dangers
  internal_management INTEGER NOT NULL CHECK (internal_management BETWEEN 0 AND 25),                             -- points for its management
  law_abidance        INTEGER NOT NULL CHECK (law_abidance BETWEEN 0 AND 25),                                    -- points for how it keeps the law
  graded              TEXT NOT NULL CHECK (graded <> ''),                                                        -- the level that follows
  level               TEXT NOT NULL CHECK (level <> ''),                                                         -- the level that holds: that one, or a lower one for now
  lowered_for         TEXT CHECK (lowered_for <> ''),                                                            -- why it is a lower one; NULL: it is not
  review_on           TEXT CHECK (review_on <> ''),                                                              -- when that is looked at again; NULL: it is not lower
  basis               TEXT NOT NULL CHECK (basis <> ''),                                                         -- on what the points rest
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX risk_grading_event ON risk_grading (event);

CREATE INDEX risk_grading_target ON risk_grading (target);

CREATE TRIGGER risk_grading_insert BEFORE INSERT ON risk_grading
WHEN NEW.version <> 1
  OR NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM risk_grading)
  OR NOT EXISTS (SELECT 1 FROM target WHERE id = NEW.target)
BEGIN SELECT RAISE(ABORT, 'risk_grading: ids must follow the last one'); END;

CREATE TRIGGER risk_grading_update BEFORE UPDATE ON risk_grading
BEGIN SELECT RAISE(ABORT, 'risk_grading is append-only'); END;

CREATE TRIGGER risk_grading_delete BEFORE DELETE ON risk_grading
BEGIN SELECT RAISE(ABORT, 'risk_grading is append-only'); END;

-- When somebody looked up a target's credit, where, and what was found.
CREATE TABLE credit_inquiry (
  id          INTEGER NOT NULL CHECK (id >= 1),                                                                  -- which inquiry, from 1
  version     INTEGER NOT NULL CHECK (version >= 1),                                                             -- 1, 2, 3 … without gaps
  event       INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,                       -- the event that wrote it
  target      INTEGER NOT NULL CHECK (target >= 1),                                                              -- about whom; never changes
  inquired_on TEXT NOT NULL CHECK (inquired_on <> ''),                                                           -- when, as 2026-11-20
  source      TEXT NOT NULL CHECK (source <> ''),                                                                -- a platform, or a report of a third party
  found       TEXT NOT NULL CHECK (found <> ''),                                                                 -- what was found
  document    TEXT CHECK (document <> ''),                                                                       -- the file or number under which the answer lies; NULL: none
  withdrawn   INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),                                                      -- 1: it was a mistake from the beginning
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX credit_inquiry_event ON credit_inquiry (event);

CREATE INDEX credit_inquiry_target ON credit_inquiry (target);

CREATE TRIGGER credit_inquiry_insert BEFORE INSERT ON credit_inquiry
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM credit_inquiry WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM credit_inquiry)
  OR NOT EXISTS (SELECT 1 FROM target WHERE id = NEW.target)
  OR EXISTS (SELECT 1 FROM credit_inquiry WHERE id = NEW.id AND target <> NEW.target)
BEGIN SELECT RAISE(ABORT, 'credit_inquiry: ids and versions must follow the last one'); END;

CREATE TRIGGER credit_inquiry_update BEFORE UPDATE ON credit_inquiry
BEGIN SELECT RAISE(ABORT, 'credit_inquiry is append-only'); END;

CREATE TRIGGER credit_inquiry_delete BEFORE DELETE ON credit_inquiry
BEGIN SELECT RAISE(ABORT, 'credit_inquiry is append-only'); END;

-- Rule profiles as append-only versions: the switches that a draw follows, and what they rest on.
CREATE TABLE rule_profile (
  id       INTEGER NOT NULL CHECK (id >= 1),                                            -- which, from 1
  version  INTEGER NOT NULL CHECK (version >= 1),                                       -- 1, 2, 3 … without gaps
  event    INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED, -- the event that wrote it
  name     TEXT NOT NULL CHECK (name <> ''),                                            -- what it is called
  in_force INTEGER NOT NULL CHECK (in_force IN (0, 1)),                                 -- 1: the one that new tasks take
  document TEXT NOT NULL CHECK (json_valid(document)),                                  -- JSON {switches, basis, texts, attachments}: every switch by its name
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX rule_profile_event ON rule_profile (event);

CREATE TRIGGER rule_profile_insert BEFORE INSERT ON rule_profile
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM rule_profile WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM rule_profile)
BEGIN SELECT RAISE(ABORT, 'rule_profile: ids and versions must follow the last one'); END;

CREATE TRIGGER rule_profile_update BEFORE UPDATE ON rule_profile
BEGIN SELECT RAISE(ABORT, 'rule_profile is append-only'); END;

CREATE TRIGGER rule_profile_delete BEFORE DELETE ON rule_profile
BEGIN SELECT RAISE(ABORT, 'rule_profile is append-only'); END;

-- Plans of a year or a half, each version the whole document.
CREATE TABLE plan (
  id       INTEGER NOT NULL CHECK (id >= 1),                                               -- which, from 1
  version  INTEGER NOT NULL CHECK (version >= 1),                                          -- 1, 2, 3 … without gaps
  event    INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,    -- the event that wrote it
  year     INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 9999),                            -- of which year; never changes
  period   TEXT NOT NULL CHECK (period IN ('annual', 'h1', 'h2')),                         -- of the whole year or a half; never changes
  state    TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'submitted', 'published')), -- how far it has come; draft again: it is being changed
  title    TEXT NOT NULL CHECK (title <> ''),                                              -- what it is called
  document TEXT NOT NULL CHECK (json_valid(document)),                                     -- JSON {unit, lines, milestones, approval, submissions, publications}
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX plan_event ON plan (event);

CREATE TRIGGER plan_insert BEFORE INSERT ON plan
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM plan WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM plan)
  OR EXISTS (SELECT 1 FROM plan WHERE id = NEW.id AND (year <> NEW.year OR period <> NEW.period))
BEGIN SELECT RAISE(ABORT, 'plan: ids and versions must follow the last one'); END;

CREATE TRIGGER plan_update BEFORE UPDATE ON plan
BEGIN SELECT RAISE(ABORT, 'plan is append-only'); END;

CREATE TRIGGER plan_delete BEFORE DELETE ON plan
BEGIN SELECT RAISE(ABORT, 'plan is append-only'); END;

-- Tasks: what is drawn and inspected together, each version the whole document.
CREATE TABLE task (
  id       INTEGER NOT NULL CHECK (id >= 1),                                            -- which, from 1
  version  INTEGER NOT NULL CHECK (version >= 1),                                       -- 1, 2, 3 … without gaps
  event    INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED, -- the event that wrote it
  state    TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'cancelled')),           -- how far it has come; a cancelled one is final
  title    TEXT NOT NULL CHECK (title <> ''),                                           -- what it is called
  plan     INTEGER CHECK (plan >= 1),                                                   -- the plan that it is of; NULL: none
  line     INTEGER CHECK (line >= 1),                                                   -- the line of that plan; NULL: none
  year     INTEGER CHECK (year BETWEEN 2000 AND 9999),                                  -- the year in its number; NULL: it has none yet
  serial   INTEGER CHECK (serial >= 1),                                                 -- its number in that year, without gaps; NULL: it has none yet
  number   TEXT CHECK (number <> ''),                                                   -- the number as it is written; NULL: it has none yet
  document TEXT NOT NULL CHECK (json_valid(document)),                                  -- JSON: items, period, scope, strata, crews, approval
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX task_event ON task (event);

CREATE TRIGGER task_insert BEFORE INSERT ON task
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM task WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM task)
  OR EXISTS (SELECT 1 FROM task AS t WHERE t.id = NEW.id AND t.version = NEW.version - 1
             AND (t.state = 'cancelled' OR t.number IS NOT NULL AND t.number IS NOT NEW.number))
  OR (NEW.number IS NULL) IS NOT (NEW.serial IS NULL) OR (NEW.year IS NULL) IS NOT (NEW.serial IS NULL)
  OR NEW.serial IS NOT NULL AND NOT EXISTS (SELECT 1 FROM task WHERE id = NEW.id AND serial = NEW.serial)
     AND NEW.serial IS NOT (SELECT coalesce(max(serial), 0) + 1 FROM task WHERE year = NEW.year)
BEGIN SELECT RAISE(ABORT, 'task: ids and versions must follow the last one'); END;

CREATE TRIGGER task_update BEFORE UPDATE ON task
BEGIN SELECT RAISE(ABORT, 'task is append-only'); END;

CREATE TRIGGER task_delete BEFORE DELETE ON task
BEGIN SELECT RAISE(ABORT, 'task is append-only'); END;

-- Targets that a decision left out of a task's pool.
CREATE TABLE pool_exclusion (
  id        INTEGER NOT NULL CHECK (id >= 1),                                            -- which, from 1
  version   INTEGER NOT NULL CHECK (version >= 1),                                       -- 1, 2, 3 … without gaps
  event     INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED, -- the event that wrote it
  task      INTEGER NOT NULL CHECK (task >= 1),                                          -- of which task; never changes
  target    INTEGER NOT NULL CHECK (target >= 1),                                        -- whom; never changes
  kind      TEXT NOT NULL CHECK (kind IN ('restricted', 'other')),                       -- restricted: the law keeps its name from the public; other: another basis
  basis     TEXT NOT NULL CHECK (basis <> ''),                                           -- on what it rests
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),                                -- 1: it is taken in again
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX pool_exclusion_event ON pool_exclusion (event);

CREATE TRIGGER pool_exclusion_insert BEFORE INSERT ON pool_exclusion
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM pool_exclusion WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM pool_exclusion)
  OR NOT EXISTS (SELECT 1 FROM target WHERE id = NEW.target) OR NOT EXISTS (SELECT 1 FROM task WHERE id = NEW.task)
  OR EXISTS (SELECT 1 FROM pool_exclusion WHERE id = NEW.id AND (target <> NEW.target OR task <> NEW.task))
BEGIN SELECT RAISE(ABORT, 'pool_exclusion: ids and versions must follow the last one'); END;

CREATE TRIGGER pool_exclusion_update BEFORE UPDATE ON pool_exclusion
BEGIN SELECT RAISE(ABORT, 'pool_exclusion is append-only'); END;

CREATE TRIGGER pool_exclusion_delete BEFORE DELETE ON pool_exclusion
BEGIN SELECT RAISE(ABORT, 'pool_exclusion is append-only'); END;

-- Lists as they were announced before a draw: digests and counts, never names.
CREATE TABLE pool_notice (
  id           INTEGER NOT NULL CHECK (id >= 1),                                            -- which, from 1
  version      INTEGER NOT NULL CHECK (version >= 1),                                       -- 1, 2, 3 … without gaps
  event        INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED, -- the event that wrote it
  task         INTEGER NOT NULL CHECK (task >= 1),                                          -- of which task
  digest       BLOB NOT NULL CHECK (length(digest) = 32),                                   -- digest of the leaves of pool and exclusions
  replaces     INTEGER CHECK (replaces >= 1),                                               -- the notice before, that this one takes the place of; NULL: none
  announced_on TEXT NOT NULL CHECK (announced_on <> ''),                                    -- when
  draw_on      TEXT NOT NULL CHECK (draw_on <> ''),                                         -- when the draw is to be
  document     TEXT NOT NULL CHECK (json_valid(document)),                                  -- JSON: the counts of strata and exclusions, where it was announced, why it changed
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX pool_notice_event ON pool_notice (event);

CREATE TRIGGER pool_notice_insert BEFORE INSERT ON pool_notice
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM pool_notice WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM pool_notice)
  OR NEW.version <> 1 OR NOT EXISTS (SELECT 1 FROM task WHERE id = NEW.task)
  OR NEW.replaces IS NOT (SELECT max(id) FROM pool_notice WHERE task = NEW.task)
BEGIN SELECT RAISE(ABORT, 'pool_notice: ids and versions must follow the last one'); END;

CREATE TRIGGER pool_notice_update BEFORE UPDATE ON pool_notice
BEGIN SELECT RAISE(ABORT, 'pool_notice is append-only'); END;

CREATE TRIGGER pool_notice_delete BEFORE DELETE ON pool_notice
BEGIN SELECT RAISE(ABORT, 'pool_notice is append-only'); END;

-- The salts of the leaves of a task's list: one secret from which each follows, so that the announced list and the sealed one can be held against each other.
CREATE TABLE pool_salt (
  id      INTEGER NOT NULL CHECK (id >= 1),                                            -- which, from 1
  version INTEGER NOT NULL CHECK (version >= 1),                                       -- 1, 2, 3 … without gaps
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED, -- the event that wrote it
  task    INTEGER NOT NULL CHECK (task >= 1),                                          -- of which task
  salt    BLOB NOT NULL CHECK (length(salt) = 32),                                     -- random, made once
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX pool_salt_event ON pool_salt (event);

CREATE TRIGGER pool_salt_insert BEFORE INSERT ON pool_salt
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM pool_salt WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM pool_salt)
  OR NEW.version <> 1 OR EXISTS (SELECT 1 FROM pool_salt WHERE task = NEW.task) OR NOT EXISTS (SELECT 1 FROM task WHERE id = NEW.task)
BEGIN SELECT RAISE(ABORT, 'pool_salt: ids and versions must follow the last one'); END;

CREATE TRIGGER pool_salt_update BEFORE UPDATE ON pool_salt
BEGIN SELECT RAISE(ABORT, 'pool_salt is append-only'); END;

CREATE TRIGGER pool_salt_delete BEFORE DELETE ON pool_salt
BEGIN SELECT RAISE(ABORT, 'pool_salt is append-only'); END;

-- Inspectors whom another unit lends for one task.
CREATE TABLE crew_loan (
  id        INTEGER NOT NULL CHECK (id >= 1),                                            -- which, from 1
  version   INTEGER NOT NULL CHECK (version >= 1),                                       -- 1, 2, 3 … without gaps
  event     INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED, -- the event that wrote it
  task      INTEGER NOT NULL CHECK (task >= 1),                                          -- for which task; never changes
  inspector INTEGER CHECK (inspector >= 1),                                              -- who it is in the registry; NULL: the registry does not have them; never changes
  cert_no   TEXT NOT NULL CHECK (cert_no <> ''),                                         -- the number of the certificate by which they are drawn, as it is compared; never changes
  document  TEXT NOT NULL CHECK (json_valid(document)),                                  -- JSON: name, certificates, department, skills, who lends, on what document, from when to when, why they were given back
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),                                -- 1: they were given back; that is final
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX crew_loan_event ON crew_loan (event);

CREATE TRIGGER crew_loan_insert BEFORE INSERT ON crew_loan
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM crew_loan WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM crew_loan)
  OR NOT EXISTS (SELECT 1 FROM task WHERE id = NEW.task)
  OR NEW.inspector IS NOT NULL AND NOT EXISTS (SELECT 1 FROM inspector WHERE id = NEW.inspector)
  OR EXISTS (SELECT 1 FROM crew_loan WHERE id = NEW.id AND (task <> NEW.task OR cert_no <> NEW.cert_no
             OR inspector IS NOT NEW.inspector OR withdrawn = 1))
BEGIN SELECT RAISE(ABORT, 'crew_loan: ids and versions must follow the last one'); END;

CREATE TRIGGER crew_loan_update BEFORE UPDATE ON crew_loan
BEGIN SELECT RAISE(ABORT, 'crew_loan is append-only'); END;

CREATE TRIGGER crew_loan_delete BEFORE DELETE ON crew_loan
BEGIN SELECT RAISE(ABORT, 'crew_loan is append-only'); END;

-- Requests that an inspector stay away from a target in one task, and what the head of the office decided.
CREATE TABLE recusal_request (
  id        INTEGER NOT NULL CHECK (id >= 1),                                            -- which, from 1
  version   INTEGER NOT NULL CHECK (version >= 1),                                       -- 1, 2, 3 … without gaps
  event     INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED, -- the event that wrote it
  task      INTEGER NOT NULL CHECK (task >= 1),                                          -- in which task; never changes
  target    INTEGER NOT NULL CHECK (target >= 1),                                        -- from whom; never changes
  inspector INTEGER CHECK (inspector >= 1),                                              -- who of the registry; NULL: somebody who is lent; never changes
  loan      INTEGER CHECK (loan >= 1),                                                   -- who is lent; NULL: somebody of the registry; never changes
  state     TEXT NOT NULL CHECK (state IN ('open', 'granted', 'refused', 'withdrawn')),  -- open: nothing is decided yet, and the inspector may go; granted: stays away; refused: may go; withdrawn: it counts for nothing, and that is final
  document  TEXT NOT NULL CHECK (json_valid(document)),                                  -- JSON: who asked, when and why; who decided, when and why; why it was taken back
  PRIMARY KEY (id, version),
  CHECK ((inspector IS NULL) <> (loan IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX recusal_request_event ON recusal_request (event);

CREATE TRIGGER recusal_request_insert BEFORE INSERT ON recusal_request
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM recusal_request WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM recusal_request)
  OR NEW.version = 1 AND NEW.state <> 'open'
  OR NOT EXISTS (SELECT 1 FROM task WHERE id = NEW.task) OR NOT EXISTS (SELECT 1 FROM target WHERE id = NEW.target)
  OR NEW.inspector IS NOT NULL AND NOT EXISTS (SELECT 1 FROM inspector WHERE id = NEW.inspector)
  OR NEW.loan IS NOT NULL AND NOT EXISTS (SELECT 1 FROM crew_loan WHERE id = NEW.loan AND task = NEW.task)
  OR EXISTS (SELECT 1 FROM recusal_request WHERE id = NEW.id AND (task <> NEW.task OR target <> NEW.target
             OR inspector IS NOT NEW.inspector OR loan IS NOT NEW.loan OR state = 'withdrawn'))
BEGIN SELECT RAISE(ABORT, 'recusal_request: ids and versions must follow the last one'); END;

CREATE TRIGGER recusal_request_update BEFORE UPDATE ON recusal_request
BEGIN SELECT RAISE(ABORT, 'recusal_request is append-only'); END;

CREATE TRIGGER recusal_request_delete BEFORE DELETE ON recusal_request
BEGIN SELECT RAISE(ABORT, 'recusal_request is append-only'); END;
-- Draws from their preparation in the room to the archive; which state may follow which is kept here.
CREATE TABLE ceremony (
  id      INTEGER NOT NULL CHECK (id >= 1),                                                                         -- which, from 1
  version INTEGER NOT NULL CHECK (version >= 1),                                                                    -- 1, 2, 3 … without gaps
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,                              -- the event that wrote it
  task      INTEGER NOT NULL CHECK (task >= 1),                                                                     -- of which task
  rehearsal INTEGER NOT NULL CHECK (rehearsal IN (0, 1)),                                                           -- 1: only tried out
  state     TEXT NOT NULL CHECK (state IN ('prepared', 'dropped', 'sealed', 'cards', 'drawn', 'void', 'archived')), -- how far it has come
  document  TEXT NOT NULL CHECK (json_valid(document)),                                                             -- JSON: seats, cards, numbers as they were typed, what was said
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX ceremony_event ON ceremony (event);

CREATE TRIGGER ceremony_insert BEFORE INSERT ON ceremony
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM ceremony WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM ceremony)
  OR NEW.version = 1 AND NOT EXISTS (SELECT 1 FROM task WHERE id = NEW.task)
BEGIN SELECT RAISE(ABORT, 'ceremony: ids and versions must follow the last one'); END;

CREATE TRIGGER ceremony_step BEFORE INSERT ON ceremony
WHEN NEW.version = 1 AND NEW.state <> 'prepared'
  OR NEW.version > 1 AND NOT EXISTS (SELECT 1 FROM ceremony AS c WHERE c.id = NEW.id AND c.version = NEW.version - 1
     AND c.task = NEW.task AND c.rehearsal = NEW.rehearsal AND (
          c.state = 'prepared' AND NEW.state IN ('prepared', 'dropped', 'sealed')
       OR c.state = 'sealed' AND NEW.state IN ('sealed', 'cards', 'void')
       OR c.state = 'cards' AND NEW.state IN ('cards', 'drawn', 'void')
       OR c.state = 'drawn' AND NEW.state IN ('drawn', 'archived')
       OR c.state = 'void' AND NEW.state IN ('void', 'archived')))
BEGIN SELECT RAISE(ABORT, 'ceremony: no such step'); END;

CREATE TRIGGER ceremony_open BEFORE INSERT ON ceremony
WHEN NEW.version = 1 AND EXISTS (SELECT 1 FROM ceremony AS c WHERE c.rehearsal = NEW.rehearsal
  AND c.state IN ('prepared', 'sealed', 'cards') AND c.version = (SELECT max(version) FROM ceremony WHERE id = c.id))
BEGIN SELECT RAISE(ABORT, 'ceremony: another one is open'); END;

CREATE TRIGGER ceremony_update BEFORE UPDATE ON ceremony
BEGIN SELECT RAISE(ABORT, 'ceremony is append-only'); END;

CREATE TRIGGER ceremony_delete BEFORE DELETE ON ceremony
BEGIN SELECT RAISE(ABORT, 'ceremony is append-only'); END;

-- What was sealed, with the secret that was taken then. A sealed draw goes on: no second seal before its record.
CREATE TABLE draw_seal (
  id      INTEGER NOT NULL CHECK (id >= 1),                                            -- which, from 1
  version INTEGER NOT NULL CHECK (version >= 1),                                       -- 1, 2, 3 … without gaps
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED, -- the event that wrote it
  ceremony   INTEGER NOT NULL CHECK (ceremony >= 1),                                   -- of which ceremony
  task       INTEGER NOT NULL CHECK (task >= 1),                                       -- of which task
  rehearsal  INTEGER NOT NULL CHECK (rehearsal IN (0, 1)),                             -- 1: only tried out
  sequence   INTEGER NOT NULL CHECK (sequence >= 1),                                   -- the number of the draw; those that are only tried out have their own
  attempt    INTEGER NOT NULL CHECK (attempt >= 1),                                    -- which try of its task
  draw_id    TEXT NOT NULL CHECK (draw_id <> ''),                                      -- its name
  sealed_at  TEXT NOT NULL CHECK (sealed_at <> ''),                                    -- when, RFC 3339
  commitment BLOB NOT NULL CHECK (length(commitment) = 32),                            -- what the room was shown
  digest     BLOB NOT NULL CHECK (length(digest) = 32),                                -- digest of the manifest
  secret     BLOB NOT NULL CHECK (length(secret) = 32),                                -- the machine's share
  manifest   BLOB NOT NULL CHECK (length(manifest) > 0),                               -- the manifest as canonical JSON, zstd
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX draw_seal_event ON draw_seal (event);

CREATE TRIGGER draw_seal_insert BEFORE INSERT ON draw_seal
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM draw_seal WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM draw_seal)
  OR NEW.version <> 1 OR NOT EXISTS (SELECT 1 FROM task WHERE id = NEW.task)
BEGIN SELECT RAISE(ABORT, 'draw_seal: ids and versions must follow the last one'); END;

CREATE TRIGGER draw_seal_open BEFORE INSERT ON draw_seal
WHEN EXISTS (SELECT 1 FROM draw_seal AS s WHERE s.rehearsal = NEW.rehearsal
       AND (s.ceremony = NEW.ceremony OR s.sequence >= NEW.sequence OR s.draw_id = NEW.draw_id
            OR NOT EXISTS (SELECT 1 FROM draw_record WHERE seal = s.id)))
  OR NOT EXISTS (SELECT 1 FROM ceremony WHERE id = NEW.ceremony AND rehearsal = NEW.rehearsal AND task = NEW.task AND state = 'sealed')
BEGIN SELECT RAISE(ABORT, 'draw_seal: a sealed draw goes on, it is not sealed anew'); END;

CREATE TRIGGER draw_seal_update BEFORE UPDATE ON draw_seal
BEGIN SELECT RAISE(ABORT, 'draw_seal is append-only'); END;

CREATE TRIGGER draw_seal_delete BEFORE DELETE ON draw_seal
BEGIN SELECT RAISE(ABORT, 'draw_seal is append-only'); END;

-- How each sealed draw ended; once.
CREATE TABLE draw_record (
  id      INTEGER NOT NULL CHECK (id >= 1),                                            -- which, from 1
  version INTEGER NOT NULL CHECK (version >= 1),                                       -- 1, 2, 3 … without gaps
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED, -- the event that wrote it
  seal     INTEGER NOT NULL CHECK (seal >= 1),                                         -- of which seal
  outcome  TEXT NOT NULL CHECK (outcome IN ('drawn', 'void')),                         -- drawn or given up
  digest   BLOB NOT NULL CHECK (length(digest) = 32),                                  -- digest of the record
  ended_at TEXT NOT NULL CHECK (ended_at <> ''),                                       -- when, RFC 3339
  document BLOB NOT NULL CHECK (length(document) > 0),                                 -- the record with its manifest replaced by the digest, canonical JSON, zstd
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX draw_record_event ON draw_record (event);

CREATE TRIGGER draw_record_insert BEFORE INSERT ON draw_record
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM draw_record WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM draw_record)
  OR NEW.version <> 1 OR NOT EXISTS (SELECT 1 FROM draw_seal WHERE id = NEW.seal)
  OR EXISTS (SELECT 1 FROM draw_record WHERE seal = NEW.seal)
BEGIN SELECT RAISE(ABORT, 'draw_record: a draw ends once'); END;

CREATE TRIGGER draw_record_update BEFORE UPDATE ON draw_record
BEGIN SELECT RAISE(ABORT, 'draw_record is append-only'); END;

CREATE TRIGGER draw_record_delete BEFORE DELETE ON draw_record
BEGIN SELECT RAISE(ABORT, 'draw_record is append-only'); END;

-- What was changed of a draw afterwards, in order.
CREATE TABLE draw_amendment (
  id      INTEGER NOT NULL CHECK (id >= 1),                                            -- which, from 1
  version INTEGER NOT NULL CHECK (version >= 1),                                       -- 1, 2, 3 … without gaps
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED, -- the event that wrote it
  seal     INTEGER NOT NULL CHECK (seal >= 1),                                         -- of which seal
  number   INTEGER NOT NULL CHECK (number >= 1),                                       -- 1, 2, 3 … of this draw
  digest   BLOB NOT NULL CHECK (length(digest) = 32),                                  -- digest after this change
  code     TEXT NOT NULL CHECK (code <> ''),                                           -- why, as a code
  document TEXT NOT NULL CHECK (json_valid(document)),                                 -- JSON: the change as the published file has it
  evidence TEXT NOT NULL CHECK (json_valid(evidence)),                                 -- JSON: names and digests of the files that prove it
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX draw_amendment_event ON draw_amendment (event);

CREATE TRIGGER draw_amendment_insert BEFORE INSERT ON draw_amendment
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM draw_amendment WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM draw_amendment)
  OR NEW.version <> 1 OR NOT EXISTS (SELECT 1 FROM draw_record WHERE seal = NEW.seal AND outcome = 'drawn')
  OR NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM draw_amendment WHERE seal = NEW.seal)
BEGIN SELECT RAISE(ABORT, 'draw_amendment: numbers must follow the last one'); END;

CREATE TRIGGER draw_amendment_update BEFORE UPDATE ON draw_amendment
BEGIN SELECT RAISE(ABORT, 'draw_amendment is append-only'); END;

CREATE TRIGGER draw_amendment_delete BEFORE DELETE ON draw_amendment
BEGIN SELECT RAISE(ABORT, 'draw_amendment is append-only'); END;

-- The station's signatures over records and changes.
CREATE TABLE draw_signature (
  id      INTEGER NOT NULL CHECK (id >= 1),                                            -- which, from 1
  version INTEGER NOT NULL CHECK (version >= 1),                                       -- 1, 2, 3 … without gaps
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED, -- the event that wrote it
  seal       INTEGER NOT NULL CHECK (seal >= 1),                                       -- of which seal
  signed     BLOB NOT NULL CHECK (length(signed) = 32),                                -- the digest that is signed
  public_key BLOB NOT NULL CHECK (length(public_key) = 32),                            -- who signs
  signature  BLOB NOT NULL CHECK (length(signature) = 64),                             -- Ed25519
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX draw_signature_event ON draw_signature (event);

CREATE TRIGGER draw_signature_insert BEFORE INSERT ON draw_signature
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM draw_signature WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM draw_signature)
  OR NEW.version <> 1 OR NOT EXISTS (SELECT 1 FROM draw_record WHERE seal = NEW.seal)
BEGIN SELECT RAISE(ABORT, 'draw_signature: only what has ended is signed'); END;

CREATE TRIGGER draw_signature_update BEFORE UPDATE ON draw_signature
BEGIN SELECT RAISE(ABORT, 'draw_signature is append-only'); END;

CREATE TRIGGER draw_signature_delete BEFORE DELETE ON draw_signature
BEGIN SELECT RAISE(ABORT, 'draw_signature is append-only'); END;

-- What the stage shows, so that it comes back there. Decides nothing; no event vouches for it.
CREATE TABLE stage_cursor (
  id       INTEGER PRIMARY KEY CHECK (id = 1),       -- there is one
  ceremony INTEGER NOT NULL CHECK (ceremony >= 1),   -- which ceremony
  step     TEXT NOT NULL CHECK (step <> ''),         -- which picture
  place    INTEGER NOT NULL CHECK (place >= 0),      -- how far it was played
  pace     INTEGER NOT NULL CHECK (pace >= 0),       -- milliseconds for a row; 0: at once
  replay   INTEGER NOT NULL CHECK (replay IN (0, 1)) -- 1: a draw of the past is shown once more
) STRICT;
-- Draws that another system made and in which the office takes part (Z-11): never part of the chain of its own draws.
CREATE TABLE outside_draw (
  id         INTEGER NOT NULL CHECK (id >= 1),                                            -- which, from 1: the number behind WB-
  version    INTEGER NOT NULL CHECK (version >= 1),                                       -- 1: taken; 2: withdrawn
  event      INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED, -- the event that wrote it
  drawn_on   TEXT NOT NULL CHECK (drawn_on <> ''),                                        -- the day of the draw
  visit_from TEXT NOT NULL CHECK (visit_from <> ''),                                      -- the first day of the visits
  visit_to   TEXT NOT NULL CHECK (visit_to >= visit_from),                                -- the last one
  task       INTEGER CHECK (task >= 1),                                                   -- the task that it belongs to; NULL: none
  file       BLOB CHECK (length(file) = 32),                                              -- SHA-256 of the file that it was read from, kept as an attachment; NULL: it was typed
  withdrawn  INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),                                -- 1: it counts no more
  document   TEXT NOT NULL CHECK (json_valid(document)),                                  -- JSON: source system, drawing office, document number, items, the file, why it was withdrawn
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX outside_draw_event ON outside_draw (event);

CREATE TRIGGER outside_draw_insert BEFORE INSERT ON outside_draw
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM outside_draw WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM outside_draw)
  OR NEW.task IS NOT NULL AND NOT EXISTS (SELECT 1 FROM task WHERE id = NEW.task)
  OR NEW.withdrawn <> (NEW.version > 1) OR NEW.version > 2
  OR EXISTS (SELECT 1 FROM outside_draw WHERE id = NEW.id AND (drawn_on <> NEW.drawn_on OR visit_from <> NEW.visit_from
             OR visit_to <> NEW.visit_to OR task IS NOT NEW.task OR file IS NOT NEW.file))
BEGIN SELECT RAISE(ABORT, 'outside_draw: ids and versions must follow the last one'); END;

CREATE TRIGGER outside_draw_update BEFORE UPDATE ON outside_draw
BEGIN SELECT RAISE(ABORT, 'outside_draw is append-only'); END;

CREATE TRIGGER outside_draw_delete BEFORE DELETE ON outside_draw
BEGIN SELECT RAISE(ABORT, 'outside_draw is append-only'); END;

-- Who was drawn by such a draw: targets, and inspectors where it names them.
CREATE TABLE outside_row (
  id      INTEGER NOT NULL CHECK (id >= 1),                                            -- which, from 1
  version INTEGER NOT NULL CHECK (version = 1),                                        -- always 1
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED, -- the event that wrote it: that of the draw
  draw    INTEGER NOT NULL CHECK (draw >= 1),                                          -- of which draw
  kind    TEXT NOT NULL CHECK (kind IN ('target', 'inspector')),                       -- whom it names
  entry   INTEGER CHECK (entry >= 1),                                                  -- the target or the inspector; NULL: somebody who is not in our registry
  place   INTEGER CHECK (place >= 1),                                                  -- the row of the file; NULL: it was typed
  name    TEXT NOT NULL,                                                               -- what stands there as the name
  code    TEXT NOT NULL,                                                               -- what stands there as the code or the certificate
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX outside_row_event ON outside_row (event);
CREATE INDEX outside_row_draw ON outside_row (draw);

CREATE TRIGGER outside_row_insert BEFORE INSERT ON outside_row
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM outside_row)
  OR NEW.event IS NOT (SELECT event FROM outside_draw WHERE id = NEW.draw AND version = 1)
  OR NEW.kind = 'target' AND NEW.entry IS NOT NULL AND NOT EXISTS (SELECT 1 FROM target WHERE id = NEW.entry)
  OR NEW.kind = 'inspector' AND NEW.entry IS NOT NULL AND NOT EXISTS (SELECT 1 FROM inspector WHERE id = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'outside_row: ids and versions must follow the last one'); END;

CREATE TRIGGER outside_row_update BEFORE UPDATE ON outside_row
BEGIN SELECT RAISE(ABORT, 'outside_row is append-only'); END;

CREATE TRIGGER outside_row_delete BEFORE DELETE ON outside_row
BEGIN SELECT RAISE(ABORT, 'outside_row is append-only'); END;
