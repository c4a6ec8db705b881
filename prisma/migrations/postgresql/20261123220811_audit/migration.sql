-- CreateTable
CREATE TABLE "audit_entry" (
    "sequence" INTEGER NOT NULL,
    "at" TEXT COLLATE "C" NOT NULL,
    "actor" TEXT COLLATE "C",
    "action" TEXT COLLATE "C" NOT NULL,
    "subject" TEXT COLLATE "C",
    "outcome" TEXT COLLATE "C" NOT NULL,
    "details" TEXT COLLATE "C" NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "audit_entry_sequence_check" CHECK ("sequence" > 0),
    CONSTRAINT "audit_entry_at_check" CHECK (to_char("at"::timestamptz AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') = "at"),
    CONSTRAINT "audit_entry_actor_check" CHECK ("actor" <> ''),
    CONSTRAINT "audit_entry_action_check" CHECK ("action" <> ''),
    CONSTRAINT "audit_entry_subject_check" CHECK ("subject" <> ''),
    CONSTRAINT "audit_entry_outcome_check" CHECK ("outcome" IN ('succeeded', 'refused', 'failed')),
    CONSTRAINT "audit_entry_details_check" CHECK (json_typeof("details"::json) = 'object'),
    CONSTRAINT "audit_entry_hash_check" CHECK (length("hash") = 64),
    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL,
    "entryCount" INTEGER NOT NULL,
    "lastHash" TEXT COLLATE "C" NOT NULL,
    "seal" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "audit_head_id_check" CHECK ("id" = 1),
    CONSTRAINT "audit_head_entryCount_check" CHECK ("entryCount" >= 0),
    CONSTRAINT "audit_head_lastHash_check" CHECK (length("lastHash") IN (0, 64)),
    CONSTRAINT "audit_head_seal_check" CHECK (length("seal") IN (0, 64)),
    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);

-- Written by hand from here on.

-- The one row that there is: nothing puts it back when it is gone, so that a log that was deleted as a whole is missed.
INSERT INTO "audit_head" ("id", "entryCount", "lastHash", "seal") VALUES (1, 0, '', '');

CREATE FUNCTION "audit_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0];
END
$$;

CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entry"
    FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse"('audit_entry is append-only');

CREATE TRIGGER "audit_head_stays" BEFORE DELETE OR TRUNCATE ON "audit_head"
    FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse"('audit_head is never deleted');
