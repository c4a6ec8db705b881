-- CreateTable
CREATE TABLE "admin_unknown_sign_ins" (
    "day" TEXT COLLATE "C" NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "admin_unknown_sign_ins_day_check" CHECK ("day" = to_char("day"::date, 'YYYY-MM-DD')),
    CONSTRAINT "admin_unknown_sign_ins_count_check" CHECK ("count" > 0),
    CONSTRAINT "admin_unknown_sign_ins_pkey" PRIMARY KEY ("day")
);
