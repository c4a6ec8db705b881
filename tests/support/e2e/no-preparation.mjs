// Loaded before a program of a site: what prepares releases ends at once, and leaves those that are asked for to the test.
if (process.argv[1]?.endsWith('prepare-release.ts')) process.exit()
