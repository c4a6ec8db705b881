-- CreateTable
CREATE TABLE "snapshot_block" (
    "waveId" TEXT COLLATE "C" NOT NULL,
    "firstWeek" TEXT COLLATE "C" NOT NULL,
    "lastWeek" TEXT COLLATE "C" NOT NULL,
    "counts" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "snapshot_block_weeks_check" CHECK ("firstWeek" ~ '^[0-9]{4}-W[0-5][0-9]$' AND "lastWeek" ~ '^[0-9]{4}-W[0-5][0-9]$' AND "firstWeek" <= "lastWeek"),
    CONSTRAINT "snapshot_block_counts_check" CHECK (json_typeof("counts"::json) = 'object'),
    CONSTRAINT "snapshot_block_pkey" PRIMARY KEY ("waveId","firstWeek")
);

-- AddForeignKey
ALTER TABLE "snapshot_block" ADD CONSTRAINT "snapshot_block_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: snapshots that were taken without blocks are taken again by the daily work.
DELETE FROM "participant_snapshot";
