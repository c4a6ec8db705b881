-- CreateTable
CREATE TABLE "response" (
    "id" TEXT COLLATE "C" NOT NULL,
    "waveId" TEXT COLLATE "C" NOT NULL,
    "instrumentVersion" TEXT COLLATE "C" NOT NULL,
    "consentVersion" TEXT COLLATE "C" NOT NULL,
    "answers" TEXT COLLATE "C" NOT NULL,
    "week" TEXT COLLATE "C" NOT NULL,
    "receiptHash" TEXT COLLATE "C",

    CONSTRAINT "response_id_check" CHECK ("id" LIKE '________-____-4___-____-____________'),
    -- What is no JSON at all is refused by the cast, with an error of its own.
    CONSTRAINT "response_answers_check" CHECK (json_typeof("answers"::json) = 'object'),
    CONSTRAINT "response_week_check" CHECK ("week" ~ '^[0-9]{4}-W[0-5][0-9]$'),
    CONSTRAINT "response_receiptHash_check" CHECK (length("receiptHash") = 64),
    CONSTRAINT "response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participation" (
    "waveId" TEXT COLLATE "C" NOT NULL,
    "contributedCount" INTEGER NOT NULL,

    CONSTRAINT "participation_contributedCount_check" CHECK ("contributedCount" >= 0),
    CONSTRAINT "participation_pkey" PRIMARY KEY ("waveId")
);

-- CreateTable
CREATE TABLE "participant_snapshot" (
    "waveId" TEXT COLLATE "C" NOT NULL,
    "takenOn" TEXT COLLATE "C" NOT NULL,
    "contributedCount" INTEGER NOT NULL,
    "responseCount" INTEGER NOT NULL,
    "demoCount" INTEGER NOT NULL,
    "counts" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "participant_snapshot_takenOn_check" CHECK (to_char("takenOn"::date, 'YYYY-MM-DD') = "takenOn"),
    CONSTRAINT "participant_snapshot_counts_check" CHECK (json_typeof("counts"::json) = 'object'),
    CONSTRAINT "participant_snapshot_responseCount_check" CHECK ("responseCount" BETWEEN "demoCount" AND "contributedCount" AND "demoCount" >= 0),
    CONSTRAINT "participant_snapshot_pkey" PRIMARY KEY ("waveId")
);

-- CreateIndex
CREATE UNIQUE INDEX "response_receiptHash_key" ON "response"("receiptHash");

-- CreateIndex
CREATE INDEX "response_week_idx" ON "response"("week");

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant_snapshot" ADD CONSTRAINT "participant_snapshot_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
