import css from '@eslint/css'
import { Linter } from 'eslint'
import compat from 'eslint-plugin-compat'
import es from 'eslint-plugin-es-x'
import { newerStyles } from './newer-styles.data'

const linter = new Linter()

/** Methods of iterators share their names with those of arrays: which of the two is called, the text does not say. */
const isTellable = ([rule]: [string, unknown]) => !rule.startsWith('es-x/no-iterator-prototype')

const newerThan2022 = {
  ...es.configs['flat/restrict-to-es2022'].rules,
  ...es.configs['flat/no-new-in-esnext'].rules,
}

const ofScripts: Linter.Config = {
  files: ['**/*.js'],
  languageOptions: { ecmaVersion: 2022, sourceType: 'script' },
  plugins: { 'es-x': es, compat },
  settings: { 'es-x': { aggressive: true } },
  rules: {
    ...Object.fromEntries(Object.entries(newerThan2022).filter(isTellable)),
    // What Safari has from ES2022 and before since 16.4 only.
    'es-x/no-class-static-block': 'error',
    'es-x/no-regexp-lookbehind-assertions': 'error',
    // What is no part of the language: it reads the supported browsers from package.json.
    'compat/compat': 'error',
  },
}

const ofStyles: Linter.Config = {
  files: ['**/*.css'],
  language: 'css/css',
  plugins: { css },
  rules: {
    'css/use-baseline': ['error', { available: 2021, ...newerStyles }],
    // A browser drops the whole rule that it cannot read.
    'no-restricted-syntax': [
      'error',
      { selector: 'FeatureRange', message: 'A range in a media query is not read by Safari below 16.4.' },
      { selector: 'Rule > Block > Rule', message: 'A nested rule is not read by Safari below 16.5.' },
      { selector: 'Nth SelectorList', message: '"of" in :nth-child() is not read by Firefox below 113.' },
    ],
  },
}

function newerIn(text: string, config: Linter.Config, filename: string): readonly string[] {
  const lines = text.split('\n')
  return linter
    .verify(text, config, { filename, allowInlineConfig: false })
    .map(
      ({ message, line, column }) =>
        `${message} …${lines[line - 1]?.slice(Math.max(0, column - 40), column + 60)}`,
    )
}

/** What a script uses that some supported browser has not, each with the place; empty when all have it. */
export const newerInScript = (script: string): readonly string[] => newerIn(script, ofScripts, 'script.js')

/** What a style sheet uses that some supported browser has not, apart from what newer-styles.data.ts allows. */
export const newerInStyle = (styles: string): readonly string[] => newerIn(styles, ofStyles, 'styles.css')
