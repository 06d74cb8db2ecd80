import { runModule } from './support/run-module.ts'

/** Files to plant: a text appended to one that exists, or a new one. `breaks` is the rule that must be named. */
interface Seed {
  title: string
  breaks: string
  files: Record<string, string>
}

const MODULES = 'apps/api/src/modules'
const PUBLICO = 'apps/api/src/publico'
const CONSOLA = 'apps/consola/src'
const service = (module: string) => `${MODULES}/${module}/seed.service.ts`
const imports = (path: string) => `import { seed } from '${path}'\nexport const used = seed`
const importsType = (path: string) => `import type { Seed } from '${path}'\nexport type Used = Seed`
const declares = 'export const seed = 1'

function seed(title: string, breaks: string, files: Record<string, string>): Seed {
  return { title, breaks, files }
}

const SEEDS = [
  seed("a chapter imports another chapter's service by path", 'only-the-door', {
    [service('registro/candidaturas')]: imports('../../bitacora/bitacora.service.ts'),
  }),
  seed("a chapter imports another chapter's entity, type only", 'only-the-door', {
    [service('registro/candidaturas')]: importsType('../../proceso/cargo.entity.ts'),
  }),
  seed("a folder imports its neighbour's service past its door", 'only-the-door-inside', {
    [service('programa/remisiones')]: imports('../entregables/entregables.service.ts'),
  }),
  seed('two folders need each other through their doors', 'no-cycles', {
    [`${MODULES}/captura/index.ts`]: "export { used } from './seed.service.ts'",
    [service('captura')]: imports('./avisos/index.ts'),
    [`${MODULES}/captura/avisos/index.ts`]: "export { used as seed } from './seed.service.ts'",
    [service('captura/avisos')]: imports('../index.ts'),
  }),
  seed('a low chapter imports a higher one', 'chapters-downwards', { [service('bitacora')]: imports('../registro/index.ts') }),
  seed('a middle chapter imports a higher one', 'chapters-downwards', {
    [service('registro')]: imports('../intercambio/importaciones/index.ts'),
  }),
  seed('a module appears outside the chapters', 'module-has-a-chapter', {
    [`${MODULES}/novedades/index.ts`]: imports('../bitacora/index.ts'),
  }),
  seed('a private chapter imports publico', 'nobody-reads-through-publico', {
    [service('publicacion')]: imports('../../publico/lectura/index.ts'),
  }),
  seed('publico imports the door of a private chapter', 'publico-reads-only-publico', {
    [`${PUBLICO}/lectura/seed.service.ts`]: imports('../../modules/registro/index.ts'),
  }),
  seed('publico imports a type of a private entity', 'publico-reads-only-publico', {
    [`${PUBLICO}/lectura/seed.service.ts`]: importsType('../../modules/registro/candidaturas/candidatura.entity.ts'),
  }),
  seed('publico imports the questionnaires', 'publico-reads-only-publico', {
    [`${PUBLICO}/lectura/seed.service.ts`]: imports('@conoceles/cuestionarios'),
  }),
  seed('shared imports a module', 'shared-knows-no-module', {
    'apps/api/src/shared/http/errors.ts': imports('../../modules/bitacora/index.ts'),
  }),
  seed('a shared component imports a feature', 'shared-knows-no-module', {
    [`${CONSOLA}/components/SeedView.vue`]: imports('../features/seed/index.ts'),
    [`${CONSOLA}/features/seed/index.ts`]: declares,
  }),
  seed('the data source calls a module', 'database-knows-only-entities', {
    'apps/api/src/database/databases.ts': imports('../modules/bitacora/bitacora.service.ts'),
  }),
  seed('the root reaches inside a module', 'root-uses-the-door', {
    'apps/api/src/app.ts': imports('./modules/bitacora/bitacora.service.ts'),
  }),
  seed('the public world reaches a private module through what is shared', 'public-process-reaches-no-private-code', {
    'apps/api/src/public-world.ts': imports('./shared/seed.ts'),
    'apps/api/src/shared/seed.ts': imports('../modules/bitacora/index.ts'),
  }),
  seed('routes import an entity', 'routes-touch-no-data', {
    [`${MODULES}/registro/candidaturas/seed.routes.ts`]: imports('./candidatura.entity.ts'),
  }),
  seed('routes import the ORM', 'routes-touch-no-data', { [`${MODULES}/registro/candidaturas/seed.routes.ts`]: importsType('typeorm') }),
  seed('a service imports routes', 'downwards', { [service('registro/candidaturas')]: imports('./candidaturas.routes.ts') }),
  seed('a service imports fastify, type only', 'downwards', { [service('registro/candidaturas')]: importsType('fastify') }),
  seed('queries import a fastify plugin', 'downwards', { [`${MODULES}/registro/candidaturas/seed.queries.ts`]: imports('@fastify/jwt') }),
  seed('an entity imports a dto', 'entity-is-a-leaf', {
    [`${MODULES}/registro/candidaturas/candidatura.entity.ts`]: imports('./candidaturas.dto.ts'),
  }),
  seed('a module loads synthetic people', 'simulacro-only-at-the-root', {
    'apps/api/src/simulacro/seed.ts': declares,
    [service('registro')]: imports('../../simulacro/seed.ts'),
  }),
  seed('domain imports an npm library', 'domain-is-pure', { 'packages/domain/src/acceso/permisos.ts': imports('ajv') }),
  seed('domain imports node', 'domain-is-pure', { 'packages/domain/src/acceso/permisos.ts': imports('node:fs') }),
  seed('domain imports another package by relative path', 'domain-is-pure', {
    'packages/domain/src/acceso/permisos.ts': imports('../../../cuestionarios/src/index.ts'),
  }),
  seed('a low chapter of the rules imports a higher one', 'rules-downwards', {
    'packages/domain/src/acceso/permisos.ts': imports('../derechos/proteccion.ts'),
  }),
  seed('cuestionarios imports domain', 'cuestionarios-is-a-leaf', {
    'packages/cuestionarios/src/seed.ts': imports('../../domain/src/index.ts'),
  }),
  seed('the reader of packs imports the API', 'paquetes-is-a-leaf', {
    'packages/paquetes/src/seed.ts': imports('../../../apps/api/src/config.ts'),
  }),
  seed('the client imports domain', 'api-client-is-only-the-contract', {
    'packages/api-client/src/seed.ts': imports('../../domain/src/index.ts'),
  }),
  seed('a component of ui imports domain by relative path', 'ui-is-only-view', {
    'packages/ui/src/seed/UiSeed.vue': imports('../../../domain/src/index.ts'),
  }),
  seed('ui imports the router', 'ui-is-only-view', {
    'packages/ui/src/seed.ts': imports('../../../apps/visor/node_modules/vue-router'),
  }),
  seed('the consola imports the API', 'apps-are-apart', { [`${CONSOLA}/api.ts`]: imports('../../api/src/config.ts') }),
  seed('the API imports the UI kit', 'api-knows-no-view', { 'apps/api/src/app.ts': imports('../../../packages/ui/src/index.ts') }),
  seed('the visor imports the consola', 'visor-never-reaches-consola', { 'apps/visor/src/api.ts': imports('../../consola/src/api.ts') }),
  seed('the visor reaches the consola through the kit', 'visor-never-reaches-consola', {
    'apps/visor/src/seed.ts': imports('../../../packages/ui/src/seed.ts'),
    'packages/ui/src/seed.ts': imports('../../../apps/consola/src/api.ts'),
  }),
  seed('the visor imports the rules', 'visor-knows-no-rules', {
    'apps/visor/src/api.ts': imports('../../../packages/domain/src/index.ts'),
  }),
  seed("a feature imports another feature's page", 'only-the-door', {
    [`${CONSOLA}/features/seed/SeedPage.vue`]: imports('../otra/OtraPage.vue'),
    [`${CONSOLA}/features/otra/OtraPage.vue`]: declares,
  }),
  seed('a pure view imports the client', 'pure-view', { [`${CONSOLA}/features/seed/SeedView.vue`]: imports('@conoceles/api-client') }),
  seed('a pure view imports a store', 'pure-view', { [`${CONSOLA}/features/seed/SeedView.vue`]: imports('../../stores/acceso.ts') }),
  seed('a pure view imports the router', 'pure-view', { [`${CONSOLA}/features/seed/SeedView.vue`]: imports('vue-router') }),
  seed('an import leads nowhere', 'resolvable', { [`${CONSOLA}/api.ts`]: imports('./nowhere.ts') }),
  seed('an npm package is not declared', 'no-phantom-dependencies', { [`${CONSOLA}/api.ts`]: imports('ajv') }),
  seed('a source of the API runs a development dependency', 'no-dev-dependencies-in-sources', {
    'apps/api/src/seed.ts': imports('@types/pg'),
  }),
  seed('a source imports a test', 'sources-know-no-test', {
    'apps/api/src/seed.ts': imports('../../../tests/support/seed.ts'),
    'tests/support/seed.ts': declares,
  }),
]

let names: string[]
let broken: string[][]

beforeAll(() => {
  const answer = runModule<{ names: string[]; results: string[][] }>('cruise.mjs', [...SEEDS.map(({ files }) => files), harmless()])
  names = answer.names
  broken = answer.results
})

test.each(SEEDS.map(({ title, breaks }, index) => [title, breaks, index] as const))('%s: %s', (_title, breaks, index) => {
  expect(broken[index]).toContain(breaks)
})

test('the same files without a violation break nothing', () => {
  expect(broken[SEEDS.length]).toEqual([])
})

test('every rule was seen red', () => {
  expect(names.filter((name) => !SEEDS.some(({ breaks }) => breaks === name))).toEqual([])
})

/** Every existing file that a seed touches, touched with nothing. */
function harmless(): Record<string, string> {
  const paths = SEEDS.flatMap(({ files }) => Object.keys(files)).filter((path) => !/seed/i.test(path) && !/(novedades|otra)\//.test(path))
  return Object.fromEntries(paths.map((path) => [path, '']))
}
