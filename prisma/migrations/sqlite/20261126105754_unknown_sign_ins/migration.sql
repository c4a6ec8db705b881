-- CreateTable
CREATE TABLE "admin_unknown_sign_ins" (
    "day" TEXT NOT NULL PRIMARY KEY,
    "count" INTEGER NOT NULL,

    CONSTRAINT "admin_unknown_sign_ins_day_check" CHECK ("day" IS date("day")),
    CONSTRAINT "admin_unknown_sign_ins_count_check" CHECK ("count" > 0)
);
