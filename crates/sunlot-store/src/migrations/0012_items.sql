CREATE TABLE item (
  id                    INTEGER NOT NULL CHECK (id >= 1),
  version               INTEGER NOT NULL CHECK (version >= 1),
  event                 INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  code                  TEXT CHECK (code <> ''),
  category              TEXT CHECK (category <> ''),
  name                  TEXT NOT NULL CHECK (name <> ''),
  sub_item              TEXT CHECK (sub_item <> ''),
  item_class            TEXT CHECK (item_class <> ''),
  authority             TEXT CHECK (authority <> ''),
  enforcement_authority TEXT CHECK (enforcement_authority <> ''),
  target_scope          TEXT CHECK (target_scope <> ''),
  tags                  TEXT CHECK (tags <> ''),
  key_area              TEXT CHECK (key_area <> ''),
  content               TEXT CHECK (content <> ''),
  modes                 TEXT CHECK (modes <> ''),
  procedure             TEXT CHECK (procedure <> ''),
  standard              TEXT CHECK (standard <> ''),
  "range"               TEXT CHECK ("range" <> ''),
  means                 TEXT CHECK (means <> ''),
  requirement           TEXT CHECK (requirement <> ''),
  base                  TEXT CHECK (base <> ''),
  ratio                 TEXT CHECK (ratio <> ''),
  frequency             TEXT CHECK (frequency <> ''),
  ratio_authority       TEXT CHECK (ratio_authority <> ''),
  ratio_min             TEXT CHECK (ratio_min <> ''),
  ratio_max             TEXT CHECK (ratio_max <> ''),
  ratio_document        TEXT CHECK (ratio_document <> ''),
  season                TEXT CHECK (season <> ''),
  duty_code             TEXT CHECK (duty_code <> ''),
  duty_name             TEXT CHECK (duty_name <> ''),
  unit                  TEXT CHECK (unit <> ''),
  person                TEXT CHECK (person <> ''),
  skill                 TEXT CHECK (skill <> ''),
  merge_group           TEXT CHECK (merge_group <> ''),
  group_lead            TEXT CHECK (group_lead <> ''),
  remark                TEXT CHECK (remark <> ''),
  source                TEXT CHECK (source <> ''),
  doubts                TEXT CHECK (doubts <> ''),
  bases                 TEXT CHECK (json_valid(bases)),
  check_points          TEXT CHECK (json_valid(check_points)),
  example               TEXT CHECK (example = 'yes'),
  membership            TEXT NOT NULL CHECK (membership IN ('in', 'removed')),
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX item_event ON item (event);

CREATE TRIGGER item_insert BEFORE INSERT ON item
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM item WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM item)
BEGIN SELECT RAISE(ABORT, 'item: ids and versions must follow the last one'); END;

CREATE TRIGGER item_update BEFORE UPDATE ON item
BEGIN SELECT RAISE(ABORT, 'item is append-only'); END;

CREATE TRIGGER item_delete BEFORE DELETE ON item
BEGIN SELECT RAISE(ABORT, 'item is append-only'); END;

CREATE TABLE catalog (
  id           INTEGER NOT NULL CHECK (id >= 1),
  version      INTEGER NOT NULL CHECK (version >= 1),
  event        INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  state        TEXT NOT NULL CHECK (state IN ('submitted', 'returned', 'ratified', 'published')),
  title        TEXT NOT NULL CHECK (title <> ''),
  submitted_on TEXT NOT NULL CHECK (submitted_on <> ''),
  submitted_to TEXT NOT NULL CHECK (submitted_to <> ''),
  reason       TEXT NOT NULL CHECK (reason <> ''),
  returned_on  TEXT CHECK (returned_on <> ''),
  returned_for TEXT CHECK (returned_for <> ''),
  ratified_by  TEXT CHECK (ratified_by <> ''),
  ratified_on  TEXT CHECK (ratified_on <> ''),
  ratified_no  TEXT CHECK (ratified_no <> ''),
  effective_on TEXT CHECK (effective_on <> ''),
  published_on TEXT CHECK (published_on <> ''),
  channels     TEXT CHECK (channels <> ''),
  PRIMARY KEY (id, version),
  CHECK ((state = 'returned') = (returned_on IS NOT NULL) AND (returned_on IS NULL) = (returned_for IS NULL)),
  CHECK ((state IN ('ratified', 'published')) = (ratified_by IS NOT NULL) AND (ratified_by IS NULL) = (ratified_on IS NULL)
         AND (ratified_by IS NULL) = (ratified_no IS NULL) AND (ratified_by IS NULL) = (effective_on IS NULL)),
  CHECK ((state = 'published') = (published_on IS NOT NULL) AND (published_on IS NULL) = (channels IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX catalog_event ON catalog (event);

CREATE TRIGGER catalog_insert BEFORE INSERT ON catalog
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM catalog WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM catalog)
  OR (NEW.version = 1) IS NOT (NEW.state = 'submitted')
  OR EXISTS (SELECT 1 FROM catalog AS c WHERE c.id = NEW.id AND c.version = NEW.version - 1
             AND (c.title <> NEW.title OR c.submitted_on <> NEW.submitted_on OR c.submitted_to <> NEW.submitted_to
                  OR c.reason <> NEW.reason OR c.ratified_by <> NEW.ratified_by OR c.ratified_on <> NEW.ratified_on
                  OR c.ratified_no <> NEW.ratified_no OR c.effective_on <> NEW.effective_on
                  OR (c.state, NEW.state) NOT IN (VALUES ('submitted', 'returned'), ('submitted', 'ratified'),
                                                         ('ratified', 'published'))))
BEGIN SELECT RAISE(ABORT, 'catalog: only the next step of an edition may follow'); END;

CREATE TRIGGER catalog_update BEFORE UPDATE ON catalog
BEGIN SELECT RAISE(ABORT, 'catalog is append-only'); END;

CREATE TRIGGER catalog_delete BEFORE DELETE ON catalog
BEGIN SELECT RAISE(ABORT, 'catalog is append-only'); END;

CREATE TABLE catalog_entry (
  id           INTEGER NOT NULL CHECK (id >= 1),
  version      INTEGER NOT NULL CHECK (version = 1),
  event        INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  catalog      INTEGER NOT NULL CHECK (catalog >= 1),
  item         INTEGER NOT NULL CHECK (item >= 1),
  item_version INTEGER NOT NULL CHECK (item_version >= 1),
  PRIMARY KEY (id, version),
  FOREIGN KEY (item, item_version) REFERENCES item (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX catalog_entry_event ON catalog_entry (event);

CREATE UNIQUE INDEX catalog_entry_item ON catalog_entry (catalog, item);

CREATE TRIGGER catalog_entry_insert BEFORE INSERT ON catalog_entry
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM catalog_entry)
  OR NEW.event IS NOT (SELECT event FROM catalog WHERE id = NEW.catalog AND version = 1)
BEGIN SELECT RAISE(ABORT, 'catalog_entry: an edition has the items that it was handed in with'); END;

CREATE TRIGGER catalog_entry_update BEFORE UPDATE ON catalog_entry
BEGIN SELECT RAISE(ABORT, 'catalog_entry is append-only'); END;

CREATE TRIGGER catalog_entry_delete BEFORE DELETE ON catalog_entry
BEGIN SELECT RAISE(ABORT, 'catalog_entry is append-only'); END;
