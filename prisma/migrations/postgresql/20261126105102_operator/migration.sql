-- AlterTable
ALTER TABLE "participation" ADD COLUMN     "firstDay" TEXT COLLATE "C",
ADD COLUMN     "lastDay" TEXT COLLATE "C",
ADD CONSTRAINT "participation_firstDay_check" CHECK ("firstDay" = to_char("firstDay"::date, 'YYYY-MM-DD')),
ADD CONSTRAINT "participation_lastDay_check" CHECK (
    "lastDay" = to_char("lastDay"::date, 'YYYY-MM-DD') AND ("firstDay" IS NULL OR "lastDay" IS NULL OR "firstDay" <= "lastDay")
);

-- CreateTable
CREATE TABLE "operator" (
    "id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "content" TEXT COLLATE "C" NOT NULL DEFAULT '{}',

    CONSTRAINT "operator_id_check" CHECK ("id" = 1),
    CONSTRAINT "operator_revision_check" CHECK ("revision" >= 0),
    CONSTRAINT "operator_content_check" CHECK (jsonb_typeof("content"::jsonb) = 'object'),
    CONSTRAINT "operator_pkey" PRIMARY KEY ("id")
);

-- Nothing is said yet: nobody contributes before the operator is.
INSERT INTO "operator" ("id") VALUES (1);
