-- The CHECKs are written by hand: what is secret is a hash of a known length, or encrypted by better-auth ("$ba$").

-- CreateTable
CREATE TABLE "admin_user" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "twoFactorEnabled" BOOLEAN NOT NULL DEFAULT false,
    "pendingTotpSecret" TEXT,
    "createdAt" DATETIME NOT NULL,

    CONSTRAINT "admin_user_email_check" CHECK ("email" = lower("email") AND "email" LIKE '_%@_%'),
    CONSTRAINT "admin_user_role_check" CHECK ("role" IN ('viewer', 'exporter', 'owner')),
    CONSTRAINT "admin_user_pendingTotpSecret_check" CHECK ("pendingTotpSecret" IS NULL OR "pendingTotpSecret" LIKE '$ba$%')
);

-- CreateTable
CREATE TABLE "admin_session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "secondFactorAt" DATETIME,

    CONSTRAINT "admin_session_tokenHash_check" CHECK (length("tokenHash") = 64),
    CONSTRAINT "admin_session_expiresAt_check" CHECK ("expiresAt" > "createdAt"),
    CONSTRAINT "admin_session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "admin_user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "admin_credential" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "password" TEXT NOT NULL,

    CONSTRAINT "admin_credential_providerId_check" CHECK ("providerId" = 'credential'),
    CONSTRAINT "admin_credential_accountId_check" CHECK ("accountId" = "userId"),
    CONSTRAINT "admin_credential_password_check" CHECK (length("password") = 161),
    CONSTRAINT "admin_credential_userId_fkey" FOREIGN KEY ("userId") REFERENCES "admin_user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "admin_challenge" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    CONSTRAINT "admin_challenge_identifier_check" CHECK (length("identifier") = 64)
);

-- CreateTable
CREATE TABLE "admin_second_factor" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "backupCodes" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT true,
    "lastStep" INTEGER NOT NULL,

    CONSTRAINT "admin_second_factor_secret_check" CHECK ("secret" LIKE '$ba$%'),
    CONSTRAINT "admin_second_factor_backupCodes_check" CHECK (json_valid("backupCodes") AND json_type("backupCodes") = 'array'),
    CONSTRAINT "admin_second_factor_lastStep_check" CHECK ("lastStep" > 0),
    CONSTRAINT "admin_second_factor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "admin_user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "admin_attempt" (
    "keyHash" TEXT NOT NULL PRIMARY KEY,
    "count" INTEGER NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "lockedUntil" DATETIME,

    CONSTRAINT "admin_attempt_keyHash_check" CHECK (length("keyHash") = 64),
    CONSTRAINT "admin_attempt_count_check" CHECK ("count" > 0)
);

-- CreateTable
CREATE TABLE "admin_invitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "userId" TEXT,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,

    CONSTRAINT "admin_invitation_tokenHash_check" CHECK (length("tokenHash") = 64),
    CONSTRAINT "admin_invitation_purpose_check" CHECK ("purpose" IN ('account', 'recovery') AND ("purpose" = 'recovery') = ("userId" IS NOT NULL)),
    CONSTRAINT "admin_invitation_email_check" CHECK ("email" = lower("email") AND "email" LIKE '_%@_%'),
    CONSTRAINT "admin_invitation_role_check" CHECK ("role" IN ('viewer', 'exporter', 'owner')),
    CONSTRAINT "admin_invitation_expiresAt_check" CHECK ("expiresAt" > "createdAt"),
    CONSTRAINT "admin_invitation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "admin_user" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "admin_invitation_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "admin_user" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "admin_user_email_key" ON "admin_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "admin_session_tokenHash_key" ON "admin_session"("tokenHash");

-- CreateIndex
CREATE INDEX "admin_session_userId_idx" ON "admin_session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "admin_credential_userId_key" ON "admin_credential"("userId");

-- CreateIndex
CREATE INDEX "admin_challenge_identifier_idx" ON "admin_challenge"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "admin_second_factor_userId_key" ON "admin_second_factor"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "admin_invitation_tokenHash_key" ON "admin_invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "admin_invitation_email_idx" ON "admin_invitation"("email");
