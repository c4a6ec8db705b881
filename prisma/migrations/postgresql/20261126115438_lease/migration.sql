-- CreateTable
CREATE TABLE "lease" (
    "name" TEXT COLLATE "C" NOT NULL,
    "holder" TEXT COLLATE "C",
    "until" TIMESTAMP(3),
    "doneOn" TEXT COLLATE "C",

    CONSTRAINT "lease_pkey" PRIMARY KEY ("name"),
    CONSTRAINT "lease_holder_check" CHECK (("holder" IS NULL) = ("until" IS NULL)),
    CONSTRAINT "lease_doneOn_check" CHECK ("doneOn" = to_char("doneOn"::date, 'YYYY-MM-DD'))
);

INSERT INTO "lease" ("name") VALUES ('dailyWork');
