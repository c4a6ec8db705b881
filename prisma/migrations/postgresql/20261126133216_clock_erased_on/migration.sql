-- The day on which what had come due was last erased.
ALTER TABLE "clock" ADD COLUMN "erasedOn" TEXT COLLATE "C" CONSTRAINT "clock_erasedOn_check" CHECK ("erasedOn" = to_char("erasedOn"::date, 'YYYY-MM-DD'));
