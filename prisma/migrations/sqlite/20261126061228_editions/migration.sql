-- Editions replace snapshots, blocks of weeks and releases. What these held is deleted: an edition is made anew from the responses.

-- DropIndex
DROP INDEX "release_waveId_requestedAt_idx";

-- DropIndex
DROP INDEX "release_preparingWaveId_key";

-- DropTable
DROP TABLE "participant_snapshot";
DROP TABLE "release";
DROP TABLE "snapshot_block";

-- AlterTable
ALTER TABLE "wave" ADD COLUMN "lastDay" TEXT CONSTRAINT "wave_lastDay_check" CHECK ("lastDay" IS date("lastDay"));

-- AlterTable
ALTER TABLE "response" ADD COLUMN "hasEntered" BOOLEAN NOT NULL DEFAULT false CONSTRAINT "response_hasEntered_check" CHECK ("hasEntered" IN (0, 1));

-- CreateTable
CREATE TABLE "week_count" (
    "waveId" TEXT NOT NULL,
    "week" TEXT NOT NULL,
    "isDemo" BOOLEAN NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("waveId", "isDemo", "week"),
    CONSTRAINT "week_count_week_check" CHECK ("week" GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]'),
    CONSTRAINT "week_count_isDemo_check" CHECK ("isDemo" IN (0, 1)),
    -- No exact number is stored.
    CONSTRAINT "week_count_count_check" CHECK (typeof("count") = 'integer' AND "count" >= 0 AND "count" % 5 = 0),
    CONSTRAINT "week_count_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "wave" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "edition" (
    "waveId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "isDemo" BOOLEAN NOT NULL,
    "number" INTEGER NOT NULL,
    "madeOn" TEXT NOT NULL,
    "lastWeek" TEXT NOT NULL,
    "instrumentVersion" TEXT NOT NULL,
    "smallestGroup" INTEGER NOT NULL,
    "schemeTools" TEXT NOT NULL,
    "contributionCount" INTEGER NOT NULL,
    "recordCount" INTEGER NOT NULL,
    "withoutAgeCount" INTEGER NOT NULL,
    "waitingCount" INTEGER NOT NULL,
    "withdrawnCount" INTEGER NOT NULL,
    "tables" TEXT NOT NULL,
    "fileRemovedOn" TEXT,

    PRIMARY KEY ("waveId", "id"),
    CONSTRAINT "edition_isDemo_check" CHECK ("isDemo" IN (0, 1)),
    CONSTRAINT "edition_id_check" CHECK ("number" >= 1 AND "id" = (CASE WHEN "isDemo" THEN 'demo-' ELSE '' END) || "number"),
    CONSTRAINT "edition_madeOn_check" CHECK ("madeOn" IS date("madeOn") AND "fileRemovedOn" IS date("fileRemovedOn")),
    CONSTRAINT "edition_lastWeek_check" CHECK ("lastWeek" GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]'),
    CONSTRAINT "edition_smallestGroup_check" CHECK ("smallestGroup" BETWEEN 11 AND 100),
    CONSTRAINT "edition_json_check" CHECK (json_valid("schemeTools") AND json_valid("tables")),
    -- No exact number is stored.
    CONSTRAINT "edition_rounded_check" CHECK (
        "contributionCount" % 5 = 0 AND "recordCount" % 5 = 0 AND "withoutAgeCount" % 5 = 0 AND "waitingCount" % 5 = 0 AND "withdrawnCount" % 5 = 0
        AND min("contributionCount", "recordCount", "withoutAgeCount", "waitingCount", "withdrawnCount") >= 0
    ),
    CONSTRAINT "edition_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "wave" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "edition_waveId_isDemo_number_key" ON "edition"("waveId", "isDemo", "number");

-- RedefineTables
CREATE TABLE "new_participation" (
    "waveId" TEXT NOT NULL PRIMARY KEY,
    "withdrawnCount" INTEGER NOT NULL DEFAULT 0,
    "deletionCount" INTEGER NOT NULL DEFAULT 0,
    "hasEnoughWaiting" BOOLEAN NOT NULL DEFAULT false,
    "schemeTools" TEXT,
    "schemePreview" TEXT,

    CONSTRAINT "participation_withdrawnCount_check" CHECK (typeof("withdrawnCount") = 'integer' AND "withdrawnCount" >= 0),
    CONSTRAINT "participation_deletionCount_check" CHECK (typeof("deletionCount") = 'integer' AND "deletionCount" >= 0),
    CONSTRAINT "participation_hasEnoughWaiting_check" CHECK ("hasEnoughWaiting" IN (0, 1)),
    CONSTRAINT "participation_json_check" CHECK (json_valid(coalesce("schemeTools", '[]')) AND json_valid(coalesce("schemePreview", '[]'))),
    CONSTRAINT "participation_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "wave" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_participation" ("waveId") SELECT "waveId" FROM "participation";
DROP TABLE "participation";
ALTER TABLE "new_participation" RENAME TO "participation";
