-- CreateTable
CREATE TABLE "clock" (
    "id" INTEGER NOT NULL,
    "latestDay" TEXT COLLATE "C",
    "doubtedDay" TEXT COLLATE "C",
    "erasedFor" TEXT COLLATE "C",

    CONSTRAINT "clock_id_check" CHECK ("id" = 1),
    CONSTRAINT "clock_latestDay_check" CHECK ("latestDay" = to_char("latestDay"::date, 'YYYY-MM-DD')),
    CONSTRAINT "clock_doubtedDay_check" CHECK ("doubtedDay" = to_char("doubtedDay"::date, 'YYYY-MM-DD')),
    CONSTRAINT "clock_erasedFor_check" CHECK ("erasedFor" = to_char("erasedFor"::date, 'YYYY-MM-DD')),
    CONSTRAINT "clock_pkey" PRIMARY KEY ("id")
);

-- The one row that there is. Of a site that has run before, the last day that its audit log and its editions know.
INSERT INTO "clock" ("id", "latestDay", "doubtedDay", "erasedFor") SELECT
    1,
    (SELECT MAX("day") FROM (SELECT substr("at", 1, 10) AS "day" FROM "audit_entry" UNION ALL SELECT "madeOn" FROM "edition") AS "seen"),
    NULL,
    (SELECT MAX(substr("at", 1, 10)) FROM "audit_entry" WHERE "action" = 'purged' AND "outcome" = 'succeeded');

-- CreateTable
CREATE TABLE "withdrawal" (
    "hash" TEXT COLLATE "C" NOT NULL,
    "day" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "withdrawal_hash_check" CHECK (length("hash") = 64),
    CONSTRAINT "withdrawal_day_check" CHECK ("day" = to_char("day"::date, 'YYYY-MM-DD')),
    CONSTRAINT "withdrawal_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "withdrawal_day_idx" ON "withdrawal"("day");
