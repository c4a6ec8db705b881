-- CreateTable
CREATE TABLE "response" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "waveId" TEXT NOT NULL,
    "instrumentVersion" TEXT NOT NULL,
    "consentVersion" TEXT NOT NULL,
    "answers" TEXT NOT NULL,
    "week" TEXT NOT NULL,
    "receiptHash" TEXT,

    CONSTRAINT "response_id_check" CHECK ("id" LIKE '________-____-4___-____-____________'),
    CONSTRAINT "response_answers_check" CHECK (json_valid("answers") AND json_type("answers") = 'object'),
    CONSTRAINT "response_week_check" CHECK ("week" GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]'),
    CONSTRAINT "response_receiptHash_check" CHECK ("receiptHash" IS NULL OR length("receiptHash") = 64),
    CONSTRAINT "response_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "wave" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
-- Written by hand: with a row id, the order of the rows would tell who contributed after whom.
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "participation" (
    "waveId" TEXT NOT NULL PRIMARY KEY,
    "contributedCount" INTEGER NOT NULL,

    CONSTRAINT "participation_contributedCount_check" CHECK (typeof("contributedCount") = 'integer' AND "contributedCount" >= 0),
    CONSTRAINT "participation_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "wave" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "participant_snapshot" (
    "waveId" TEXT NOT NULL PRIMARY KEY,
    "takenOn" TEXT NOT NULL,
    "contributedCount" INTEGER NOT NULL,
    "responseCount" INTEGER NOT NULL,
    "demoCount" INTEGER NOT NULL,
    "counts" TEXT NOT NULL,

    CONSTRAINT "participant_snapshot_takenOn_check" CHECK ("takenOn" IS date("takenOn")),
    CONSTRAINT "participant_snapshot_counts_check" CHECK (json_valid("counts") AND json_type("counts") = 'object'),
    CONSTRAINT "participant_snapshot_responseCount_check" CHECK ("responseCount" BETWEEN "demoCount" AND "contributedCount" AND "demoCount" >= 0),
    CONSTRAINT "participant_snapshot_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "wave" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "response_receiptHash_key" ON "response"("receiptHash");

-- CreateIndex
CREATE INDEX "response_week_idx" ON "response"("week");
