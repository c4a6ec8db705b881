import { useFormatter } from '@/lib/i18n/translations'

const kilobyte = 1000
const megabyte = 1000 * kilobyte

/** The size of a file in the language of the page: « 1,2 Mo ». */
export function useSizeWords(): (sizeBytes: number) => string {
  const format = useFormatter()
  return (sizeBytes) => {
    const isLarge = sizeBytes >= megabyte
    return format.number(sizeBytes / (isLarge ? megabyte : kilobyte), {
      style: 'unit',
      unit: isLarge ? 'megabyte' : 'kilobyte',
      unitDisplay: 'short',
      maximumFractionDigits: isLarge || sizeBytes < 10 * kilobyte ? 1 : 0,
    })
  }
}
