CREATE TABLE rule_profile (
  id       INTEGER NOT NULL CHECK (id >= 1),
  version  INTEGER NOT NULL CHECK (version >= 1),
  event    INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  name     TEXT NOT NULL CHECK (name <> ''),
  in_force INTEGER NOT NULL CHECK (in_force IN (0, 1)),
  document TEXT NOT NULL CHECK (json_valid(document)),
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

CREATE TABLE plan (
  id       INTEGER NOT NULL CHECK (id >= 1),
  version  INTEGER NOT NULL CHECK (version >= 1),
  event    INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  year     INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 9999),
  period   TEXT NOT NULL CHECK (period IN ('annual', 'h1', 'h2')),
  state    TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'submitted', 'published')),
  title    TEXT NOT NULL CHECK (title <> ''),
  document TEXT NOT NULL CHECK (json_valid(document)),
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

CREATE TABLE task (
  id       INTEGER NOT NULL CHECK (id >= 1),
  version  INTEGER NOT NULL CHECK (version >= 1),
  event    INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  state    TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'cancelled')),
  title    TEXT NOT NULL CHECK (title <> ''),
  plan     INTEGER CHECK (plan >= 1),
  line     INTEGER CHECK (line >= 1),
  year     INTEGER CHECK (year BETWEEN 2000 AND 9999),
  serial   INTEGER CHECK (serial >= 1),
  number   TEXT CHECK (number <> ''),
  document TEXT NOT NULL CHECK (json_valid(document)),
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

CREATE TABLE pool_exclusion (
  id        INTEGER NOT NULL CHECK (id >= 1),
  version   INTEGER NOT NULL CHECK (version >= 1),
  event     INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  task      INTEGER NOT NULL CHECK (task >= 1),
  target    INTEGER NOT NULL CHECK (target >= 1),
  kind      TEXT NOT NULL CHECK (kind IN ('restricted', 'other')),
  basis     TEXT NOT NULL CHECK (basis <> ''),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
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

CREATE TABLE pool_notice (
  id           INTEGER NOT NULL CHECK (id >= 1),
  version      INTEGER NOT NULL CHECK (version >= 1),
  event        INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  task         INTEGER NOT NULL CHECK (task >= 1),
  digest       BLOB NOT NULL CHECK (length(digest) = 32),
  replaces     INTEGER CHECK (replaces >= 1),
  announced_on TEXT NOT NULL CHECK (announced_on <> ''),
  draw_on      TEXT NOT NULL CHECK (draw_on <> ''),
  document     TEXT NOT NULL CHECK (json_valid(document)),
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

CREATE TABLE pool_salt (
  id      INTEGER NOT NULL CHECK (id >= 1),
  version INTEGER NOT NULL CHECK (version >= 1),
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  task    INTEGER NOT NULL CHECK (task >= 1),
  salt    BLOB NOT NULL CHECK (length(salt) = 32),
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
