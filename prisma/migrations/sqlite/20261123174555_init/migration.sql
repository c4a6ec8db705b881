-- CreateTable
CREATE TABLE "wave" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "commissionedBy" TEXT NOT NULL,
    "conductedBy" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "sampleSize" INTEGER,
    "figuresRevision" INTEGER NOT NULL DEFAULT 0,

    -- Written by hand, as are all CHECKs: Prisma knows none. "IS date(…)" is a real day written YYYY-MM-DD.
    CONSTRAINT "wave_publishedOn_check" CHECK ("publishedOn" IS date("publishedOn")),
    CONSTRAINT "wave_sampleSize_check" CHECK ("sampleSize" IS NULL OR (typeof("sampleSize") = 'integer' AND "sampleSize" > 0)),
    CONSTRAINT "wave_figuresRevision_check" CHECK (typeof("figuresRevision") = 'integer' AND "figuresRevision" >= 0)
);

-- CreateTable
CREATE TABLE "source" (
    "waveId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,

    CONSTRAINT "source_publishedOn_check" CHECK ("publishedOn" IS date("publishedOn")),
    CONSTRAINT "source_url_check" CHECK ("url" LIKE 'https://%' OR "url" LIKE 'http://%'),
    PRIMARY KEY ("waveId", "id"),
    CONSTRAINT "source_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "wave" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "figure" (
    "waveId" TEXT NOT NULL,
    "indicator" TEXT NOT NULL,
    "population" TEXT NOT NULL,
    "sharePercent" REAL NOT NULL,
    "qualifier" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'published',
    "passage" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,

    -- In SQLite a text is greater than every number: the type is checked too.
    CONSTRAINT "figure_sharePercent_check" CHECK (typeof("sharePercent") = 'real' AND "sharePercent" BETWEEN 0 AND 100),
    CONSTRAINT "figure_qualifier_check" CHECK ("qualifier" IN ('exact', 'about', 'more_than')),
    CONSTRAINT "figure_status_check" CHECK ("status" IN ('published', 'disputed')),
    CONSTRAINT "figure_indicator_check" CHECK ("indicator" <> ''),
    CONSTRAINT "figure_population_check" CHECK ("population" <> ''),
    PRIMARY KEY ("waveId", "indicator", "population"),
    CONSTRAINT "figure_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "wave" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "figure_waveId_sourceId_fkey" FOREIGN KEY ("waveId", "sourceId") REFERENCES "source" ("waveId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
