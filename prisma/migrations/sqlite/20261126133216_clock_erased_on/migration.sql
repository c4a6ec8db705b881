-- The day on which what had come due was last erased.
ALTER TABLE "clock" ADD COLUMN "erasedOn" TEXT CONSTRAINT "clock_erasedOn_check" CHECK ("erasedOn" IS date("erasedOn"));
