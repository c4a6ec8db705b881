import { missingCodes, numericMissingKinds } from './codes'
import { describedVariables, type DescribedVariable } from './described-variables'
import { releaseTitle, type Release } from './release'
import { exportLanguages, type ExportWords } from './words'

/** One variable as a Python literal: JSON of texts, numbers, lists and objects is one. */
function variable({ name, codes, label, answers }: DescribedVariable): string {
  const languages = exportLanguages.map(
    (language) =>
      `        "${language}": ${JSON.stringify({ label: label[language], answers: answers[language] })},`,
  )
  return [`    "${name}": {`, `        "codes": ${JSON.stringify(codes)},`, ...languages, '    },'].join('\n')
}

/** `import.py`: loads `responses.csv` from its own folder with pandas, as codes and as labelled categories. */
export function importPython(release: Release, words: ExportWords): string {
  const missing = numericMissingKinds.map((kind) => `"${kind}": ${missingCodes[kind]}`).join(', ')
  return `"""${releaseTitle(release, words.en)}

codes:     the numbers of the file. Unanswered is <NA>; MISSING_CODES are those of the other missing values.
responses: categories with labels. Whatever is missing is NaN. LABELS has the label of each column.
"""

from pathlib import Path

import pandas as pd

LANGUAGE = "fr"  # or "en"

MISSING_CODES = {${missing}}

VARIABLES = {
${describedVariables(release.levels, words).map(variable).join('\n')}
}

codes = pd.read_csv(
    Path(__file__).resolve().parent / "responses.csv",
    dtype="Int64",
    keep_default_na=False,
    na_values=[""],
)
assert list(codes.columns[1:]) == list(VARIABLES)

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
