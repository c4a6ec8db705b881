-- CreateTable
CREATE TABLE "lease" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "holder" TEXT,
    "until" DATETIME,
    "doneOn" TEXT,

    CONSTRAINT "lease_holder_check" CHECK (("holder" IS NULL) = ("until" IS NULL)),
    CONSTRAINT "lease_doneOn_check" CHECK ("doneOn" IS date("doneOn"))
);

INSERT INTO "lease" ("name") VALUES ('dailyWork');
