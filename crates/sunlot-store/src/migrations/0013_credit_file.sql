CREATE TABLE risk_grading (
  id                  INTEGER NOT NULL CHECK (id >= 1),
  version             INTEGER NOT NULL CHECK (version >= 1),
  event               INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  target              INTEGER NOT NULL CHECK (target >= 1),
  graded_on           TEXT NOT NULL CHECK (graded_on <> ''),
  activities          TEXT CHECK (activities <> ''),
  inherent            TEXT CHECK (inherent <> ''),
  safety_building     INTEGER NOT NULL CHECK (safety_building BETWEEN 0 AND 25),
  hidden_dangers      INTEGER NOT NULL CHECK (hidden_dangers BETWEEN 0 AND 25),
  internal_management INTEGER NOT NULL CHECK (internal_management BETWEEN 0 AND 25),
  law_abidance        INTEGER NOT NULL CHECK (law_abidance BETWEEN 0 AND 25),
  graded              TEXT NOT NULL CHECK (graded <> ''),
  level               TEXT NOT NULL CHECK (level <> ''),
  lowered_for         TEXT CHECK (lowered_for <> ''),
  review_on           TEXT CHECK (review_on <> ''),
  basis               TEXT NOT NULL CHECK (basis <> ''),
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

CREATE TABLE credit_inquiry (
  id          INTEGER NOT NULL CHECK (id >= 1),
  version     INTEGER NOT NULL CHECK (version >= 1),
  event       INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  target      INTEGER NOT NULL CHECK (target >= 1),
  inquired_on TEXT NOT NULL CHECK (inquired_on <> ''),
  source      TEXT NOT NULL CHECK (source <> ''),
  found       TEXT NOT NULL CHECK (found <> ''),
  document    TEXT CHECK (document <> ''),
  withdrawn   INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
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
