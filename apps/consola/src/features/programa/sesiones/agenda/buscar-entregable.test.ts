import { buscarEntregables } from './buscar-entregable.ts'
import type { Entregable } from '../../../../api-types.ts'

const base = { mes: null, evento: null, documento: null, hitos: [], faltan: [], siguiente: null }
const MAYO: Entregable = {
  ...base,
  ...{ clave: '11.5/2024-05', numero: '11.5', actividad: '11.5', mes: '2024-05' },
  ...{ nombre: 'Informes mensuales de avance en la implementación', titulo: 'Informe mensual: mayo de 2024' },
  documento: 'el informe mensual de avance, correspondiente a mayo de 2024',
}
const JUNIO: Entregable = { ...MAYO, clave: '11.5/2024-06', mes: '2024-06', titulo: 'Informe mensual: junio de 2024', documento: null }
const OTRO: Entregable = {
  ...base,
  ...{ clave: '11.15', numero: '11.15', actividad: '11.15', nombre: 'Informe de mayo', titulo: 'Informe de mayo' },
}
const find = (text: string) => buscarEntregables([MAYO, JUNIO, OTRO], text).map(({ clave }) => clave)

test.each([
  ['Informe mensual: mayo de 2024', ['11.5/2024-05']],
  ['mayo informe mensual', ['11.5/2024-05']],
  ['Implementacion MAYO', ['11.5/2024-05']],
  ['informes mensuales', ['11.5/2024-05', '11.5/2024-06']],
  ['mayo', ['11.5/2024-05', '11.15']],
  ['2024-05', ['11.5/2024-05']],
  ['11.5', ['11.5/2024-05', '11.5/2024-06']],
  ['11.5/2024-06', ['11.5/2024-06']],
  ['11.1', ['11.15']],
  ['¿?', []],
])('«%s» finds %j', (text, claves) => {
  expect(find(text)).toEqual(claves)
})
