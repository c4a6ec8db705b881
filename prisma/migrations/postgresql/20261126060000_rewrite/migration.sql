-- CreateTable
CREATE TABLE "rewrite" (
    "id" INTEGER NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "rewrite_id_check" CHECK ("id" = 1),
    CONSTRAINT "rewrite_state_check" CHECK ("state" IN ('none', 'due', 'begun')),
    CONSTRAINT "rewrite_pkey" PRIMARY KEY ("id")
);

-- Versions before this one deleted without rewriting.
INSERT INTO "rewrite" SELECT 1, CASE WHEN EXISTS (SELECT 1 FROM "response") THEN 'due' ELSE 'none' END;

-- The planner's statistics are samples: they would hold answers, ids and hashes of responses after these were withdrawn.
ALTER TABLE "response"
    ALTER COLUMN "id" SET STATISTICS 0,
    ALTER COLUMN "answers" SET STATISTICS 0,
    ALTER COLUMN "receiptHash" SET STATISTICS 0;

-- The same types again: this alone drops the samples that are there.
ALTER TABLE "response"
    ALTER COLUMN "id" TYPE TEXT COLLATE "C",
    ALTER COLUMN "answers" TYPE TEXT COLLATE "C",
    ALTER COLUMN "receiptHash" TYPE TEXT COLLATE "C";
