-- CreateTable
CREATE TABLE "snapshot_block" (
    "waveId" TEXT COLLATE "C" NOT NULL,
    "firstWeek" TEXT COLLATE "C" NOT NULL,
    "lastWeek" TEXT COLLATE "C" NOT NULL,
    "responseCount" INTEGER NOT NULL,
    "counts" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "snapshot_block_firstWeek_check" CHECK ("firstWeek" ~ '^[0-9]{4}-W[0-5][0-9]$'),
    CONSTRAINT "snapshot_block_lastWeek_check" CHECK ("lastWeek" ~ '^[0-9]{4}-W[0-5][0-9]$' AND "lastWeek" >= "firstWeek"),
    CONSTRAINT "snapshot_block_responseCount_check" CHECK ("responseCount" >= 11),
    CONSTRAINT "snapshot_block_counts_check" CHECK (json_typeof("counts"::json) = 'object'),
    CONSTRAINT "snapshot_block_pkey" PRIMARY KEY ("waveId","firstWeek")
);

-- AddForeignKey
ALTER TABLE "snapshot_block" ADD CONSTRAINT "snapshot_block_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "participant_snapshot"("waveId") ON DELETE CASCADE ON UPDATE CASCADE;
