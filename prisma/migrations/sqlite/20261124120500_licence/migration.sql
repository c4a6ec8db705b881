-- Written by hand: the schema stays as it is, and a setting more is allowed. SQLite changes a CHECK with its table only.
CREATE TABLE "new_setting" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "value" INTEGER,

    CONSTRAINT "setting_whole_check" CHECK (typeof("value") IN ('integer', 'null')),
    CONSTRAINT "setting_value_check" CHECK (
        CASE "name"
            WHEN 'contributionOpen' THEN "value" BETWEEN 0 AND 1
            -- 0 for none; else a number of lib/participation/licences.ts.
            WHEN 'licence' THEN "value" BETWEEN 0 AND 5
            WHEN 'participantsShownFrom' THEN "value" BETWEEN 50 AND 10000
            WHEN 'receiptDays' THEN "value" BETWEEN 7 AND 30
            WHEN 'responseMonths' THEN "value" BETWEEN 1 AND 24
            WHEN 'smallestCell' THEN "value" BETWEEN 11 AND 100
            ELSE FALSE
        END
    )
);
INSERT INTO "new_setting" ("name", "value") SELECT "name", "value" FROM "setting";
DROP TABLE "setting";
ALTER TABLE "new_setting" RENAME TO "setting";

INSERT INTO "setting" ("name") VALUES ('licence');
