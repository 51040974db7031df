CREATE TABLE idle_setting (
  id      INTEGER NOT NULL CHECK (id = 1),
  version INTEGER NOT NULL CHECK (version >= 1),
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
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
