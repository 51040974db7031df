CREATE TABLE office_epoch (
  id            INTEGER NOT NULL CHECK (id >= 1),
  version       INTEGER NOT NULL CHECK (version = 1),
  event         INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  office        TEXT NOT NULL CHECK (length(office) = 32),
  why           TEXT NOT NULL CHECK (why IN ('began', 'restored')),
  restored_seq  INTEGER,
  restored_head TEXT CHECK (length(restored_head) = 64),
  replaced_seq  INTEGER,
  replaced_head TEXT CHECK (length(replaced_head) = 64),
  last_sequence INTEGER,
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

CREATE TABLE backup_setting (
  id        INTEGER NOT NULL CHECK (id = 1),
  version   INTEGER NOT NULL CHECK (version >= 1),
  event     INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  folder    TEXT NOT NULL,
  keep      INTEGER NOT NULL CHECK (keep BETWEEN 1 AND 1000),
  automatic INTEGER NOT NULL CHECK (automatic IN (0, 1)),
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

CREATE TABLE backup_made (
  id       INTEGER NOT NULL CHECK (id >= 1),
  version  INTEGER NOT NULL CHECK (version = 1),
  event    INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  file     TEXT NOT NULL CHECK (file <> ''),
  folder   TEXT NOT NULL,
  size     INTEGER NOT NULL CHECK (size > 0),
  digest   TEXT NOT NULL CHECK (length(digest) = 64),
  manifest TEXT NOT NULL CHECK (length(manifest) = 64),
  occasion TEXT NOT NULL CHECK (occasion IN ('hand', 'exit', 'risky_act')),
  sealed   INTEGER NOT NULL CHECK (sealed IN (0, 1)),
  seq      INTEGER NOT NULL CHECK (seq >= 1),
  made_at  TEXT NOT NULL,
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
