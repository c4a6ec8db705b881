-- CreateTable
CREATE TABLE "release" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "waveId" TEXT NOT NULL,
    "requestedBy" TEXT NOT NULL,
    "requestedAt" DATETIME NOT NULL,
    "smallestClass" INTEGER NOT NULL,
    "largestWithheldPercent" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "preparingWaveId" TEXT,
    "phase" TEXT NOT NULL,
    "progressPermille" INTEGER NOT NULL,
    "aliveAt" DATETIME NOT NULL,
    "cutOffWeek" TEXT,
    "isDemo" BOOLEAN,
    "removalCount" INTEGER,
    "deliveryCount" INTEGER,
    "result" TEXT,
    "plan" TEXT,
    "sizeBytes" INTEGER,
    "deliveredAt" DATETIME,
    CONSTRAINT "release_id_check" CHECK (length("id") = 8),
    CONSTRAINT "release_parameters_check" CHECK ("smallestClass" BETWEEN 5 AND 50 AND "largestWithheldPercent" BETWEEN 0 AND 20),
    CONSTRAINT "release_state_check" CHECK ("state" IN ('preparing', 'ready', 'refused', 'cancelled', 'failed')),
    CONSTRAINT "release_preparing_check" CHECK (("state" = 'preparing') = ("preparingWaveId" IS NOT NULL) AND coalesce("preparingWaveId", "waveId") = "waveId"),
    CONSTRAINT "release_phase_check" CHECK ("phase" IN ('counting', 'reading', 'anonymising', 'writing')),
    CONSTRAINT "release_progress_check" CHECK ("progressPermille" BETWEEN 0 AND 1000),
    CONSTRAINT "release_cutOffWeek_check" CHECK ("cutOffWeek" GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]'),
    CONSTRAINT "release_result_check" CHECK (json_type("result") = 'object'),
    CONSTRAINT "release_plan_check" CHECK (json_type("plan") = 'object'),
    -- A file is told of as soon as there is one: what it holds, up to when, and how large it is.
    CONSTRAINT "release_ready_check" CHECK ("state" <> 'ready' OR ("cutOffWeek" IS NOT NULL AND "isDemo" IS NOT NULL AND "removalCount" IS NOT NULL AND "deliveryCount" IS NOT NULL AND "result" IS NOT NULL AND "plan" IS NOT NULL AND "sizeBytes" > 0)),
    CONSTRAINT "release_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "wave" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "participation" ADD COLUMN "removalCount" INTEGER NOT NULL DEFAULT 0 CONSTRAINT "participation_removalCount_check" CHECK ("removalCount" >= 0);
ALTER TABLE "participation" ADD COLUMN "deliveryCount" INTEGER NOT NULL DEFAULT 0 CONSTRAINT "participation_deliveryCount_check" CHECK ("deliveryCount" >= 0);

-- CreateIndex
CREATE UNIQUE INDEX "release_preparingWaveId_key" ON "release"("preparingWaveId");

-- CreateIndex
CREATE INDEX "release_waveId_requestedAt_idx" ON "release"("waveId", "requestedAt");

-- DropIndex
DROP INDEX "response_week_idx";

-- CreateIndex
CREATE INDEX "response_week_waveId_instrumentVersion_consentVersion_idx" ON "response"("week", "waveId", "instrumentVersion", "consentVersion");
