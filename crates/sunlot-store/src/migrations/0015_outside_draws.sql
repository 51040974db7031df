CREATE TABLE outside_draw (
  id         INTEGER NOT NULL CHECK (id >= 1),
  version    INTEGER NOT NULL CHECK (version >= 1),
  event      INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  drawn_on   TEXT NOT NULL CHECK (drawn_on <> ''),
  visit_from TEXT NOT NULL CHECK (visit_from <> ''),
  visit_to   TEXT NOT NULL CHECK (visit_to >= visit_from),
  task       INTEGER CHECK (task >= 1),
  file       BLOB CHECK (length(file) = 32),
  withdrawn  INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  document   TEXT NOT NULL CHECK (json_valid(document)),
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX outside_draw_event ON outside_draw (event);

CREATE TRIGGER outside_draw_insert BEFORE INSERT ON outside_draw
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM outside_draw WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM outside_draw)
  OR NEW.task IS NOT NULL AND NOT EXISTS (SELECT 1 FROM task WHERE id = NEW.task)
  OR NEW.withdrawn <> (NEW.version > 1) OR NEW.version > 2
  OR EXISTS (SELECT 1 FROM outside_draw WHERE id = NEW.id AND (drawn_on <> NEW.drawn_on OR visit_from <> NEW.visit_from
             OR visit_to <> NEW.visit_to OR task IS NOT NEW.task OR file IS NOT NEW.file))
BEGIN SELECT RAISE(ABORT, 'outside_draw: ids and versions must follow the last one'); END;

CREATE TRIGGER outside_draw_update BEFORE UPDATE ON outside_draw
BEGIN SELECT RAISE(ABORT, 'outside_draw is append-only'); END;

CREATE TRIGGER outside_draw_delete BEFORE DELETE ON outside_draw
BEGIN SELECT RAISE(ABORT, 'outside_draw is append-only'); END;

CREATE TABLE outside_row (
  id      INTEGER NOT NULL CHECK (id >= 1),
  version INTEGER NOT NULL CHECK (version = 1),
  event   INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  draw    INTEGER NOT NULL CHECK (draw >= 1),
  kind    TEXT NOT NULL CHECK (kind IN ('target', 'inspector')),
  entry   INTEGER CHECK (entry >= 1),
  place   INTEGER CHECK (place >= 1),
  name    TEXT NOT NULL,
  code    TEXT NOT NULL,
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX outside_row_event ON outside_row (event);
CREATE INDEX outside_row_draw ON outside_row (draw);

CREATE TRIGGER outside_row_insert BEFORE INSERT ON outside_row
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM outside_row)
  OR NEW.event IS NOT (SELECT event FROM outside_draw WHERE id = NEW.draw AND version = 1)
  OR NEW.kind = 'target' AND NEW.entry IS NOT NULL AND NOT EXISTS (SELECT 1 FROM target WHERE id = NEW.entry)
  OR NEW.kind = 'inspector' AND NEW.entry IS NOT NULL AND NOT EXISTS (SELECT 1 FROM inspector WHERE id = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'outside_row: ids and versions must follow the last one'); END;

CREATE TRIGGER outside_row_update BEFORE UPDATE ON outside_row
BEGIN SELECT RAISE(ABORT, 'outside_row is append-only'); END;

CREATE TRIGGER outside_row_delete BEFORE DELETE ON outside_row
BEGIN SELECT RAISE(ABORT, 'outside_row is append-only'); END;
