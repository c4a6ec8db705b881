-- Written by hand: settings come and go. SQLite changes a CHECK with its table only.
CREATE TABLE "new_setting" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "value" INTEGER,

    CONSTRAINT "setting_whole_check" CHECK (typeof("value") IN ('integer', 'null')),
    CONSTRAINT "setting_value_check" CHECK (
        CASE "name"
            WHEN 'contributionOpen' THEN "value" BETWEEN 0 AND 1
            -- 0 for none; else a number of lib/settings/licences.ts.
            WHEN 'licence' THEN "value" BETWEEN 0 AND 5
            WHEN 'receiptDays' THEN "value" BETWEEN 7 AND 30
            WHEN 'responseMonths' THEN "value" BETWEEN 1 AND 24
            WHEN 'smallestGroup' THEN "value" BETWEEN 11 AND 100
            WHEN 'yearlyEditions' THEN "value" BETWEEN 0 AND 1
            ELSE FALSE
        END
    )
);
INSERT INTO "new_setting" ("name", "value")
    SELECT CASE "name" WHEN 'smallestCell' THEN 'smallestGroup' ELSE "name" END, "value"
    FROM "setting" WHERE "name" <> 'participantsShownFrom';
DROP TABLE "setting";
ALTER TABLE "new_setting" RENAME TO "setting";

INSERT INTO "setting" ("name") VALUES ('yearlyEditions');
