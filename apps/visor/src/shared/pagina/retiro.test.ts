import { NOMBRE_BLOQUEADO } from '@conoceles/domain/bloqueada'
import { retira } from './retiro.ts'

const FICHA = {
  nombre: 'Ana Ruiz',
  reserva: null,
  fotografia: { chica: '/a.webp' },
  distintivos: [{ grupo: 'indigena' }, { grupo: 'discapacidad' }],
  formula: [{ id: '2', nombre: 'Eva Sol' }],
  secciones: [{ clave: 'historia', estatus: 'publicada', campos: [{ clave: 'carrera', valor: 'Maestra', blanco: null }] }],
}

test.each<[string, object]>([
  ['her name', { nombre: NOMBRE_BLOQUEADO }],
  ['the name of a member of her fórmula', { formula: [{ id: '2', nombre: NOMBRE_BLOQUEADO }] }],
  ['a photograph', { fotografia: null }],
  ['a badge', { distintivos: [{ grupo: 'discapacidad' }] }],
  ['a text', { secciones: [{ ...FICHA.secciones[0], campos: [{ clave: 'carrera', valor: null, blanco: 'pausada' }] }] }],
  ['a section', { secciones: [{ clave: 'historia', estatus: 'reservada', campos: [] }] }],
  ['all that she captured', { secciones: [] }],
])('%s that is not told any more is withheld', (_what, changed) => {
  expect(retira(FICHA, { ...FICHA, ...changed })).toBe(true)
})

test.each<[string, object]>([
  ['a corrected name', { nombre: 'Ana Ruíz' }],
  ['another photograph', { fotografia: { chica: '/b.webp' } }],
  ['badges in another order, and one more', { distintivos: [{ grupo: 'juventud' }, { grupo: 'discapacidad' }, { grupo: 'indigena' }] }],
])('%s withholds nothing', (_what, changed) => {
  expect(retira(FICHA, { ...FICHA, ...changed })).toBe(false)
})

test('data shown again withhold nothing: the words on why they were hidden go', () => {
  const hidden = {
    reserva: 'parcial',
    secciones: [{ clave: 'historia', pausa: { hasta: null }, campos: [{ valor: null, blanco: 'pausada' }] }],
  }
  expect(
    retira(hidden, { reserva: null, secciones: [{ clave: 'historia', pausa: null, campos: [{ valor: 'Maestra', blanco: null }] }] }),
  ).toBe(false)
})

test('withholds a person who is no longer in the list, and not one who only moved in it', () => {
  const [ana, eva] = [{ id: '1' }, { id: '2' }]
  expect([retira([ana, eva], [eva, ana]), retira([ana, eva], [eva])]).toEqual([false, true])
})
