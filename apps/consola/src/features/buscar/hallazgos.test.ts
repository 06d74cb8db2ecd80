import { filtersFound, folioOf, matches, pagesFound } from './hallazgos.ts'

test('words are found in any order, by their beginning and without accents', () => {
  expect(matches('cuer', 'Morelos, Cuernavaca')).toBe(true)
  expect(matches('navaca', 'Cuernavaca')).toBe(false)
  expect(matches('jojutla distr', 'Distrito 10, Jojutla')).toBe(true)
  expect(matches('accion nacional', 'Partido Acción Nacional')).toBe(true)
  expect(matches('  ', 'Partido')).toBe(false)
})

test('pages are those that the account may open as they are', () => {
  const pages = [
    { path: '/acuerdos', name: 'acuerdos', title: 'Acuerdos', permiso: 'acuerdos.ver' },
    { path: '/acuerdos/nuevo', name: 'acuerdo-nuevo', title: 'Registrar un acuerdo', permiso: 'acuerdos.administrar' },
    { path: '/acuerdos/:id', name: 'acuerdo', title: 'Acuerdo', permiso: 'acuerdos.ver' },
    { path: '/entrar', name: 'entrar', title: 'Acuerdo de entrada', open: true },
  ] as const
  expect(pagesFound('acuer', pages, ['acuerdos.ver']).map(({ to }) => to)).toEqual([{ name: 'acuerdos' }])
  expect(pagesFound('registrar', pages, ['acuerdos.ver', 'acuerdos.administrar'])).toHaveLength(1)
})

test('a municipio, a cargo or an actor leads to the list of its candidaturas', () => {
  const proceso = {
    municipios: [{ clave: '17007', nombre: 'Cuernavaca' }],
    comunidades: [{ clave: 'c1', nombre: 'Caleta Supuesta' }],
    distritos: [],
    cargos: [{ clave: 'sindicatura', nombre: 'Sindicaturas' }],
    actoresPoliticos: [{ clave: 'PAN', nombre: 'Partido Acción Nacional' }],
  } as unknown as Parameters<typeof filtersFound>[1]
  expect(filtersFound('cuerna', proceso)[0]?.to).toEqual({ name: 'candidaturas', query: { municipio: '17007' } })
  expect(filtersFound('caleta', proceso)[0]?.to).toEqual({ name: 'candidaturas', query: { comunidad: 'c1' } })
  expect(filtersFound('pan', proceso)[0]?.to).toEqual({ name: 'candidaturas', query: { actor: 'PAN' } })
  expect(filtersFound('cuerna', null)).toEqual([])
})

test('a folio is read however it was typed', () => {
  expect(folioOf('7k2mq 9xw4t b6n3p')).toBe('7K2MQ-9XW4T-B6N3P')
  for (const q of ['7K2MQ', 'CONSTITUCIONALA', '']) expect(folioOf(q)).toBeNull()
})
