-- CreateTable
CREATE TABLE "audit_entry" (
    "sequence" INTEGER NOT NULL PRIMARY KEY,
    "at" TEXT NOT NULL,
    "actor" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "outcome" TEXT NOT NULL,
    "details" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entry_sequence_check" CHECK ("sequence" > 0),
    CONSTRAINT "audit_entry_at_check" CHECK ("at" IS strftime('%Y-%m-%dT%H:%M:%fZ', "at")),
    CONSTRAINT "audit_entry_actor_check" CHECK ("actor" <> ''),
    CONSTRAINT "audit_entry_action_check" CHECK ("action" <> ''),
    CONSTRAINT "audit_entry_subject_check" CHECK ("subject" <> ''),
    CONSTRAINT "audit_entry_outcome_check" CHECK ("outcome" IN ('succeeded', 'refused', 'failed')),
    CONSTRAINT "audit_entry_details_check" CHECK (json_valid("details") AND json_type("details") = 'object'),
    CONSTRAINT "audit_entry_hash_check" CHECK (length("hash") = 64)
);

-- CreateTable
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "entryCount" INTEGER NOT NULL,
    "lastHash" TEXT NOT NULL,
    "seal" TEXT NOT NULL,

    CONSTRAINT "audit_head_id_check" CHECK ("id" = 1),
    CONSTRAINT "audit_head_entryCount_check" CHECK (typeof("entryCount") = 'integer' AND "entryCount" >= 0),
    CONSTRAINT "audit_head_lastHash_check" CHECK (length("lastHash") IN (0, 64)),
    CONSTRAINT "audit_head_seal_check" CHECK (length("seal") IN (0, 64))
);

-- Written by hand from here on. A rebuild of a table drops its triggers too; the tests notice.

-- The one row that there is: nothing puts it back when it is gone, so that a log that was deleted as a whole is missed.
INSERT INTO "audit_head" ("id", "entryCount", "lastHash", "seal") VALUES (1, 0, '', '');

CREATE TRIGGER "audit_entry_update" BEFORE UPDATE ON "audit_entry"
BEGIN
    SELECT RAISE(ABORT, 'audit_entry is append-only');
END;

CREATE TRIGGER "audit_entry_delete" BEFORE DELETE ON "audit_entry"
BEGIN
    SELECT RAISE(ABORT, 'audit_entry is append-only');
END;

-- REPLACE deletes without asking the trigger above.
CREATE TRIGGER "audit_entry_replace" BEFORE INSERT ON "audit_entry"
WHEN EXISTS (SELECT 1 FROM "audit_entry" WHERE "sequence" = NEW."sequence")
BEGIN
    SELECT RAISE(ABORT, 'audit_entry is append-only');
END;

CREATE TRIGGER "audit_head_delete" BEFORE DELETE ON "audit_head"
BEGIN
    SELECT RAISE(ABORT, 'audit_head is never deleted');
END;
