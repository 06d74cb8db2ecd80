import type { Catalogo } from './opciones.ts'
import { sugerirFiltros } from './sugerencias.ts'

const nothing: Catalogo = {
  cargo: [
    { clave: 'gubernatura', nombre: 'Gubernatura' },
    { clave: 'diputacion_mr', nombre: 'Diputaciones de mayoría relativa' },
    { clave: 'presidencia_municipal', nombre: 'Presidencias municipales' },
    { clave: 'sindicatura', nombre: 'Sindicaturas' },
    { clave: 'regiduria', nombre: 'Regidurías' },
  ],
  distrito: [1, 2, 3, 4, 5].map((n) => ({
    clave: `D0${n}`,
    nombre: n < 3 ? `Distrito ${'I'.repeat(n)}, Uno` : `Distrito ${n}, Otro ${n}`,
  })),
  municipio: [
    { clave: '1', nombre: 'Uno' },
    { clave: '2', nombre: 'Emiliano Zapata' },
    { clave: '3', nombre: 'Jiutepec' },
  ],
  comunidad: [],
  contienda: [],
  actor: [
    { clave: 'PAN', nombre: 'Partido Acción Nacional' },
    { clave: 'MORENA', nombre: 'Morena' },
    { clave: 'PVEM', nombre: 'Partido Verde Ecologista de México' },
    { clave: 'MC', nombre: 'Movimiento Ciudadano' },
  ],
  calidad: [{ clave: 'suplente', nombre: 'Suplente' }],
  sexo: [],
  edad: [],
  escolaridad: [],
  accionAfirmativa: [],
  tema: ['Agua', 'Combate a la corrupción', 'Seguridad'].map((clave) => ({ clave, nombre: clave })),
  conPropuestas: [],
}

function means(text: string, how = { porEntero: false }) {
  return sugerirFiltros(text, nothing, how).map(({ filtros }) => filtros)
}

test.each([
  ['pan', [{ actor: 'PAN' }]],
  ['Partido Acción Nacional', [{ actor: 'PAN' }]],
  ['verde', [{ actor: 'PVEM' }]],
  ['candidatos de Morena', [{ actor: 'MORENA' }]],
  ['gobernadora', [{ cargo: 'gubernatura' }]],
  ['síndica jiutepec', [{ cargo: 'sindicatura', municipio: '3' }]],
  ['presidenta municipal de Emiliano Zapata', [{ cargo: 'presidencia_municipal', municipio: '2' }]],
  ['diputado distrito 3', [{ cargo: 'diputacion_mr', distrito: 'D03' }]],
  ['propuestas de agua', [{ tema: 'Agua' }]],
  ['corrupción', [{ tema: 'Combate a la corrupción' }]],
  ['seguridad jiutepec', [{ municipio: '3', tema: 'Seguridad' }]],
  ['uno', [{ distrito: 'D01' }, { distrito: 'D02' }, { municipio: '1' }]],
  ['regidora suplente mc', [{ cargo: 'regiduria', actor: 'MC', calidad: 'suplente' }]],
])('«%s» means %j', (text, expected) => {
  expect(means(text)).toEqual(expected)
})

test.each(['', 'de la', 'distrito', 'maría pan', 'Rosa Jiutepec', 'xyz'])('«%s» means no filter', (text) => {
  expect(means(text)).toEqual([])
})

test('a part of a name is no filter where somebody is called so', () => {
  expect(means('emiliano', { porEntero: true })).toEqual([])
  expect(means('emiliano zapata', { porEntero: true })).toEqual([{ municipio: '2' }])
  expect(means('pan', { porEntero: true })).toEqual([{ actor: 'PAN' }])
})
