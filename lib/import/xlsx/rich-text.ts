import { walk, type Element } from './elements'

/** A text of a sheet, apart from what stands in it as a superscript: a footnote's mark would else be a digit more. */
export interface RichText {
  readonly text: string
  readonly mark: string
}

/** Collects the runs of one text, from the elements within it. */
export function richTextCollector() {
  let [text, mark] = ['', '']
  let isRaised = false
  let isText = false
  // What is only the pronunciation of the text, in Japanese.
  let isPhonetic = false
  return {
    open({ name, attributes }: Element) {
      if (name === 'r') isRaised = false
      if (name === 'vertAlign') isRaised = attributes['val'] === 'superscript'
      if (name === 'rPh') isPhonetic = true
      if (name === 't') isText = true
    },
    close(name: string) {
      if (name === 'rPh') isPhonetic = false
      if (name === 't') isText = false
    },
    text(found: string) {
      if (!isText || isPhonetic) return
      if (isRaised) mark += found
      else text += found
    },
    take(): RichText {
      const taken = { text, mark }
      ;[text, mark] = ['', '']
      isRaised = false
      return taken
    },
  }
}

/** More than the cells within the bounds can refer to. */
const mostTexts = 500_000

/** The texts that the cells of a workbook refer to, by their place. Throws where there are too many. */
export function sharedTexts(xml: string | undefined): readonly RichText[] {
  const texts: RichText[] = []
  const collector = richTextCollector()
  if (xml === undefined) return texts
  walk(xml, {
    ...collector,
    close(name) {
      collector.close(name)
      if (name === 'si' && texts.push(collector.take()) > mostTexts)
        throw new Error('The workbook has too many texts')
    },
  })
  return texts
}
