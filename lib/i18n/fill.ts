/**
 * Puts values into the named places of a sentence, such as "Step {step} of {total}"; a place without a value stays.
 * For words that a browser fills in: it is sent this function, and not a message formatter.
 */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}
