-- CreateTable
CREATE TABLE "wave" (
    -- Written by hand, as are all COLLATEs: texts sort by their bytes, as on SQLite, and not by the server's language.
    "id" TEXT COLLATE "C" NOT NULL,
    "commissionedBy" TEXT COLLATE "C" NOT NULL,
    "conductedBy" TEXT COLLATE "C" NOT NULL,
    "publishedOn" TEXT COLLATE "C" NOT NULL,
    "sampleSize" INTEGER,
    "figuresRevision" INTEGER NOT NULL DEFAULT 0,

    -- Written by hand, as are all CHECKs: Prisma knows none. A cast to a date refuses days that are none with an error
    -- of its own; the comparison, other ways to write one.
    CONSTRAINT "wave_publishedOn_check" CHECK (to_char("publishedOn"::date, 'YYYY-MM-DD') = "publishedOn"),
    CONSTRAINT "wave_sampleSize_check" CHECK ("sampleSize" > 0),
    CONSTRAINT "wave_figuresRevision_check" CHECK ("figuresRevision" >= 0),
    CONSTRAINT "wave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "waveId" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "publisher" TEXT COLLATE "C" NOT NULL,
    "title" TEXT COLLATE "C" NOT NULL,
    "url" TEXT COLLATE "C" NOT NULL,
    "publishedOn" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "source_publishedOn_check" CHECK (to_char("publishedOn"::date, 'YYYY-MM-DD') = "publishedOn"),
    -- As SQLite's LIKE, which takes capitals for small letters.
    CONSTRAINT "source_url_check" CHECK ("url" ILIKE 'https://%' OR "url" ILIKE 'http://%'),
    CONSTRAINT "source_pkey" PRIMARY KEY ("waveId","id")
);

-- CreateTable
CREATE TABLE "figure" (
    "waveId" TEXT COLLATE "C" NOT NULL,
    "indicator" TEXT COLLATE "C" NOT NULL,
    "population" TEXT COLLATE "C" NOT NULL,
    "sharePercent" DOUBLE PRECISION NOT NULL,
    "qualifier" TEXT COLLATE "C" NOT NULL,
    "status" TEXT COLLATE "C" NOT NULL DEFAULT 'published',
    "passage" TEXT COLLATE "C" NOT NULL,
    "sourceId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "figure_sharePercent_check" CHECK ("sharePercent" BETWEEN 0 AND 100),
    CONSTRAINT "figure_qualifier_check" CHECK ("qualifier" IN ('exact', 'about', 'more_than')),
    CONSTRAINT "figure_status_check" CHECK ("status" IN ('published', 'disputed')),
    CONSTRAINT "figure_indicator_check" CHECK ("indicator" <> ''),
    CONSTRAINT "figure_population_check" CHECK ("population" <> ''),
    CONSTRAINT "figure_pkey" PRIMARY KEY ("waveId","indicator","population")
);

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure" ADD CONSTRAINT "figure_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure" ADD CONSTRAINT "figure_waveId_sourceId_fkey" FOREIGN KEY ("waveId", "sourceId") REFERENCES "source"("waveId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
