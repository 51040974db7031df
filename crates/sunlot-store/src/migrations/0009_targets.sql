CREATE TABLE target (
  id              INTEGER NOT NULL CHECK (id >= 1),
  version         INTEGER NOT NULL CHECK (version >= 1),
  event           INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  kind            TEXT NOT NULL CHECK (kind <> ''),
  name            TEXT NOT NULL CHECK (name <> ''),
  former_name     TEXT CHECK (former_name <> ''),
  uscc            TEXT CHECK (uscc <> ''),
  reg_no          TEXT CHECK (reg_no <> ''),
  doubtful_code   TEXT CHECK (doubtful_code <> ''),
  legal_rep       TEXT CHECK (legal_rep <> ''),
  contact         TEXT CHECK (contact <> ''),
  phone           TEXT CHECK (phone <> ''),
  address         TEXT CHECK (address <> ''),
  premises        TEXT CHECK (premises <> ''),
  township        TEXT CHECK (township <> ''),
  region_code     TEXT CHECK (region_code <> ''),
  industry        TEXT CHECK (industry <> ''),
  industry_code   TEXT CHECK (industry_code <> ''),
  nature          TEXT CHECK (nature <> ''),
  scope           TEXT CHECK (scope <> ''),
  founded         TEXT CHECK (founded <> ''),
  registrar       TEXT CHECK (registrar <> ''),
  supervisor      TEXT CHECK (supervisor <> ''),
  status          TEXT NOT NULL CHECK (status <> ''),
  permit_name     TEXT CHECK (permit_name <> ''),
  permit_no       TEXT CHECK (permit_no <> ''),
  permit_valid_to TEXT CHECK (permit_valid_to <> ''),
  tags            TEXT CHECK (tags <> ''),
  credit          TEXT CHECK (credit <> ''),
  credit_on       TEXT CHECK (credit_on <> ''),
  credit_basis    TEXT CHECK (credit_basis <> ''),
  risk            TEXT CHECK (risk <> ''),
  source          TEXT CHECK (source <> ''),
  remark          TEXT CHECK (remark <> ''),
  doubts          TEXT CHECK (doubts <> ''),
  membership      TEXT NOT NULL CHECK (membership IN ('in', 'suspended', 'removed')),
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

CREATE TABLE target_current (
  id      INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  uscc    TEXT,
  reg_no  TEXT
) STRICT;

CREATE UNIQUE INDEX target_current_uscc ON target_current (uscc) WHERE uscc IS NOT NULL;

CREATE UNIQUE INDEX target_current_reg_no ON target_current (reg_no) WHERE reg_no IS NOT NULL;

CREATE TABLE target_flag (
  id        INTEGER NOT NULL CHECK (id >= 1),
  version   INTEGER NOT NULL CHECK (version >= 1),
  event     INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  target    INTEGER NOT NULL CHECK (target >= 1),
  flag      TEXT NOT NULL CHECK (flag <> ''),
  since     TEXT NOT NULL CHECK (since <> ''),
  until     TEXT CHECK (until <> ''),
  evidence  TEXT CHECK (evidence <> ''),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
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

CREATE TABLE visit (
  id         INTEGER NOT NULL CHECK (id >= 1),
  version    INTEGER NOT NULL CHECK (version >= 1),
  event      INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  target     INTEGER NOT NULL CHECK (target >= 1),
  held_on    TEXT NOT NULL CHECK (held_on <> ''),
  times      INTEGER NOT NULL CHECK (times BETWEEN 1 AND 1000),
  counted    INTEGER NOT NULL CHECK (counted IN (0, 1)),
  task_kind  TEXT NOT NULL CHECK (task_kind <> ''),
  modes      TEXT CHECK (modes <> ''),
  items      TEXT CHECK (items <> ''),
  unit       TEXT CHECK (unit <> ''),
  inspectors TEXT CHECK (inspectors <> ''),
  result     TEXT CHECK (result <> ''),
  remark     TEXT CHECK (remark <> ''),
  origin     TEXT NOT NULL CHECK (origin <> ''),
  withdrawn  INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
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
