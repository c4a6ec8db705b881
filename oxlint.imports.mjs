// Who may import what: an area of the tree, its files, and the areas and packages that it may import.
// What is not written here is refused: an import, a file outside every area, and an import that does not resolve.
// An area may always import itself. Type-only imports obey the same table.
// `npm run lint` runs this table; tests/unit/lint/import-table.test.ts proves that it bites.

const core = [
  'instrument',
  'comparison',
  'waves',
  'import',
  'figureData',
  'discovery',
  'counts',
  'aggregates',
  'microdata',
  'records',
  'export',
  'settings',
  'contribution',
  'clock',
  'audit',
  'operator',
  'locales',
  'roles',
  'cookies',
  'once',
]
const library = [
  ...core,
  'editionRules',
  'editions',
  'backup',
  'db',
  'auth',
  'session',
  'processes',
  'version',
  'keys',
  'i18n',
  'http',
  'log',
  'env',
  'errors',
  'messages',
  'data',
  'api',
]
const components = [
  'ui',
  'layout',
  'figures',
  'questionnaire',
  'results',
  'apiPages',
  'participantsPages',
  'contributionPages',
  'information',
  'admin',
]
const node = 'node:*'
const anyPackage = [node, '**']
const keeper = {
  areas: [...core, 'http', 'keys', 'env', 'errors'],
  packages: ['next', 'server-only', 'zod', node],
}
const nextParts = ['next/dynamic', 'next/form', 'next/image', 'next/link', 'next/navigation']
const component = {
  areas: [...core, 'api', 'editionRules', 'ui', 'layout', 'i18n', 'errors', 'version'],
  packages: ['react', 'react-dom', 'react-hook-form', 'next-intl', ...nextParts],
}

/** The first area whose `files` match a file is its area, so the narrower pattern stands first. */
const areas = {
  errors: { files: 'lib/errors.ts' },
  env: { files: 'lib/env.ts', areas: ['errors'], packages: ['zod', node] },
  instrument: { files: 'lib/instrument/**', packages: ['zod'] },
  comparison: { files: 'lib/comparison/**', areas: ['instrument'], packages: ['zod'] },
  waves: { files: 'lib/waves/**', areas: ['comparison'], packages: ['zod'] },
  import: {
    files: 'lib/import/**',
    areas: ['comparison', 'waves'],
    packages: ['csv-parse', 'fflate', 'saxes', 'zod'],
  },
  figureData: { files: 'lib/figure-data/**', areas: ['comparison', 'waves', 'export'] },
  // What other programs find a site's pages and data by.
  discovery: { files: 'lib/discovery/**', areas: ['figureData', 'export'] },
  api: { files: 'lib/api/**', areas: core, packages: ['zod', 'zod-openapi'] },
  counts: { files: 'lib/counts/**', areas: ['instrument', 'comparison', 'records'], packages: ['zod'] },
  records: { files: 'lib/records/**', areas: ['instrument'], packages: [node] },
  aggregates: {
    files: 'lib/disclosure/aggregates/**',
    areas: ['instrument', 'comparison', 'counts'],
    packages: ['zod'],
  },
  microdata: { files: 'lib/disclosure/microdata/**', areas: ['instrument', 'records'] },
  // Lists, which the pure core may read as well.
  locales: { files: 'lib/i18n/locales.ts' },
  roles: { files: 'lib/auth/roles.ts' },
  cookies: { files: 'lib/cookies.ts' },
  once: { files: 'lib/once.ts' },
  operator: { files: 'lib/operator/**', areas: ['locales', 'contribution'], packages: ['zod'] },
  settings: { files: 'lib/settings/**', areas: ['contribution', 'microdata'], packages: ['zod'] },
  contribution: { files: 'lib/contribution/**', areas: ['counts', 'clock'], packages: ['zod', node] },
  clock: { files: 'lib/clock/**', areas: ['counts'] },
  export: {
    files: 'lib/export/**',
    areas: ['instrument', 'aggregates', 'microdata', 'records', 'locales'],
    packages: ['hyparquet-writer', 'yazl', 'node:crypto', 'node:module', 'node:stream', 'node:zlib'],
  },
  audit: {
    files: 'lib/audit/**',
    areas: ['instrument', 'operator', 'roles', 'settings', 'waves'],
    packages: ['zod'],
  },
  generated: { files: 'lib/db/generated/**' },
  db: {
    files: 'lib/db/**',
    areas: [...core, 'editionRules', 'generated', 'keys', 'env', 'errors', 'log', 'data', 'processes'],
    packages: ['@prisma/*', 'better-auth', 'csv-parse', 'server-only', 'zod', node],
  },
  auth: {
    files: 'lib/auth/**',
    areas: [
      'roles',
      'cookies',
      'audit',
      'contribution',
      'operator',
      'settings',
      'waves',
      'import',
      'microdata',
      'db',
      'http',
      'keys',
      'env',
      'errors',
    ],
    packages: [
      '@better-auth/utils',
      '@zxcvbn-ts/language-common',
      'better-auth',
      'next',
      'server-only',
      'uqr',
      'zod',
      node,
    ],
  },
  // When an edition is due, which pages say too.
  editionRules: { files: 'lib/editions/{due,next-edition}.ts', areas: ['counts', 'clock'] },
  editions: {
    files: 'lib/editions/**',
    areas: [...core, 'editionRules', 'db', 'keys', 'i18n', 'env', 'errors', 'processes'],
    packages: ['server-only', 'zod', node],
  },
  backup: {
    files: 'lib/backup/**',
    areas: [...core, 'db', 'keys', 'env', 'errors', 'log', 'processes', 'version'],
    packages: ['yauzl', 'yazl', 'zod', node],
  },
  session: { files: 'lib/session/**', ...keeper },
  keys: { files: 'lib/keys/**', areas: ['env', 'errors'], packages: ['jose', node] },
  i18n: {
    files: 'lib/i18n/**',
    areas: [...core, 'messages'],
    packages: ['negotiator', 'next-intl', 'next', 'react'],
  },
  http: {
    files: 'lib/http/**',
    areas: ['env', 'i18n'],
    packages: ['ipaddr.js', 'proxy-addr', 'rate-limiter-flexible', node],
  },
  processes: { files: 'lib/{is-running,give-to-owner}.ts', packages: [node] },
  version: { files: 'lib/version.ts', areas: ['package'] },
  package: { files: 'package.json' },
  log: { files: 'lib/log.ts', areas: ['http'], packages: ['pino'] },
  ui: { files: 'components/ui/**', packages: ['react'] },
  layout: { files: 'components/layout/**', ...component },
  apiPages: { files: 'components/api/**', ...component },
  questionnaire: { files: 'components/questionnaire/**', ...component },
  figures: { files: 'components/figures/**', ...component },
  results: { files: 'components/results/**', ...component, areas: [...component.areas, 'figures'] },
  participantsPages: {
    files: 'components/participants/**',
    ...component,
    areas: [...component.areas, 'figures'],
  },
  contributionPages: { files: 'components/contribution/**', ...component },
  information: { files: 'components/information/**', ...component, areas: [...component.areas, 'figures'] },
  // The dashboard shows an edition as its page does.
  admin: {
    files: 'components/admin/**',
    ...component,
    areas: [...component.areas, 'figures', 'participantsPages'],
  },
  app: {
    files: ['app/**', '{proxy,instrumentation}.ts'],
    areas: [...library, ...components, 'server'],
    packages: anyPackage,
  },
  server: { files: 'server/**', areas: library, packages: anyPackage },
  scripts: {
    files: ['scripts/**', 'bench/**'],
    areas: [...library, 'server', 'tests'],
    packages: anyPackage,
  },
  tests: {
    files: ['tests/**', '{vitest,playwright}.config.ts'],
    areas: [...library, ...components, 'app', 'server', 'scripts', 'config'],
    packages: anyPackage,
  },
  config: {
    files: ['*.config.ts', 'oxlint.imports.mjs'],
    areas: ['i18n', 'env', 'errors'],
    packages: anyPackage,
  },
  messages: { files: 'messages/**' },
  data: { files: 'prisma/**' },
}

/** `zod` is the package with all its entry points, `next/link` one entry point, `node:*` Node's own modules, `node:crypto` one. */
function packageSelector(name) {
  if (name === node) return { module: { origin: 'core' } }
  if (name.startsWith('node:')) return { module: { origin: 'core', source: name } }
  const [, source, internalPath] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/.exec(name)
  return { module: { origin: 'external', source, ...(internalPath && { internalPath }) } }
}

const policies = Object.entries(areas).map(([area, { areas: others = [], packages = [] }]) => ({
  from: { file: { categories: area } },
  allow: { to: [{ file: { categories: [area, ...others] } }, ...packages.map(packageSelector)] },
}))

/** @type {import('oxlint').OxlintConfig} */
export default {
  options: { respectEslintDisableDirectives: false },
  plugins: [],
  jsPlugins: ['eslint-plugin-boundaries'],
  categories: { correctness: 'off' },
  ignorePatterns: ['node_modules', '.builds', '.build-*', '.next', 'lib/db/generated', 'next-env.d.ts'],
  settings: {
    'import/resolver': { typescript: { project: `${import.meta.dirname}/tsconfig.json` } },
    'boundaries/root-path': import.meta.dirname,
    'boundaries/files': Object.entries(areas).map(([category, { files }]) => ({ category, pattern: files })),
    'boundaries/files-single-match': true,
    // An alias that does not resolve would else pass for a package, and a package is allowed in `app`.
    'boundaries/flag-as-external': { unresolvableAlias: false },
    'boundaries/additional-dependency-nodes': [
      { selector: 'TSImportType > Literal', kind: 'type', name: 'import-type' },
      { selector: 'TSExternalModuleReference > Literal', kind: 'value', name: 'import-equals' },
    ],
  },
  rules: {
    'boundaries/no-unknown-files': 'error',
    'boundaries/dependencies': [
      'error',
      {
        default: 'disallow',
        checkAllOrigins: true,
        checkUnknownLocals: true,
        checkInternals: true,
        message:
          'The import table (oxlint.imports.mjs) does not let {{from.file.categories}} import {{dependency.source}}, or it does not exist.',
        // The last policy that matches decides.
        policies: [
          ...policies,
          {
            from: { file: { categories: '!db' } },
            disallow: { to: { module: { source: '@prisma/*' } } },
            message: 'lib/db is the only door to Prisma: {{dependency.source}} may be imported there only.',
          },
          {
            from: { file: { categories: '!{auth,db,tests}' } },
            disallow: { to: { module: { source: '{better-auth,@better-auth/*}' } } },
            message: 'lib/auth is the only door to better-auth: its own requests must not get an address.',
          },
          {
            disallow: { dependency: { nodeKind: 'export' } },
            message:
              'No barrels: import from the file that defines it instead of exporting {{dependency.source}} again.',
          },
        ],
      },
    ],
  },
}
