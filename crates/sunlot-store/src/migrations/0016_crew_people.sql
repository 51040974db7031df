CREATE TABLE crew_loan (
  id        INTEGER NOT NULL CHECK (id >= 1),
  version   INTEGER NOT NULL CHECK (version >= 1),
  event     INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  task      INTEGER NOT NULL CHECK (task >= 1),
  inspector INTEGER CHECK (inspector >= 1),
  cert_no   TEXT NOT NULL CHECK (cert_no <> ''),
  document  TEXT NOT NULL CHECK (json_valid(document)),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
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

CREATE TABLE recusal_request (
  id        INTEGER NOT NULL CHECK (id >= 1),
  version   INTEGER NOT NULL CHECK (version >= 1),
  event     INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  task      INTEGER NOT NULL CHECK (task >= 1),
  target    INTEGER NOT NULL CHECK (target >= 1),
  inspector INTEGER CHECK (inspector >= 1),
  loan      INTEGER CHECK (loan >= 1),
  state     TEXT NOT NULL CHECK (state IN ('open', 'granted', 'refused', 'withdrawn')),
  document  TEXT NOT NULL CHECK (json_valid(document)),
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
