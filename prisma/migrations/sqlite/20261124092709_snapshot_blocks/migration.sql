-- CreateTable
CREATE TABLE "snapshot_block" (
    "waveId" TEXT NOT NULL,
    "firstWeek" TEXT NOT NULL,
    "lastWeek" TEXT NOT NULL,
    "responseCount" INTEGER NOT NULL,
    "counts" TEXT NOT NULL,

    PRIMARY KEY ("waveId", "firstWeek"),
    CONSTRAINT "snapshot_block_firstWeek_check" CHECK ("firstWeek" GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]'),
    CONSTRAINT "snapshot_block_lastWeek_check" CHECK ("lastWeek" GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]' AND "lastWeek" >= "firstWeek"),
    CONSTRAINT "snapshot_block_responseCount_check" CHECK (typeof("responseCount") = 'integer' AND "responseCount" >= 11),
    CONSTRAINT "snapshot_block_counts_check" CHECK (json_valid("counts") AND json_type("counts") = 'object'),
    CONSTRAINT "snapshot_block_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "participant_snapshot" ("waveId") ON DELETE CASCADE ON UPDATE CASCADE
);
