// Allowed imports, module by module. tests/architecture seeds a violation of each rule and demands its name.

const { readdirSync } = require('node:fs')
const { dirname, join } = require('node:path')

// Chapters, low to high: one imports only those before it. What a higher one must do is a consequence (consequences.ts).
const CHAPTERS = [
  'bitacora',
  'acceso',
  'proceso',
  'registro',
  'captura',
  'intercambio',
  'publicacion',
  'programa',
  'normativa',
  'informes',
  'derechos',
]
// Chapters of the rules, low to high. The pack is the shape of all of them together.
const RULES = [
  'base',
  'acceso',
  'bitacora',
  'proceso',
  'registro',
  'publico',
  'captura',
  'intercambio',
  'publicacion',
  'programa',
  'derechos',
  'normativa',
  'informes',
  'pack',
]

// Folders of a chapter that have a door of their own.
const FOLDERS_WITH_A_DOOR = ['apps/api/src/modules', 'apps/api/src/publico', 'apps/consola/src/features'].flatMap((root) =>
  readdirSync(join(__dirname, root), { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^[^/]+\/[^/]+\/index\.ts$/.test(path) || (root.endsWith('publico') && path.endsWith('/index.ts')))
    .map((path) => dirname(`${root}/${path}`)),
)

const TEST = '(^tests/|\\.test\\.ts$)'
const SERVER_ROOT = '^apps/api/src/(server|todo\\.process|welcome|preparation|preparar\\.worker)\\.ts$'

const npm = (...names) => `node_modules/(${names.join('|')})(/|$)`
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from: typeof from === 'string' ? { path: from } : from, to })

const boundaries = [
  rule('no-cycles', 'Two files that need each other are one thing or three.', {}, { circular: true }),
  rule(
    'domain-is-pure',
    'The rules of the law depend on nothing but Temporal: no npm, no node, no other package.',
    { path: '^packages/domain/', pathNot: TEST },
    { pathNot: ['^packages/domain/', npm('temporal-polyfill')] },
  ),
  ...RULES.map((name, height) =>
    rule(
      'rules-downwards',
      `${name}: only lower chapters of the rules.`,
      { path: `^packages/domain/src/${name}/`, pathNot: TEST },
      { path: '^packages/domain/src/[^/]+/', pathNot: `^packages/domain/src/(${RULES.slice(0, height + 1).join('|')})/` },
    ),
  ),
  rule(
    'cuestionarios-is-a-leaf',
    'The questionnaire engine is shared by API and consola: it knows neither of them, nor the domain.',
    { path: '^packages/cuestionarios/', pathNot: TEST },
    { path: ['^(apps|tests)/', '^packages/(?!cuestionarios/)'] },
  ),
  rule(
    'paquetes-is-a-leaf',
    'The reader of packs knows their shape and the rules; a pack itself is data, and nobody imports it.',
    { path: '^packages/paquetes/', pathNot: TEST },
    { path: ['^(apps|tests)/', '^packages/(?!(domain|cuestionarios|paquetes/(src|esquema))/)'] },
  ),
  rule('api-client-is-only-the-contract', 'It is generated from openapi.yaml.', '^packages/api-client/', {
    path: '^(apps/|tests/|packages/(?!api-client/))',
  }),
  rule('ui-is-only-view', 'The kit knows neither the business nor the network.', '^packages/ui/', {
    path: ['^(apps/|tests/|packages/(?!ui/))', npm('vue-router', 'pinia', 'openapi-fetch')],
  }),
  rule('apps-are-apart', 'An app never imports another app: they meet in the REST contract.', '^apps/([^/]+)/', {
    path: '^apps/',
    pathNot: '^apps/$1/',
  }),
  rule('api-knows-no-view', 'The API serves any client.', '^apps/api/', {
    path: ['^packages/(ui|api-client)/', npm('vue', '@vue', 'pinia')],
  }),
  rule('visor-never-reaches-consola', 'Not even through others: the public viewer holds no byte of the private console.', '^apps/visor/', {
    path: '^apps/consola/',
    reachable: true,
  }),
  rule(
    'visor-knows-no-rules',
    'The visor shows what was published; rules and questionnaires are of the private world. How the index is read is of both, and so is what is no rule.',
    '^apps/visor/',
    { path: '^packages/(domain|cuestionarios|paquetes)/', pathNot: '^packages/domain/src/(publico/|base/(text|memo|typed)\\.ts$)' },
  ),
]

const api = [
  rule('only-the-door', 'A chapter or feature is entered only by an index.ts.', '^apps/([^/]+)/src/(modules|features)/([^/]+)/', {
    path: '^apps/$1/src/(modules|features)/',
    pathNot: ['^apps/$1/src/$2/$3/', '/index\\.ts$'],
  }),
  ...FOLDERS_WITH_A_DOOR.map((folder) =>
    rule(
      'only-the-door-inside',
      'Also inside a chapter: a folder with an index.ts is entered only by it.',
      { path: `^${dirname(folder)}/`, pathNot: `^${folder}/` },
      { path: `^${folder}/(?!index\\.ts$)` },
    ),
  ),
  rule('root-uses-the-door', 'The root composes modules; it does not know what they are made of.', '^apps/api/src/[^/]+\\.ts$', {
    path: '^apps/api/src/(modules|publico)/',
    pathNot: ['/index\\.ts$', '^apps/api/src/modules/[^/]+/module\\.ts$'],
  }),
  ...CHAPTERS.map((name, height) =>
    rule('chapters-downwards', `${name}: only lower chapters.`, `^apps/api/src/modules/${name}/`, {
      path: '^apps/api/src/modules/',
      pathNot: `^apps/api/src/modules/(${CHAPTERS.slice(0, height + 1).join('|')})/`,
    }),
  ),
  rule(
    'module-has-a-chapter',
    'Put it into a chapter of .dependency-cruiser.cjs.',
    `^apps/api/src/modules/(?!(${CHAPTERS.join('|')})/)`,
    {},
  ),
  rule('publico-reads-only-publico', 'The public world knows nothing of the private one.', '^apps/api/src/publico/', {
    path: ['^apps/api/src/modules/', '\\.entity\\.ts$', '^packages/cuestionarios/'],
  }),
  rule('nobody-reads-through-publico', 'The private world writes what is public; it never reads it back.', '^apps/api/src/modules/', {
    path: '^apps/api/src/publico/',
  }),
  rule('shared-knows-no-module', 'Shared code stands below every module and feature.', '^apps/[^/]+/src/(shared|components)/', {
    path: '^apps/[^/]+/src/(modules|features|publico|carga|simulacro)/',
  }),
  rule('database-knows-only-entities', 'The data source lists entities; it calls no module.', '^apps/api/src/database/', {
    path: '^apps/api/src/(modules|carga|simulacro)/',
    pathNot: '\\.entity\\.ts$',
  }),
  rule(
    'public-process-reaches-no-private-code',
    'The process of the public world has no program of the private one, not even through others, nor the shape of its tables.',
    '^apps/api/src/(publico\\.process|public-world)\\.ts$',
    {
      path: ['^apps/api/src/(modules/|(app|services|modules)\\.ts$)', '\\.entity\\.ts$', '^packages/cuestionarios/'],
      reachable: true,
    },
  ),
  rule('routes-touch-no-data', 'routes → service → entity.', '\\.routes\\.ts$', {
    path: ['\\.entity\\.ts$', npm('typeorm', 'pg')],
  }),
  rule('downwards', 'Service, dto, queries and entity know no HTTP.', '\\.(service|dto|queries|entity)\\.ts$', {
    path: ['\\.routes\\.ts$', npm('fastify', '@fastify', 'fastify-plugin')],
  }),
  rule('entity-is-a-leaf', 'A table knows no rule and no shape of the API.', '\\.entity\\.ts$', { path: '\\.(service|dto|queries)\\.ts$' }),
  rule(
    'simulacro-only-at-the-root',
    'Only the root that starts the process loads data. A service is given the reader of an uploaded pack, which writes nothing.',
    { path: '^(apps|packages)/', pathNot: [SERVER_ROOT, '^apps/api/src/(carga|simulacro|cli)/'] },
    { path: '^apps/api/src/(carga|simulacro)/', pathNot: '^apps/api/src/carga/corregir\\.ts$' },
  ),
]

const views = [
  rule(
    'pure-view',
    'Only XxxPage.vue and useXxx.ts know network, router and stores; every other .vue is props in, events out.',
    { path: '/features/.+\\.vue$', pathNot: 'Page\\.vue$' },
    {
      path: ['/src/(api|router)\\.ts$', '/src/stores/', npm('vue-router', 'pinia'), '^packages/api-client/'],
      dependencyTypesNot: ['type-only'],
    },
  ),
]

const hygiene = [
  rule(
    'no-phantom-dependencies',
    'Declare it in the package.json of the package that imports it.',
    { pathNot: TEST },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
  rule(
    'no-dev-dependencies-in-sources',
    'A package that runs in production is a dependency; a type only may stay in devDependencies.',
    { path: '^(apps/api|packages/[^/]+)/src/', pathNot: TEST },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
  rule('sources-know-no-test', 'Builders and fixtures stay in tests/.', { path: '^(apps|packages)/', pathNot: TEST }, { path: TEST }),
  rule('resolvable', 'This import leads nowhere.', {}, { couldNotResolve: true }),
]

module.exports = {
  forbidden: [...boundaries, ...api, ...views, ...hygiene],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(apps|packages)/[^/]+/(dist|coverage|\\.cache)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.vue', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
}
