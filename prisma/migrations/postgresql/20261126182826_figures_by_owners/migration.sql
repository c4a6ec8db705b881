-- AlterTable
ALTER TABLE "wave" ADD COLUMN "fieldStart" TEXT COLLATE "C"
    CONSTRAINT "wave_fieldStart_check" CHECK (to_char("fieldStart"::date, 'YYYY-MM-DD') = "fieldStart");
ALTER TABLE "wave" ADD COLUMN "fieldEnd" TEXT COLLATE "C"
    CONSTRAINT "wave_fieldEnd_check" CHECK (to_char("fieldEnd"::date, 'YYYY-MM-DD') = "fieldEnd" AND "fieldEnd" >= "fieldStart");
ALTER TABLE "wave" ADD COLUMN "mode" TEXT COLLATE "C"
    CONSTRAINT "wave_mode_check" CHECK ("mode" IN ('online', 'telephone', 'face_to_face', 'paper', 'mixed'));
ALTER TABLE "wave" ADD COLUMN "words" TEXT COLLATE "C" CONSTRAINT "wave_words_check" CHECK (json_typeof("words"::json) = 'object');
ALTER TABLE "wave" ADD COLUMN "current" INTEGER CONSTRAINT "wave_current_check" CHECK ("current" = 1);

-- Until now, the program had one wave, or the latest was the current one.
UPDATE "wave" SET "current" = 1 WHERE "id" = (SELECT MAX("id") FROM "wave");

-- CreateIndex
CREATE UNIQUE INDEX "wave_current_key" ON "wave"("current");

-- AlterTable: a figure may be superseded, and has details.
ALTER TABLE "figure" DROP CONSTRAINT "figure_status_check";
ALTER TABLE "figure" ADD CONSTRAINT "figure_status_check" CHECK ("status" IN ('published', 'disputed', 'superseded'));
ALTER TABLE "figure" ADD COLUMN "details" TEXT COLLATE "C" NOT NULL DEFAULT '{}'
    CONSTRAINT "figure_details_check" CHECK (json_typeof("details"::json) = 'object');

-- CreateTable
CREATE TABLE "wave_state" (
    "waveId" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "madeOn" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "byOwner" BOOLEAN NOT NULL,
    "reason" TEXT COLLATE "C",
    "content" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "wave_state_number_check" CHECK ("number" > 0),
    CONSTRAINT "wave_state_madeOn_check" CHECK (to_char("madeOn"::date, 'YYYY-MM-DD') = "madeOn"),
    CONSTRAINT "wave_state_kind_check" CHECK ("kind" IN ('first', 'revision', 'correction', 'restoration')),
    -- An owner says why what was published changes.
    CONSTRAINT "wave_state_reason_check" CHECK (
        ("reason" IS NULL OR json_typeof("reason"::json) = 'object')
        AND ("reason" IS NOT NULL OR NOT "byOwner" OR "kind" = 'first')
    ),
    CONSTRAINT "wave_state_content_check" CHECK (json_typeof("content"::json) = 'object'),
    CONSTRAINT "wave_state_pkey" PRIMARY KEY ("waveId","number")
);

-- CreateTable
CREATE TABLE "wave_draft" (
    "waveId" TEXT COLLATE "C" NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "content" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "wave_draft_waveId_check" CHECK ("waveId" <> ''),
    CONSTRAINT "wave_draft_revision_check" CHECK ("revision" > 0),
    CONSTRAINT "wave_draft_content_check" CHECK (json_typeof("content"::json) = 'object'),
    CONSTRAINT "wave_draft_pkey" PRIMARY KEY ("waveId")
);

-- AddForeignKey
ALTER TABLE "wave_state" ADD CONSTRAINT "wave_state_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on: what was published stays.
CREATE TRIGGER "wave_state_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "wave_state"
    FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse"('wave_state is append-only');
