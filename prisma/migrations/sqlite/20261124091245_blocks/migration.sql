-- CreateTable
CREATE TABLE "snapshot_block" (
    "waveId" TEXT NOT NULL,
    "firstWeek" TEXT NOT NULL,
    "lastWeek" TEXT NOT NULL,
    "counts" TEXT NOT NULL,

    CONSTRAINT "snapshot_block_weeks_check" CHECK ("firstWeek" GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]' AND "lastWeek" GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]' AND "firstWeek" <= "lastWeek"),
    CONSTRAINT "snapshot_block_counts_check" CHECK (json_valid("counts") AND json_type("counts") = 'object'),
    PRIMARY KEY ("waveId", "firstWeek"),
    CONSTRAINT "snapshot_block_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "wave" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- Written by hand: snapshots that were taken without blocks are taken again by the daily work.
DELETE FROM "participant_snapshot";
