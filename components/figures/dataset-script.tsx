import { datasetJson, inScript } from '@/lib/discovery/dataset'
import type { FigureFiles } from '@/lib/figure-data/file'

/** What search engines for data sets read of the page. Nobody runs it. */
export function DatasetScript({ files }: { readonly files: FigureFiles }) {
  return <script type="application/ld+json">{inScript(datasetJson(files))}</script>
}
