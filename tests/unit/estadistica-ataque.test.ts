import fc from 'fast-check'
import { openAtacante, type Atacante } from '../support/ataque.ts'
import {
  CONOCIDAS,
  loSabido,
  procesos,
  publicarTodo,
  RESPUESTAS,
  sinProteger,
  type Historia,
  type Vecina,
} from '../support/mundo-estadistica.ts'

const MINIMO = 5
const CUATRO = ['bajo', 'medio', 'alto', 'pnc']

let atacar: Atacante
beforeAll(async () => {
  atacar = await openAtacante()
})

const botin = (historia: Historia, { respuestas = RESPUESTAS as readonly string[], complices = 0 } = {}) => {
  const { grupos, dicho } = loSabido(historia, complices)
  return atacar(grupos, dicho, respuestas)
}

function vecinas(...blocks: [cuantas: number, respuesta: string, more?: Partial<Vecina>][]): Vecina[] {
  return blocks
    .flatMap(([cuantas, respuesta, more]) =>
      Array.from({ length: cuantas }, () => ({ celda: 'mujer', respuesta, desde: 1, hasta: null, declara: false, ...more })),
    )
    .map((each, id) => ({ id, ...each }))
}

describe('the curious neighbour, against tables that protect too little', () => {
  const newcomer = vecinas([20, 'no'], [6, 'si'], [4, 'pnc'], [20, 'si', { desde: 2 }])

  it('solves exact counts: who came last answered like all of her lote', () => {
    expect(botin(sinProteger(publicarTodo(newcomer, MINIMO, RESPUESTAS))).determinadas).toBe(20)
  })

  it('solves tables in which only small cells are suppressed: the total minus what is shown is what was hidden', () => {
    const alike = vecinas([20, 'si'], [30, 'no', { celda: 'hombre' }], [3, 'si', { celda: 'hombre' }], [2, 'pnc', { celda: 'hombre' }])
    const small = sinProteger(publicarTodo(alike, MINIMO, RESPUESTAS), { desde: MINIMO })
    expect(botin(small).determinadas).toBe(20)
  })

  it('solves exact counts from which one persona withdrew', () => {
    const withdrawn = vecinas([15, 'no'], [14, 'pnc'], [1, 'si', { hasta: 2 }])
    expect(botin(sinProteger(publicarTodo(withdrawn, MINIMO, RESPUESTAS))).determinadas).toBe(1)
  })

  it('gets nothing of any of them from what is published', () => {
    for (const all of [newcomer, vecinas([15, 'no'], [14, 'pnc'], [1, 'si', { hasta: 2 }]), vecinas([20, 'si'])]) {
      expect(botin(publicarTodo(all, MINIMO, RESPUESTAS))).toEqual({ determinadas: 0, excluidas: 0 })
    }
  })
})

describe('the curious neighbour, against processes made to be solved', () => {
  it('recovers nobody, and not even what somebody did not answer', () => {
    fc.assert(
      fc.property(procesos(RESPUESTAS, { declaran: false }), (all) => {
        expect(botin(publicarTodo(all, MINIMO, RESPUESTAS))).toEqual({ determinadas: 0, excluidas: 0 })
      }),
      { numRuns: 60 },
    )
  })

  it('recovers nobody in a table of four answers', () => {
    fc.assert(
      fc.property(procesos(CUATRO, { declaran: false }), (all) => {
        expect(botin(publicarTodo(all, MINIMO, CUATRO), { respuestas: CUATRO })).toEqual({ determinadas: 0, excluidas: 0 })
      }),
      { numRuns: 30 },
    )
  })

  it('recovers nobody with six of each lote on her side, one less than may hide behind few', () => {
    fc.assert(
      fc.property(procesos(RESPUESTAS, { declaran: false }), (all) => {
        expect(botin(publicarTodo(all, MINIMO, RESPUESTAS), { complices: CONOCIDAS }).determinadas).toBe(0)
      }),
      { numRuns: 30 },
    )
  })

  it('recovers nobody else when six leave the count and declare their answers', () => {
    fc.assert(
      fc.property(procesos(RESPUESTAS, { declaran: true }), (all) => {
        expect(botin(publicarTodo(all, MINIMO, RESPUESTAS)).determinadas).toBe(0)
      }),
      { numRuns: 30 },
    )
  })
})
