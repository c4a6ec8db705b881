-- CreateIndex
CREATE INDEX "response_waveId_consentVersion_idx" ON "response"("waveId", "consentVersion");
