-- CreateTable
CREATE TABLE "rewrite" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "state" TEXT NOT NULL,

    CONSTRAINT "rewrite_id_check" CHECK ("id" = 1),
    CONSTRAINT "rewrite_state_check" CHECK ("state" IN ('none', 'due', 'begun'))
);

-- Versions before this one deleted without rewriting.
INSERT INTO "rewrite" SELECT 1, CASE WHEN EXISTS (SELECT 1 FROM "response") THEN 'due' ELSE 'none' END;
