-- AlterTable
ALTER TABLE "figure" ADD COLUMN "timeFrame" TEXT COLLATE "C"
    CONSTRAINT "figure_timeFrame_check" CHECK ("timeFrame" IN ('now', 'ever', 'unclear'));
