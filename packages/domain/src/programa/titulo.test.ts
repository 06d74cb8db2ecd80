import { tituloEntregable } from './titulo.ts'

const duty = { nombre: 'Informes mensuales de avance', mes: '2024-05', evento: null, informe: 'mensual' as const, hitos: [] }

test('a monthly informe is titled by its kind and its month', () => {
  expect(tituloEntregable(duty)).toBe('Informe mensual: mayo de 2024')
})

test('an avance is titled by the month of its last term, and by its name while nothing dates it', () => {
  const avance = { ...duty, nombre: 'Informe de avance', mes: null, informe: 'avance' as const }
  expect(tituloEntregable({ ...avance, hitos: [{ vence: '2024-05-31' }, { vence: '2024-04-30' }, { vence: null }] })).toBe(
    'Avance cuantitativo: mayo de 2024',
  )
  expect(tituloEntregable(avance)).toBe('Informe de avance')
})

test('a duty without an informe is titled by its name', () => {
  expect(tituloEntregable({ ...duty, informe: null })).toBe('Informes mensuales de avance: mayo de 2024')
})
