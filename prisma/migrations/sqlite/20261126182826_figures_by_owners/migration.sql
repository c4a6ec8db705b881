-- AlterTable
ALTER TABLE "wave" ADD COLUMN "fieldStart" TEXT CONSTRAINT "wave_fieldStart_check" CHECK ("fieldStart" IS date("fieldStart"));
ALTER TABLE "wave" ADD COLUMN "fieldEnd" TEXT CONSTRAINT "wave_fieldEnd_check" CHECK ("fieldEnd" IS date("fieldEnd") AND "fieldEnd" >= "fieldStart");
ALTER TABLE "wave" ADD COLUMN "mode" TEXT
    CONSTRAINT "wave_mode_check" CHECK ("mode" IN ('online', 'telephone', 'face_to_face', 'paper', 'mixed'));
ALTER TABLE "wave" ADD COLUMN "words" TEXT CONSTRAINT "wave_words_check" CHECK (json_valid("words") AND json_type("words") = 'object');
ALTER TABLE "wave" ADD COLUMN "current" INTEGER CONSTRAINT "wave_current_check" CHECK ("current" IS NULL OR "current" IS 1);

-- Until now, the program had one wave, or the latest was the current one.
UPDATE "wave" SET "current" = 1 WHERE "id" = (SELECT MAX("id") FROM "wave");

-- CreateIndex
CREATE UNIQUE INDEX "wave_current_key" ON "wave"("current");

-- CreateTable
CREATE TABLE "wave_state" (
    "waveId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "madeOn" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "byOwner" BOOLEAN NOT NULL,
    "reason" TEXT,
    "content" TEXT NOT NULL,

    CONSTRAINT "wave_state_number_check" CHECK (typeof("number") = 'integer' AND "number" > 0),
    CONSTRAINT "wave_state_madeOn_check" CHECK ("madeOn" IS date("madeOn")),
    CONSTRAINT "wave_state_kind_check" CHECK ("kind" IN ('first', 'revision', 'correction', 'restoration')),
    CONSTRAINT "wave_state_byOwner_check" CHECK ("byOwner" IN (0, 1)),
    -- An owner says why what was published changes.
    CONSTRAINT "wave_state_reason_check" CHECK (
        ("reason" IS NULL OR (json_valid("reason") AND json_type("reason") = 'object'))
        AND ("reason" IS NOT NULL OR "byOwner" = 0 OR "kind" = 'first')
    ),
    CONSTRAINT "wave_state_content_check" CHECK (json_valid("content") AND json_type("content") = 'object'),
    PRIMARY KEY ("waveId", "number"),
    CONSTRAINT "wave_state_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "wave" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "wave_draft" (
    "waveId" TEXT NOT NULL PRIMARY KEY,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "content" TEXT NOT NULL,

    CONSTRAINT "wave_draft_waveId_check" CHECK ("waveId" <> ''),
    CONSTRAINT "wave_draft_revision_check" CHECK (typeof("revision") = 'integer' AND "revision" > 0),
    CONSTRAINT "wave_draft_content_check" CHECK (json_valid("content") AND json_type("content") = 'object')
);

-- A figure may be superseded, and has details: SQLite changes a CHECK with its table only.
CREATE TABLE "new_figure" (
    "waveId" TEXT NOT NULL,
    "indicator" TEXT NOT NULL,
    "population" TEXT NOT NULL,
    "sharePercent" REAL NOT NULL,
    "qualifier" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'published',
    "timeFrame" TEXT,
    "passage" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "details" TEXT NOT NULL DEFAULT '{}',

    CONSTRAINT "figure_sharePercent_check" CHECK (typeof("sharePercent") = 'real' AND "sharePercent" BETWEEN 0 AND 100),
    CONSTRAINT "figure_qualifier_check" CHECK ("qualifier" IN ('exact', 'about', 'more_than')),
    CONSTRAINT "figure_status_check" CHECK ("status" IN ('published', 'disputed', 'superseded')),
    CONSTRAINT "figure_indicator_check" CHECK ("indicator" <> ''),
    CONSTRAINT "figure_population_check" CHECK ("population" <> ''),
    CONSTRAINT "figure_timeFrame_check" CHECK ("timeFrame" IN ('now', 'ever', 'unclear')),
    CONSTRAINT "figure_details_check" CHECK (json_valid("details") AND json_type("details") = 'object'),
    PRIMARY KEY ("waveId", "indicator", "population"),
    CONSTRAINT "figure_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "wave" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "figure_waveId_sourceId_fkey" FOREIGN KEY ("waveId", "sourceId") REFERENCES "source" ("waveId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_figure" ("waveId", "indicator", "population", "sharePercent", "qualifier", "status", "timeFrame", "passage", "sourceId")
    SELECT "waveId", "indicator", "population", "sharePercent", "qualifier", "status", "timeFrame", "passage", "sourceId" FROM "figure";
DROP TABLE "figure";
ALTER TABLE "new_figure" RENAME TO "figure";

-- Written by hand from here on: what was published stays.
CREATE TRIGGER "wave_state_update" BEFORE UPDATE ON "wave_state"
BEGIN
    SELECT RAISE(ABORT, 'wave_state is append-only');
END;

CREATE TRIGGER "wave_state_delete" BEFORE DELETE ON "wave_state"
BEGIN
    SELECT RAISE(ABORT, 'wave_state is append-only');
END;

-- REPLACE deletes without asking the trigger above.
CREATE TRIGGER "wave_state_replace" BEFORE INSERT ON "wave_state"
WHEN EXISTS (SELECT 1 FROM "wave_state" WHERE "waveId" = NEW."waveId" AND "number" = NEW."number")
BEGIN
    SELECT RAISE(ABORT, 'wave_state is append-only');
END;
