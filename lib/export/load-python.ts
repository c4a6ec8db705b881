import { missingCodes, numericMissingKinds } from './codes'
import { describedVariables, type DescribedVariable } from './described-variables'
import { editionTitle, type EditionFile, type FileShape } from './edition-file'
import { waveColumn } from './variables'
import type { ExportWords } from './words'

/** One variable as a Python literal: JSON of texts, numbers, lists and objects is one. */
function variable({ name, codes, label, answers }: DescribedVariable): string {
  const languages = Object.keys(label).map(
    (language) =>
      `        "${language}": ${JSON.stringify({ label: label[language], answers: answers[language] })},`,
  )
  return [`    "${name}": {`, `        "codes": ${JSON.stringify(codes)},`, ...languages, '    },'].join('\n')
}

/** The languages that a script can be set to, as a comment beside the first. */
export const otherLanguages = (words: ExportWords) =>
  words
    .slice(1)
    .map(({ language }) => `or "${language}"`)
    .join(', ')

/** `load.py`: loads `responses.csv` from its own folder with pandas, as codes and as labelled categories. */
export function loadPython(file: EditionFile, { columns }: FileShape, words: ExportWords): string {
  const missing = numericMissingKinds.map((kind) => `"${kind}": ${missingCodes[kind]}`).join(', ')
  const english = words.find(({ language }) => language === 'en') ?? words[0]
  return `"""${editionTitle(file, english)}

codes:     the numbers of the file. Unanswered is <NA>; MISSING_CODES are those of the other missing values.
responses: categories with labels. Whatever is missing is NaN. LABELS has the label of each column.
"""

from pathlib import Path

import pandas as pd

LANGUAGE = "${words[0].language}"  # ${otherLanguages(words)}

MISSING_CODES = {${missing}}

VARIABLES = {
${describedVariables(columns, words).map(variable).join('\n')}
}

codes = pd.read_csv(
    Path(__file__).resolve().parent / "responses.csv",
    dtype={"record": "Int64", "${waveColumn}": "string"} | {name: "Int64" for name in VARIABLES},
    keep_default_na=False,
    na_values=[""],
)
assert list(codes.columns[2:]) == list(VARIABLES)

LABELS = {name: variable[LANGUAGE]["label"] for name, variable in VARIABLES.items()}

responses = codes.copy()
for name, variable in VARIABLES.items():
    answers = variable[LANGUAGE]["answers"]
    words = dict(zip(variable["codes"], answers))
    responses[name] = pd.Categorical(codes[name].map(words), categories=answers)

if __name__ == "__main__":
    print(responses.describe(include="all"))
`
}
