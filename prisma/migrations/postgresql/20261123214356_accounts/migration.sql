-- The CHECKs are written by hand: what is secret is a hash of a known length, or encrypted by better-auth ("$ba$").

-- CreateTable
CREATE TABLE "admin_user" (
    "id" TEXT COLLATE "C" NOT NULL,
    "email" TEXT COLLATE "C" NOT NULL,
    "role" TEXT COLLATE "C" NOT NULL,
    "twoFactorEnabled" BOOLEAN NOT NULL DEFAULT false,
    "pendingTotpSecret" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "admin_user_email_check" CHECK ("email" = lower("email") AND "email" LIKE '_%@_%'),
    CONSTRAINT "admin_user_role_check" CHECK ("role" IN ('viewer', 'exporter', 'owner')),
    CONSTRAINT "admin_user_pendingTotpSecret_check" CHECK ("pendingTotpSecret" IS NULL OR "pendingTotpSecret" LIKE '$ba$%'),
    CONSTRAINT "admin_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "admin_session" (
    "id" TEXT COLLATE "C" NOT NULL,
    "tokenHash" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "secondFactorAt" TIMESTAMP(3),

    CONSTRAINT "admin_session_tokenHash_check" CHECK (length("tokenHash") = 64),
    CONSTRAINT "admin_session_expiresAt_check" CHECK ("expiresAt" > "createdAt"),
    CONSTRAINT "admin_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "admin_credential" (
    "id" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "providerId" TEXT COLLATE "C" NOT NULL,
    "accountId" TEXT COLLATE "C" NOT NULL,
    "password" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "admin_credential_providerId_check" CHECK ("providerId" = 'credential'),
    CONSTRAINT "admin_credential_accountId_check" CHECK ("accountId" = "userId"),
    CONSTRAINT "admin_credential_password_check" CHECK (length("password") = 161),
    CONSTRAINT "admin_credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "admin_challenge" (
    "id" TEXT COLLATE "C" NOT NULL,
    "identifier" TEXT COLLATE "C" NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "admin_challenge_identifier_check" CHECK (length("identifier") = 64),
    CONSTRAINT "admin_challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "admin_second_factor" (
    "id" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "secret" TEXT COLLATE "C" NOT NULL,
    "backupCodes" TEXT COLLATE "C" NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT true,
    "lastStep" INTEGER NOT NULL,

    CONSTRAINT "admin_second_factor_secret_check" CHECK ("secret" LIKE '$ba$%'),
    CONSTRAINT "admin_second_factor_backupCodes_check" CHECK (jsonb_typeof("backupCodes"::jsonb) = 'array'),
    CONSTRAINT "admin_second_factor_lastStep_check" CHECK ("lastStep" > 0),
    CONSTRAINT "admin_second_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "admin_attempt" (
    "keyHash" TEXT COLLATE "C" NOT NULL,
    "count" INTEGER NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "lockedUntil" TIMESTAMP(3),

    CONSTRAINT "admin_attempt_keyHash_check" CHECK (length("keyHash") = 64),
    CONSTRAINT "admin_attempt_count_check" CHECK ("count" > 0),
    CONSTRAINT "admin_attempt_pkey" PRIMARY KEY ("keyHash")
);

-- CreateTable
CREATE TABLE "admin_invitation" (
    "id" TEXT COLLATE "C" NOT NULL,
    "tokenHash" TEXT COLLATE "C" NOT NULL,
    "purpose" TEXT COLLATE "C" NOT NULL,
    "email" TEXT COLLATE "C" NOT NULL,
    "role" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C",
    "createdById" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "admin_invitation_tokenHash_check" CHECK (length("tokenHash") = 64),
    CONSTRAINT "admin_invitation_purpose_check" CHECK ("purpose" IN ('account', 'recovery') AND ("purpose" = 'recovery') = ("userId" IS NOT NULL)),
    CONSTRAINT "admin_invitation_email_check" CHECK ("email" = lower("email") AND "email" LIKE '_%@_%'),
    CONSTRAINT "admin_invitation_role_check" CHECK ("role" IN ('viewer', 'exporter', 'owner')),
    CONSTRAINT "admin_invitation_expiresAt_check" CHECK ("expiresAt" > "createdAt"),
    CONSTRAINT "admin_invitation_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "admin_session" ADD CONSTRAINT "admin_session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "admin_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "admin_credential" ADD CONSTRAINT "admin_credential_userId_fkey" FOREIGN KEY ("userId") REFERENCES "admin_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "admin_second_factor" ADD CONSTRAINT "admin_second_factor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "admin_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "admin_invitation" ADD CONSTRAINT "admin_invitation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "admin_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "admin_invitation" ADD CONSTRAINT "admin_invitation_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "admin_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
