import { z, type ZodObject, type ZodType } from 'zod'
import { locales } from '@/lib/i18n/locales'
import { compareAnswer, compareRequest } from './compare-schemas'
import type { ProblemName } from './problems'
import { aggregates, editionList, figureList, instrument, waveId, waveList } from './schemas'

/** One thing that programs can ask for. Its words are in the messages, under its name. */
export interface Operation {
  readonly path: string
  readonly method: 'get' | 'post'
  /** Parts of the path, each with an example. */
  readonly inPath?: ZodObject
  readonly inQuery?: ZodObject
  readonly body?: ZodType
  /** What is answered with status 200. A text where it is a table. */
  readonly answer: { readonly type: 'application/json' | 'text/csv'; readonly schema: ZodType }
  /** Beside those that any operation can have. */
  readonly problems: readonly ProblemName[]
  /** A request that works on any site, or none where that takes an edition. Tests send each. */
  readonly example: { readonly path: string; readonly body?: object } | null
}

const json = (schema: ZodType) => ({ type: 'application/json' as const, schema })
const csv = { type: 'text/csv' as const, schema: z.string() }

const wave = waveId.meta({ example: '2025-12' })
const ofWave = { wave: wave.optional() }
const edition = z.object({ edition: z.string().meta({ example: 'latest' }) })
const itemFilter = z.string().optional().meta({ example: 'usage.teleconsultation' })

/** A person who books appointments online, trusts that, and has never used conversational AI. */
export const exampleAnswers = {
  ageBand: 'under35',
  'usage.appointmentPlatforms': 'regular',
  'trust.appointmentPlatforms': 'ratherYes',
  'usage.conversationalAi': 'never',
  topicsUsed: ['stress', 'anxiety'],
}

/** What programs can ask for, under /api/v1. */
export const operations = {
  listWaves: {
    path: '/waves',
    method: 'get',
    answer: json(waveList),
    problems: [],
    example: { path: '/waves' },
  },
  listFigures: {
    path: '/waves/{wave}/figures',
    method: 'get',
    inPath: z.object({ wave }),
    inQuery: z.object({
      indicator: z.string().optional().meta({ example: 'usage.teleconsultation' }),
      population: z.string().optional().meta({ example: 'under_35' }),
      language: z.enum(locales).optional().meta({ example: 'en' }),
      state: z.int().positive().optional().meta({ example: 1 }),
    }),
    answer: json(figureList),
    problems: ['bad-request', 'unknown-wave', 'unknown-state'],
    example: { path: '/waves/2025-12/figures?indicator=usage.teleconsultation&population=under_35&state=1' },
  },
  readInstrument: {
    path: '/instrument',
    method: 'get',
    answer: json(instrument),
    problems: [],
    example: { path: '/instrument' },
  },
  listEditions: {
    path: '/participants/editions',
    method: 'get',
    inQuery: z.object(ofWave),
    answer: json(editionList),
    problems: ['unknown-wave'],
    example: { path: '/participants/editions?wave=2025-12' },
  },
  readAggregates: {
    path: '/participants/editions/{edition}/aggregates.json',
    method: 'get',
    inPath: edition,
    inQuery: z.object({ ...ofWave, item: itemFilter }),
    answer: json(aggregates),
    problems: ['unknown-wave', 'unknown-edition', 'no-edition', 'unknown-item'],
    example: null,
  },
  readAggregatesTable: {
    path: '/participants/editions/{edition}/aggregates.csv',
    method: 'get',
    inPath: edition,
    inQuery: z.object({ ...ofWave, item: itemFilter }),
    answer: csv,
    problems: ['unknown-wave', 'unknown-edition', 'no-edition', 'unknown-item'],
    example: null,
  },
  compareAnswers: {
    path: '/compare',
    method: 'post',
    body: compareRequest,
    answer: json(compareAnswer),
    problems: [
      'bad-request',
      'foreign-site',
      'unknown-wave',
      'too-large',
      'length-required',
      'not-json',
      'invalid-answers',
    ],
    example: { path: '/compare', body: { wave: '2025-12', answers: exampleAnswers } },
  },
} as const satisfies Readonly<Record<string, Operation>>

export type OperationName = keyof typeof operations
export const operationNames = Object.keys(operations) as readonly OperationName[]

/** An operation, whichever it is. */
export const operationOf = (name: OperationName): Operation => operations[name]

/** Where all paths begin. The number changes when something that was promised goes or changes: see docs/api.md. */
export const apiBase = '/api/v1'

/** Problems that any operation can have. */
export const usualProblems = [
  'method-not-allowed',
  'too-many-requests',
  'unavailable',
] as const satisfies readonly ProblemName[]
