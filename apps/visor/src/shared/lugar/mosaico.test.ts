import type { Mosaico } from '../../api-types.ts'
import { lugaresOf, teselasOf, type Cifra } from './mosaico.ts'

const mosaico: Mosaico = {
  tipo: 'municipio',
  columnas: 2,
  credito: 'Crédito',
  fuente: 'Prueba',
  confianza: 'alta',
  teselas: ['M1', 'M2', 'M3', 'M4'].map((clave, at) => ({
    clave,
    corto: clave,
    abreviatura: clave,
    fila: 1 + Math.floor(at / 2),
    columna: 1 + (at % 2),
  })),
}

function tonosOf(counts: Record<string, number>): (readonly [string, number])[] {
  const cifras = Object.entries(counts).map(([clave, n]): [string, Cifra] => [
    clave,
    { nombre: clave, n, cifra: `${n}`, texto: '', href: '' },
  ])
  return teselasOf(mosaico, new Map(cifras), Math.max(0, ...Object.values(counts))).map(({ clave, tono }) => [clave, tono] as const)
}

test('squares keep the order of the map and get darker with their number; none has the lightest', () => {
  expect(tonosOf({ M4: 0, M3: 100, M2: 26, M1: 1 })).toEqual([
    ['M1', 1],
    ['M2', 2],
    ['M3', 4],
    ['M4', 0],
  ])
})

test('equal numbers have equal shades', () => {
  expect(new Set(tonosOf({ M1: 18, M2: 18, M3: 18, M4: 18 }).map(([, tono]) => tono)).size).toBe(1)
  expect(tonosOf({ M1: 0, M2: 0 })).toEqual([
    ['M1', 0],
    ['M2', 0],
  ])
})

test('a place without a figure has no square, and nobody draws a map of nothing', () => {
  expect(tonosOf({ M2: 3 })).toEqual([['M2', 4]])
  expect(tonosOf({})).toEqual([])
})

test('places to choose among stand where the map has them, with their whole name', () => {
  const lugares = lugaresOf(mosaico, [
    { clave: 'M3', nombre: 'Tercero del Valle' },
    { clave: 'M1', nombre: 'Primero' },
    { clave: 'M9', nombre: 'Sin cuadro' },
  ])
  expect(lugares.map(({ clave, nombre, fila }) => [clave, nombre, fila])).toEqual([
    ['M1', 'Primero', 1],
    ['M3', 'Tercero del Valle', 2],
  ])
})
