CREATE INDEX audit_event_actor ON audit_event (actor);

CREATE INDEX audit_event_second ON audit_event (second) WHERE second IS NOT NULL;

CREATE INDEX audit_event_kind ON audit_event (kind);

CREATE INDEX audit_event_at ON audit_event (at);

CREATE TABLE audit_object (
  kind TEXT NOT NULL,
  id   TEXT NOT NULL,
  seq  INTEGER NOT NULL,
  PRIMARY KEY (kind, id, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_object_seq ON audit_object (seq);

CREATE TRIGGER audit_object_update BEFORE UPDATE ON audit_object
BEGIN SELECT RAISE(ABORT, 'audit_object follows the trail'); END;

CREATE TRIGGER audit_object_delete BEFORE DELETE ON audit_object
BEGIN SELECT RAISE(ABORT, 'audit_object follows the trail'); END;
