-- Written by hand: settings come and go.
ALTER TABLE "setting" DROP CONSTRAINT "setting_value_check";
DELETE FROM "setting" WHERE "name" = 'participantsShownFrom';
UPDATE "setting" SET "name" = 'smallestGroup' WHERE "name" = 'smallestCell';
INSERT INTO "setting" ("name") VALUES ('yearlyEditions');
ALTER TABLE "setting" ADD CONSTRAINT "setting_value_check" CHECK (
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
);
