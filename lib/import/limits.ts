/** What a file of figures may be at most. What is beyond is refused with a sentence that names the bound. */
export const limits = {
  fileBytes: 2_000_000,
  /** Of all parts of a workbook together, once unpacked. */
  unpackedBytes: 20_000_000,
  lines: 20_000,
  columns: 200,
  cellCharacters: 2_000,
} as const
