-- Editions replace snapshots, blocks of weeks and releases. What these held is deleted: an edition is made anew from the responses.

-- DropForeignKey
ALTER TABLE "participant_snapshot" DROP CONSTRAINT "participant_snapshot_waveId_fkey";

-- DropForeignKey
ALTER TABLE "release" DROP CONSTRAINT "release_waveId_fkey";

-- DropForeignKey
ALTER TABLE "snapshot_block" DROP CONSTRAINT "snapshot_block_waveId_fkey";

-- AlterTable
ALTER TABLE "participation" DROP COLUMN "contributedCount",
DROP COLUMN "deliveryCount",
DROP COLUMN "removalCount",
ADD COLUMN     "hasEnoughWaiting" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "schemePreview" TEXT COLLATE "C",
ADD COLUMN     "schemeTools" TEXT COLLATE "C",
ADD COLUMN     "withdrawnCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "deletionCount" INTEGER NOT NULL DEFAULT 0,
ADD CONSTRAINT "participation_withdrawnCount_check" CHECK ("withdrawnCount" >= 0),
ADD CONSTRAINT "participation_deletionCount_check" CHECK ("deletionCount" >= 0),
ADD CONSTRAINT "participation_json_check" CHECK (json_typeof("schemeTools"::json) = 'array' AND json_typeof("schemePreview"::json) = 'array');

-- AlterTable
ALTER TABLE "response" ADD COLUMN     "hasEntered" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "wave" ADD COLUMN     "lastDay" TEXT COLLATE "C",
ADD CONSTRAINT "wave_lastDay_check" CHECK ("lastDay" = to_char("lastDay"::date, 'YYYY-MM-DD'));

-- DropTable
DROP TABLE "participant_snapshot";

-- DropTable
DROP TABLE "release";

-- DropTable
DROP TABLE "snapshot_block";

-- CreateTable
CREATE TABLE "week_count" (
    "waveId" TEXT COLLATE "C" NOT NULL,
    "week" TEXT COLLATE "C" NOT NULL,
    "isDemo" BOOLEAN NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "week_count_week_check" CHECK ("week" ~ '^[0-9]{4}-W[0-5][0-9]$'),
    -- No exact number is stored.
    CONSTRAINT "week_count_count_check" CHECK ("count" >= 0 AND "count" % 5 = 0),
    CONSTRAINT "week_count_pkey" PRIMARY KEY ("waveId","isDemo","week")
);

-- CreateTable
CREATE TABLE "edition" (
    "waveId" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "isDemo" BOOLEAN NOT NULL,
    "number" INTEGER NOT NULL,
    "madeOn" TEXT COLLATE "C" NOT NULL,
    "lastWeek" TEXT COLLATE "C" NOT NULL,
    "instrumentVersion" TEXT COLLATE "C" NOT NULL,
    "smallestGroup" INTEGER NOT NULL,
    "schemeTools" TEXT COLLATE "C" NOT NULL,
    "contributionCount" INTEGER NOT NULL,
    "recordCount" INTEGER NOT NULL,
    "withoutAgeCount" INTEGER NOT NULL,
    "waitingCount" INTEGER NOT NULL,
    "withdrawnCount" INTEGER NOT NULL,
    "tables" TEXT COLLATE "C" NOT NULL,
    "fileRemovedOn" TEXT COLLATE "C",

    CONSTRAINT "edition_id_check" CHECK ("number" >= 1 AND "id" = (CASE WHEN "isDemo" THEN 'demo-' ELSE '' END) || "number"),
    CONSTRAINT "edition_madeOn_check" CHECK ("madeOn" = to_char("madeOn"::date, 'YYYY-MM-DD') AND "fileRemovedOn" = to_char("fileRemovedOn"::date, 'YYYY-MM-DD')),
    CONSTRAINT "edition_lastWeek_check" CHECK ("lastWeek" ~ '^[0-9]{4}-W[0-5][0-9]$'),
    CONSTRAINT "edition_smallestGroup_check" CHECK ("smallestGroup" BETWEEN 11 AND 100),
    CONSTRAINT "edition_json_check" CHECK (json_typeof("schemeTools"::json) = 'array' AND json_typeof("tables"::json) = 'array'),
    -- No exact number is stored.
    CONSTRAINT "edition_rounded_check" CHECK (
        "contributionCount" % 5 = 0 AND "recordCount" % 5 = 0 AND "withoutAgeCount" % 5 = 0 AND "waitingCount" % 5 = 0 AND "withdrawnCount" % 5 = 0
        AND least("contributionCount", "recordCount", "withoutAgeCount", "waitingCount", "withdrawnCount") >= 0
    ),
    CONSTRAINT "edition_pkey" PRIMARY KEY ("waveId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "edition_waveId_isDemo_number_key" ON "edition"("waveId", "isDemo", "number");

-- AddForeignKey
ALTER TABLE "week_count" ADD CONSTRAINT "week_count_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition" ADD CONSTRAINT "edition_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
