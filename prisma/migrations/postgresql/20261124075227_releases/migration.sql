-- AlterTable
ALTER TABLE "participation" ADD COLUMN     "removalCount" INTEGER NOT NULL DEFAULT 0 CONSTRAINT "participation_removalCount_check" CHECK ("removalCount" >= 0);
ALTER TABLE "participation" ADD COLUMN     "deliveryCount" INTEGER NOT NULL DEFAULT 0 CONSTRAINT "participation_deliveryCount_check" CHECK ("deliveryCount" >= 0);

-- CreateTable
CREATE TABLE "release" (
    "id" TEXT COLLATE "C" NOT NULL,
    "waveId" TEXT COLLATE "C" NOT NULL,
    "requestedBy" TEXT COLLATE "C" NOT NULL,
    "requestedAt" TIMESTAMP(3) NOT NULL,
    "smallestClass" INTEGER NOT NULL,
    "largestWithheldPercent" INTEGER NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "preparingWaveId" TEXT COLLATE "C",
    "phase" TEXT COLLATE "C" NOT NULL,
    "progressPermille" INTEGER NOT NULL,
    "aliveAt" TIMESTAMP(3) NOT NULL,
    "cutOffWeek" TEXT COLLATE "C",
    "isDemo" BOOLEAN,
    "removalCount" INTEGER,
    "deliveryCount" INTEGER,
    "result" TEXT COLLATE "C",
    "plan" TEXT COLLATE "C",
    "sizeBytes" INTEGER,
    "deliveredAt" TIMESTAMP(3),

    CONSTRAINT "release_id_check" CHECK (length("id") = 8),
    CONSTRAINT "release_parameters_check" CHECK ("smallestClass" BETWEEN 5 AND 50 AND "largestWithheldPercent" BETWEEN 0 AND 20),
    CONSTRAINT "release_state_check" CHECK ("state" IN ('preparing', 'ready', 'refused', 'cancelled', 'failed')),
    CONSTRAINT "release_preparing_check" CHECK (("state" = 'preparing') = ("preparingWaveId" IS NOT NULL) AND coalesce("preparingWaveId", "waveId") = "waveId"),
    CONSTRAINT "release_phase_check" CHECK ("phase" IN ('counting', 'reading', 'anonymising', 'writing')),
    CONSTRAINT "release_progress_check" CHECK ("progressPermille" BETWEEN 0 AND 1000),
    CONSTRAINT "release_cutOffWeek_check" CHECK ("cutOffWeek" ~ '^[0-9]{4}-W[0-5][0-9]$'),
    CONSTRAINT "release_result_check" CHECK (json_typeof("result"::json) = 'object'),
    CONSTRAINT "release_plan_check" CHECK (json_typeof("plan"::json) = 'object'),
    -- A file is told of as soon as there is one: what it holds, up to when, and how large it is.
    CONSTRAINT "release_ready_check" CHECK ("state" <> 'ready' OR ("cutOffWeek" IS NOT NULL AND "isDemo" IS NOT NULL AND "removalCount" IS NOT NULL AND "deliveryCount" IS NOT NULL AND "result" IS NOT NULL AND "plan" IS NOT NULL AND "sizeBytes" > 0)),
    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "release_preparingWaveId_key" ON "release"("preparingWaveId");

-- CreateIndex
CREATE INDEX "release_waveId_requestedAt_idx" ON "release"("waveId", "requestedAt");

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- DropIndex
DROP INDEX "response_week_idx";

-- CreateIndex
CREATE INDEX "response_week_waveId_instrumentVersion_consentVersion_idx" ON "response"("week", "waveId", "instrumentVersion", "consentVersion");
