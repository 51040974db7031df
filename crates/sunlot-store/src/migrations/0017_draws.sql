CREATE TABLE ceremony (
  id      INTEGER NOT NULL CHECK (id >= 1),
  version INTEGER NOT NULL CHECK (version >= 1),
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  task      INTEGER NOT NULL CHECK (task >= 1),
  rehearsal INTEGER NOT NULL CHECK (rehearsal IN (0, 1)),
  state     TEXT NOT NULL CHECK (state IN ('prepared', 'dropped', 'sealed', 'cards', 'drawn', 'void', 'archived')),
  document  TEXT NOT NULL CHECK (json_valid(document)),
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

CREATE TABLE draw_seal (
  id      INTEGER NOT NULL CHECK (id >= 1),
  version INTEGER NOT NULL CHECK (version >= 1),
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  ceremony   INTEGER NOT NULL CHECK (ceremony >= 1),
  task       INTEGER NOT NULL CHECK (task >= 1),
  rehearsal  INTEGER NOT NULL CHECK (rehearsal IN (0, 1)),
  sequence   INTEGER NOT NULL CHECK (sequence >= 1),
  attempt    INTEGER NOT NULL CHECK (attempt >= 1),
  draw_id    TEXT NOT NULL CHECK (draw_id <> ''),
  sealed_at  TEXT NOT NULL CHECK (sealed_at <> ''),
  commitment BLOB NOT NULL CHECK (length(commitment) = 32),
  digest     BLOB NOT NULL CHECK (length(digest) = 32),
  secret     BLOB NOT NULL CHECK (length(secret) = 32),
  manifest   BLOB NOT NULL CHECK (length(manifest) > 0),
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

CREATE TABLE draw_record (
  id      INTEGER NOT NULL CHECK (id >= 1),
  version INTEGER NOT NULL CHECK (version >= 1),
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  seal     INTEGER NOT NULL CHECK (seal >= 1),
  outcome  TEXT NOT NULL CHECK (outcome IN ('drawn', 'void')),
  digest   BLOB NOT NULL CHECK (length(digest) = 32),
  ended_at TEXT NOT NULL CHECK (ended_at <> ''),
  document BLOB NOT NULL CHECK (length(document) > 0),
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

CREATE TABLE draw_amendment (
  id      INTEGER NOT NULL CHECK (id >= 1),
  version INTEGER NOT NULL CHECK (version >= 1),
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  seal     INTEGER NOT NULL CHECK (seal >= 1),
  number   INTEGER NOT NULL CHECK (number >= 1),
  digest   BLOB NOT NULL CHECK (length(digest) = 32),
  code     TEXT NOT NULL CHECK (code <> ''),
  document TEXT NOT NULL CHECK (json_valid(document)),
  evidence TEXT NOT NULL CHECK (json_valid(evidence)),
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

CREATE TABLE draw_signature (
  id      INTEGER NOT NULL CHECK (id >= 1),
  version INTEGER NOT NULL CHECK (version >= 1),
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  seal       INTEGER NOT NULL CHECK (seal >= 1),
  signed     BLOB NOT NULL CHECK (length(signed) = 32),
  public_key BLOB NOT NULL CHECK (length(public_key) = 32),
  signature  BLOB NOT NULL CHECK (length(signature) = 64),
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

CREATE TABLE stage_cursor (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  ceremony INTEGER NOT NULL CHECK (ceremony >= 1),
  step     TEXT NOT NULL CHECK (step <> ''),
  place    INTEGER NOT NULL CHECK (place >= 0),
  pace     INTEGER NOT NULL CHECK (pace >= 0),
  replay   INTEGER NOT NULL CHECK (replay IN (0, 1))
) STRICT;
