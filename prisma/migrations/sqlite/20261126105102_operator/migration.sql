-- AlterTable
ALTER TABLE "participation" ADD COLUMN "firstDay" TEXT CONSTRAINT "participation_firstDay_check" CHECK ("firstDay" IS date("firstDay"));
ALTER TABLE "participation" ADD COLUMN "lastDay" TEXT CONSTRAINT "participation_lastDay_check" CHECK (
    "lastDay" IS date("lastDay") AND ("firstDay" IS NULL OR "lastDay" IS NULL OR "firstDay" <= "lastDay")
);

-- CreateTable
CREATE TABLE "operator" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "content" TEXT NOT NULL DEFAULT '{}',

    CONSTRAINT "operator_id_check" CHECK ("id" = 1),
    CONSTRAINT "operator_revision_check" CHECK (typeof("revision") = 'integer' AND "revision" >= 0),
    CONSTRAINT "operator_content_check" CHECK (json_valid("content") AND json_type("content") = 'object')
);

-- Nothing is said yet: nobody contributes before the operator is.
INSERT INTO "operator" ("id") VALUES (1);
