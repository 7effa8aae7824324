-- The tables of an archive (*.facesj), version 1. R, Python and the sqlite3 shell may read them while
-- FacesJ works; only FacesJ writes. Boxes and points are pixels of the upright picture, 0-based.

-- What everything in here was made with: detector, embedder (id with mirror), their sha256, parameters,
-- dimension. One row for each key.
CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- One row for each photo file that was looked at.
CREATE TABLE photo (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice, also after a deletion
  path     TEXT NOT NULL UNIQUE,      -- absolute, with / on every system
  size     INTEGER NOT NULL,          -- bytes
  modified INTEGER NOT NULL,          -- milliseconds since 1970
  sha256   TEXT NOT NULL,             -- of the content, in hexadecimal; '' where it could not be read
  taken    TEXT,                      -- EXIF date and time, ISO 8601 without zone
  pages    INTEGER NOT NULL,          -- 1 for anything but a stack
  problem  TEXT                       -- why it could not be read, in a sentence; NULL where it could
);
CREATE INDEX photo_sha256 ON photo (sha256);

-- A cluster; one with a name is a person. Its faces are those that name it. AUTOINCREMENT: the number of
-- a cluster that is gone is never given to another, or undoing a decision could mix up two people.
CREATE TABLE cluster (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  name    TEXT UNIQUE,                -- the person's name, NULL while nobody has given one
  ignored INTEGER NOT NULL DEFAULT 0  -- 1: a stranger whom nobody wants to see
);

-- One row for each face. No number is used twice, as above.
CREATE TABLE face (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  photo_id   INTEGER NOT NULL REFERENCES photo ON DELETE CASCADE,
  page       INTEGER NOT NULL,        -- 0-based picture of a stack
  number     INTEGER NOT NULL,        -- from 1 in the order they were found in the picture
  x REAL NOT NULL, y REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL,
  score      REAL NOT NULL,           -- the detector's; 1 for a box drawn by a person
  quality    REAL NOT NULL,           -- 0 to 1, see FaceQuality
  points     BLOB,                    -- five points, 10 little-endian float64: x0, y0, ...
  embedding  BLOB NOT NULL,           -- little-endian float32, of length 1
  drawn      INTEGER NOT NULL DEFAULT 0,  -- 1: a person drew the box
  nonface    INTEGER NOT NULL DEFAULT 0,  -- 1: a person said that this is not a face
  cluster_id INTEGER REFERENCES cluster ON DELETE SET NULL,
  settled    INTEGER NOT NULL DEFAULT 0,  -- 1: a person put it there, and no run moves it
  judged     INTEGER NOT NULL DEFAULT 0,  -- 1: a run of Cluster Archive has looked for its like; one that
                                          -- it left alone is joined by new faces only
  UNIQUE (photo_id, page, number)
);
CREATE INDEX face_cluster ON face (cluster_id);

-- What the face looks like: a small JPEG, upright. Kept apart, so that reading embeddings stays fast.
CREATE TABLE thumbnail (
  face_id INTEGER PRIMARY KEY REFERENCES face ON DELETE CASCADE,
  jpeg    BLOB NOT NULL
);

-- What a person ruled out: the face is never put into the cluster by a run.
CREATE TABLE apart (
  face_id    INTEGER NOT NULL REFERENCES face ON DELETE CASCADE,
  cluster_id INTEGER NOT NULL REFERENCES cluster ON DELETE CASCADE,
  PRIMARY KEY (face_id, cluster_id)
) WITHOUT ROWID;
CREATE INDEX apart_cluster ON apart (cluster_id);

-- The decisions of people, oldest first. Those that were taken back are the last ones.
CREATE TABLE decision (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  what   TEXT NOT NULL,               -- name, merge, split, give, reject, nonface, face, ignore,
                                      -- unignore, settle, differ or draw
  faces  INTEGER NOT NULL,            -- how many it was about
  name   TEXT,                        -- of the person it was about, where there was one
  drawn  INTEGER,                     -- id of the face whose box it drew
  undone INTEGER NOT NULL DEFAULT 0   -- 1: was taken back, and can be made again
);

-- What a decision changed in each face. Not bound to the table face, because a drawn face that was
-- taken back comes again; the triggers below forget a face that is deleted.
CREATE TABLE changed_face (
  decision_id INTEGER NOT NULL REFERENCES decision ON DELETE CASCADE,
  face_id     INTEGER NOT NULL,
  old_cluster INTEGER,                -- NULL: alone
  old_settled INTEGER NOT NULL,
  old_nonface INTEGER NOT NULL,
  new_cluster INTEGER,
  new_settled INTEGER NOT NULL,
  new_nonface INTEGER NOT NULL,
  PRIMARY KEY (decision_id, face_id)
) WITHOUT ROWID;
CREATE INDEX changed_face_face ON changed_face (face_id);

-- What a decision changed in each cluster.
CREATE TABLE changed_cluster (
  decision_id INTEGER NOT NULL REFERENCES decision ON DELETE CASCADE,
  cluster_id  INTEGER NOT NULL,
  old_there   INTEGER NOT NULL,       -- 0: the decision made it
  old_name    TEXT,
  old_ignored INTEGER NOT NULL,
  new_there   INTEGER NOT NULL,       -- 0: the decision left it without a face, so it is gone
  new_name    TEXT,
  new_ignored INTEGER NOT NULL,
  PRIMARY KEY (decision_id, cluster_id)
) WITHOUT ROWID;

-- Which rows of apart a decision added or took away.
CREATE TABLE changed_apart (
  decision_id INTEGER NOT NULL REFERENCES decision ON DELETE CASCADE,
  face_id     INTEGER NOT NULL,
  cluster_id  INTEGER NOT NULL,
  added       INTEGER NOT NULL,       -- 0: taken away
  PRIMARY KEY (decision_id, face_id, cluster_id)
) WITHOUT ROWID;
CREATE INDEX changed_apart_face ON changed_apart (face_id);

-- Drawn faces while the decision that drew them is taken back; columns as in face and thumbnail.
CREATE TABLE undrawn (
  id         INTEGER PRIMARY KEY,
  photo_id   INTEGER NOT NULL REFERENCES photo ON DELETE CASCADE,
  page       INTEGER NOT NULL,
  x REAL NOT NULL, y REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL,
  score      REAL NOT NULL,
  quality    REAL NOT NULL,
  points     BLOB,
  embedding  BLOB NOT NULL,
  jpeg       BLOB NOT NULL
);

-- A deleted face is gone from the journal as well.
CREATE TRIGGER forget_face AFTER DELETE ON face
WHEN OLD.id NOT IN (SELECT id FROM undrawn)
BEGIN
  DELETE FROM changed_face WHERE face_id = OLD.id;
  DELETE FROM changed_apart WHERE face_id = OLD.id;
END;
CREATE TRIGGER forget_undrawn AFTER DELETE ON undrawn
WHEN OLD.id NOT IN (SELECT id FROM face)
BEGIN
  DELETE FROM changed_face WHERE face_id = OLD.id;
  DELETE FROM changed_apart WHERE face_id = OLD.id;
END;

-- Nothing can be made again once its decision is gone.
CREATE TRIGGER forget_drawing AFTER DELETE ON decision
WHEN OLD.drawn IS NOT NULL
BEGIN
  DELETE FROM undrawn WHERE id = OLD.drawn;
END;
