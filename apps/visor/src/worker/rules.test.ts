import { candidaturaPath, claveOf, isOf, isOpened, kindOf } from './rules.ts'

const ORIGIN = 'https://visor.example'
const ID = '0f21a363-7116-4128-af3f-04d9d6aa6989'

function kind(path: string, mode: RequestMode = 'cors', method = 'GET'): string | null {
  return kindOf({ method, mode, url: new URL(path, ORIGIN).href }, ORIGIN)
}

test('public answers needed without network are data: the same for everybody, and those that one opens', () => {
  for (const path of [
    'proceso',
    'contiendas',
    'territorio',
    'indice',
    'consulta',
    'mosaicos',
    'cortes/vigente',
    `candidaturas/${ID}`,
    'candidaturas/0f21a36',
    `candidaturas/${ID}/historia`,
    'contiendas/presidencia_municipal-17007',
    'estadisticas',
    'estadisticas/edad',
  ])
    expect(kind(`/api/v1/publico/${path}`)).toBe('data')
})

test('nothing else of the API is: no search, no private answer, no proof, and nothing that is sent', () => {
  const others = [
    ...['/api/v1/publico/candidaturas', '/api/v1/publico/candidaturas?municipio=17007', `/api/v1/publico/candidaturas/${ID}?x=1`],
    ...['/api/v1/publico/cortes/1', '/api/v1/publico/cortes/vigente?en=x', '/api/v1/publico/estadisticas/edad/csv'],
    ...['/api/v1/candidaturas', `/api/v1/candidaturas/${ID}`, '/api/v1/acceso/entrar', '/api/docs', '/sw.js', '/robots.txt'],
  ]
  expect(others.filter((path) => kind(path) !== null)).toEqual([])
  expect(kind('/api/v1/publico/proceso', 'cors', 'POST')).toBeNull()
  expect([kind('/api/v1/publico/visitas', 'cors', 'POST'), kind('/api/v1/publico/visitas')]).toEqual([null, null])
  expect(kindOf({ method: 'GET', mode: 'cors', url: 'https://otro.example/api/v1/publico/proceso' }, ORIGIN)).toBeNull()
})

test('the pages of the visor are its own; the consola, the guides, the documentation and data that are opened by themselves are not', () => {
  for (const path of ['/', '/boleta', '/boleta#seccion=312', '/candidaturas?q=ana', `/candidaturas/${ID}`])
    expect(kind(path, 'navigate')).toBe('page')
  for (const path of [
    '/consola',
    '/consola/',
    '/consola/candidaturas',
    '/guias',
    '/guias/captura',
    '/api/docs',
    '/api/v1/publico/proceso',
    '/favicon.svg',
  ])
    expect(kind(path, 'navigate')).toBeNull()
  expect([kind('/assets/base-1.js'), kind('/consola/assets/base-1.js')]).toEqual(['file', null])
})

test('recognises a candidatura that was opened by the beginning of her id, as the index has it', () => {
  const path = candidaturaPath(ID)
  expect(claveOf(path)).toBe(ID)
  expect(isOf(path, '0f21a3637')).toBe(true)
  expect(isOf(path, '0f21a3638')).toBe(false)
  // Her history goes with her.
  expect([isOf(`${path}/historia`, '0f21a3637'), claveOf(`${path}/historia`)]).toEqual([true, null])
})

test('common answers, the newest corte and photographs are kept by rules of their own', () => {
  const opened = ['candidaturas/0f21a36', `candidaturas/${ID}/historia`, 'contiendas/x-1', 'estadisticas', 'estadisticas/edad']
  const rest = ['proceso', 'proceso#marco', 'contiendas', 'indice', 'indice#lista', 'cortes/vigente', 'fotografias/a.webp', 'descargas']
  expect([...opened, ...rest].filter((path) => isOpened(`/api/v1/publico/${path}`))).toEqual(opened)
})
