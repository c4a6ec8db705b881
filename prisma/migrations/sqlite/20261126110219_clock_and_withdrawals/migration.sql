-- CreateTable
CREATE TABLE "clock" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "latestDay" TEXT,
    "doubtedDay" TEXT,
    "erasedFor" TEXT,

    CONSTRAINT "clock_id_check" CHECK ("id" = 1),
    CONSTRAINT "clock_latestDay_check" CHECK ("latestDay" IS date("latestDay")),
    CONSTRAINT "clock_doubtedDay_check" CHECK ("doubtedDay" IS date("doubtedDay")),
    CONSTRAINT "clock_erasedFor_check" CHECK ("erasedFor" IS date("erasedFor"))
);

-- The one row that there is. Of a site that has run before, the last day that its audit log and its editions know.
INSERT INTO "clock" ("id", "latestDay", "doubtedDay", "erasedFor") SELECT
    1,
    (SELECT MAX("day") FROM (SELECT substr("at", 1, 10) AS "day" FROM "audit_entry" UNION ALL SELECT "madeOn" FROM "edition") AS "seen"),
    NULL,
    (SELECT MAX(substr("at", 1, 10)) FROM "audit_entry" WHERE "action" = 'purged' AND "outcome" = 'succeeded');

-- CreateTable
CREATE TABLE "withdrawal" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "day" TEXT NOT NULL,

    CONSTRAINT "withdrawal_hash_check" CHECK (length("hash") = 64),
    CONSTRAINT "withdrawal_day_check" CHECK ("day" IS date("day"))
);

-- CreateIndex
CREATE INDEX "withdrawal_day_idx" ON "withdrawal"("day");
