import { inReadingOrder, verificacionOf } from './lectura.ts'

test('proposals go first, contact last, and an unknown section between', () => {
  const given = ['contacto', 'estudios', 'nueva', 'trayectoria', 'propuestas'].map((clave) => ({ clave }))
  expect(inReadingOrder(given).map(({ clave }) => clave)).toEqual(['propuestas', 'trayectoria', 'estudios', 'nueva', 'contacto'])
})

describe('the common facts of the verification', () => {
  const dayOf = (instant: string) => instant.slice(0, 10)
  const seccion = (verificadaEn: string | null, estatus = 'publicada') => ({ estatus, verificadaEn })
  const [early, late, next] = ['2024-04-19T10:00:00Z', '2024-04-19T18:00:00Z', '2024-04-20T09:00:00Z'] as const

  it.each([
    ['one day', [seccion(late), seccion(early)], { ultima: late, unDia: true }],
    ['several days', [seccion(next), seccion(early)], { ultima: next, unDia: false }],
    ['one day, and a section that waits', [seccion(early), seccion(null)], { ultima: early, unDia: true }],
    ['nothing verified yet', [seccion(null)], { ultima: null, unDia: false }],
    ['nothing published', [seccion(null, 'sin_captura')], null],
  ])('are told for %s', (_title, secciones, expected) => {
    expect(verificacionOf(secciones, dayOf)).toEqual(expected)
  })
})
