CREATE TABLE account (
  id            INTEGER NOT NULL CHECK (id >= 1),
  version       INTEGER NOT NULL CHECK (version >= 1),
  event         INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  login         TEXT NOT NULL CHECK (login <> ''),
  name          TEXT NOT NULL CHECK (name <> ''),
  handler       INTEGER NOT NULL CHECK (handler IN (0, 1)),
  supervisor    INTEGER NOT NULL CHECK (supervisor IN (0, 1)),
  administrator INTEGER NOT NULL CHECK (administrator IN (0, 1)),
  reader        INTEGER NOT NULL CHECK (reader IN (0, 1)),
  suspended     INTEGER NOT NULL CHECK (suspended IN (0, 1)),
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

CREATE TABLE account_password (
  id      INTEGER NOT NULL CHECK (id >= 1),
  version INTEGER NOT NULL CHECK (version >= 1),
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  hash    TEXT NOT NULL CHECK (hash LIKE '$argon2id$%'),
  origin  TEXT NOT NULL CHECK (origin IN ('own', 'reset', 'recovery', 'rehash')),
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

CREATE TABLE account_attempt (
  id      INTEGER NOT NULL CHECK (id >= 1),
  version INTEGER NOT NULL CHECK (version >= 1),
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  wrong   INTEGER NOT NULL CHECK (wrong >= 0),
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

CREATE TABLE account_recovery (
  id      INTEGER NOT NULL CHECK (id >= 1),
  version INTEGER NOT NULL CHECK (version >= 1),
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  hash    TEXT NOT NULL,
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
