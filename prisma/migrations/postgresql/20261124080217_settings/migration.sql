-- CreateTable
CREATE TABLE "setting" (
    "name" TEXT COLLATE "C" NOT NULL,
    "value" INTEGER,

    -- The widest ranges: the periods that people consented to, and the least thresholds. No other name is a setting.
    CONSTRAINT "setting_value_check" CHECK (
        CASE "name"
            WHEN 'contributionOpen' THEN "value" BETWEEN 0 AND 1
            WHEN 'participantsShownFrom' THEN "value" BETWEEN 50 AND 10000
            WHEN 'receiptDays' THEN "value" BETWEEN 7 AND 30
            WHEN 'responseMonths' THEN "value" BETWEEN 1 AND 24
            WHEN 'smallestCell' THEN "value" BETWEEN 11 AND 100
            ELSE FALSE
        END
    ),
    CONSTRAINT "setting_pkey" PRIMARY KEY ("name")
);

-- Written by hand: every setting has its row, which nothing deletes, and whoever changes it takes a turn at that row.
INSERT INTO "setting" ("name") VALUES
    ('contributionOpen'),
    ('participantsShownFrom'),
    ('receiptDays'),
    ('responseMonths'),
    ('smallestCell');
