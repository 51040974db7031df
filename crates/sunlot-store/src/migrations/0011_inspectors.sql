CREATE TABLE inspector (
  id                   INTEGER NOT NULL CHECK (id >= 1),
  version              INTEGER NOT NULL CHECK (version >= 1),
  event                INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  name                 TEXT NOT NULL CHECK (name <> ''),
  staff_no             TEXT CHECK (staff_no <> ''),
  unit                 TEXT CHECK (unit <> ''),
  department           TEXT CHECK (department <> ''),
  duty                 TEXT CHECK (duty <> ''),
  skills               TEXT CHECK (skills <> ''),
  scope                TEXT CHECK (scope <> ''),
  region               TEXT CHECK (region <> ''),
  expert               TEXT CHECK (expert <> ''),
  cert_no              TEXT CHECK (cert_no <> ''),
  cert_valid_to        TEXT CHECK (cert_valid_to <> ''),
  cert_issuer          TEXT CHECK (cert_issuer <> ''),
  second_cert_no       TEXT CHECK (second_cert_no <> ''),
  second_cert_valid_to TEXT CHECK (second_cert_valid_to <> ''),
  second_cert_issuer   TEXT CHECK (second_cert_issuer <> ''),
  score                TEXT CHECK (score <> ''),
  basis                TEXT CHECK (basis <> ''),
  source               TEXT CHECK (source <> ''),
  remark               TEXT CHECK (remark <> ''),
  doubts               TEXT CHECK (doubts <> ''),
  status               TEXT NOT NULL CHECK (status <> ''),
  membership           TEXT NOT NULL CHECK (membership IN ('in', 'suspended', 'removed')),
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

CREATE TABLE inspector_conflict (
  id        INTEGER NOT NULL CHECK (id >= 1),
  version   INTEGER NOT NULL CHECK (version >= 1),
  event     INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  inspector INTEGER NOT NULL CHECK (inspector >= 1),
  target    INTEGER NOT NULL CHECK (target >= 1),
  relation  TEXT NOT NULL CHECK (relation <> ''),
  told_by   TEXT NOT NULL CHECK (told_by <> ''),
  since     TEXT CHECK (since <> ''),
  until     TEXT CHECK (until <> ''),
  detail    TEXT CHECK (detail <> ''),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
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

CREATE TABLE rotation_setting (
  id      INTEGER NOT NULL CHECK (id = 1),
  version INTEGER NOT NULL CHECK (version >= 1),
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  months  INTEGER NOT NULL CHECK (months BETWEEN 0 AND 120),
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
