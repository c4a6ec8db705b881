-- AlterTable
ALTER TABLE "admin_user" ADD COLUMN "newRecoveryCodes" TEXT
    CONSTRAINT "admin_user_newRecoveryCodes_check" CHECK ("newRecoveryCodes" IS NULL OR "newRecoveryCodes" LIKE '$ba$%');
