import { missingCodes, numericMissingKinds } from './codes'
import { describedVariables, type DescribedVariable } from './described-variables'
import { editionTitle, type EditionFile, type FileShape } from './edition-file'
import { otherLanguages } from './load-python'
import type { ExportWords } from './words'

/** A text of R in ASCII alone: R reads a script in whatever encoding the machine is set to. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[^ -~]/g,
    (character) => String.raw`\u` + character.charCodeAt(0).toString(16).padStart(4, '0'),
  )
}

const texts = (list: readonly string[]) => `c(${list.map(quoted).join(', ')})`

function variable({ name, codes, label, answers }: DescribedVariable): string {
  const languages = Object.entries(label).map(
    ([language, text]) =>
      `    ${language} = list(label = ${quoted(text)}, answers = ${texts(answers[language] ?? [])})`,
  )
  const values = `    codes = c(${codes.map((code) => `${code}L`).join(', ')})`
  return `  ${name} = list(\n${[values, ...languages].join(',\n')}\n  )`
}

/** `import.R`: loads `responses.csv` from the working directory with base R alone, as codes and as labelled factors. */
export function importR(file: EditionFile, { columns }: FileShape, words: ExportWords): string {
  const missing = numericMissingKinds.map((kind) => `${kind} = ${missingCodes[kind]}L`).join(', ')
  const english = words.find(({ language }) => language === 'en') ?? words[0]
  return `# ${quoted(editionTitle(file, english)).slice(1, -1)}
# Run it in the folder of responses.csv: source("import.R")
# codes:     the numbers of the file. Unanswered is NA; missing_codes are those of the other missing values.
# responses: factors with labels. Whatever is missing is NA. attr(responses$..., "label") is the label of a column.

if (!exists("language")) language <- "${words[0].language}" # ${otherLanguages(words)}

missing_codes <- c(${missing})

variables <- list(
${describedVariables(columns, words).map(variable).join(',\n')}
)

codes <- read.csv(
  "responses.csv",
  colClasses = c("integer", "character", rep("integer", length(variables))),
  na.strings = ""
)
stopifnot(identical(names(codes)[-(1:2)], names(variables)))

responses <- codes
for (name in names(variables)) {
  words <- variables[[name]][[language]]
  responses[[name]] <- factor(codes[[name]], levels = variables[[name]]$codes, labels = words$answers)
  attr(responses[[name]], "label") <- words$label
}
rm(name, words)
`
}
