import fc from 'fast-check'
import { estrechas, openAcotador, openAtacante, type Acotador, type Atacante } from '../support/mundos/ataque.ts'
import {
  CONOCIDAS,
  loSabido,
  procesos,
  publicarCruzada,
  publicarTodo,
  RESPUESTAS,
  sinProteger,
  type Historia,
  type Vecina,
} from '../support/mundos/mundo-estadistica.ts'

const MINIMO = 5
const CUATRO = ['bajo', 'medio', 'alto', 'pnc']

let atacar: Atacante
let acotar: Acotador
beforeAll(async () => {
  atacar = await openAtacante()
  acotar = await openAcotador()
})

const botin = (historia: Historia, { respuestas = RESPUESTAS as readonly string[], complices = 0 } = {}) => {
  const { grupos, dicho } = loSabido(historia, complices)
  return atacar(grupos, dicho, respuestas)
}

function vecinas(...blocks: [cuantas: number, respuesta: string, more?: Partial<Vecina>][]): Vecina[] {
  return blocks
    .flatMap(([cuantas, respuesta, more]) =>
      Array.from({ length: cuantas }, () => ({ celda: 'mujer', actor: 'sol', respuesta, desde: 1, hasta: null, declara: false, ...more })),
    )
    .map((each, id) => ({ id, ...each }))
}

describe('the curious neighbour, against tables that protect too little', () => {
  const newcomer = vecinas([20, 'no'], [6, 'si'], [3, 'pnc'], [22, 'si', { desde: 2 }])

  it('solves exact counts: who came last answered like all of her lote', () => {
    expect(botin(sinProteger(publicarTodo(newcomer, MINIMO, RESPUESTAS))).determinadas).toBe(22)
  })

  it('solves tables in which only small cells are suppressed: the total minus what is shown is what was hidden', () => {
    const alike = vecinas([22, 'si'], [31, 'no', { celda: 'hombre' }], [3, 'si', { celda: 'hombre' }], [2, 'pnc', { celda: 'hombre' }])
    const small = sinProteger(publicarTodo(alike, MINIMO, RESPUESTAS), { desde: MINIMO })
    expect(botin(small).determinadas).toBe(22)
  })

  it('solves exact counts from which one persona withdrew', () => {
    const withdrawn = vecinas([15, 'no'], [13, 'pnc'], [1, 'si', { hasta: 2 }])
    expect(botin(sinProteger(publicarTodo(withdrawn, MINIMO, RESPUESTAS))).determinadas).toBe(1)
  })

  it('gets nothing of any of them from what is published', () => {
    for (const all of [newcomer, vecinas([15, 'no'], [13, 'pnc'], [1, 'si', { hasta: 2 }]), vecinas([22, 'si'])]) {
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

describe('the curious neighbour, who knows exactly how many were counted', () => {
  const narrow = (all: readonly Vecina[], respuestas: readonly string[]) => {
    const { grupos, dicho } = loSabido(publicarTodo(all, MINIMO, respuestas))
    return estrechas(grupos, { dicho, acotadas: acotar(grupos, dicho, respuestas), minimo: MINIMO })
  }

  it('leaves the minimum of values of 24, 638 and 28 answers, of which bases of five left two', () => {
    expect(narrow(vecinas([24, 'si'], [638, 'no'], [28, 'pnc']), RESPUESTAS)).toEqual([])
  })

  describe.each([
    ['three answers', RESPUESTAS],
    ['four answers', CUATRO],
  ])('brings no figure of a table of %s below the minimum', (_, respuestas: readonly string[]) => {
    const counts = fc.array(fc.tuple(fc.nat(40), fc.constantFrom(...respuestas)), { minLength: 3, maxLength: 6 })

    it('however many gave each answer', () => {
      fc.assert(
        fc.property(counts, (blocks) => {
          expect(narrow(vecinas(...blocks), respuestas)).toEqual([])
        }),
        { numRuns: 60 },
      )
    })

    it('with people who come and leave between its cortes', () => {
      fc.assert(
        fc.property(procesos(respuestas, { declaran: false }), (all) => {
          expect(narrow(all, respuestas)).toEqual([])
        }),
        { numRuns: 10 },
      )
    })
  })
})

describe('the curious neighbour, who also has the table by actor político', () => {
  it('recovers nobody by subtracting one table from the other', () => {
    fc.assert(
      fc.property(procesos(RESPUESTAS, { declaran: false }), (all) => {
        expect(botin(publicarCruzada(all, MINIMO, RESPUESTAS))).toEqual({ determinadas: 0, excluidas: 0 })
      }),
      { numRuns: 40 },
    )
  })

  it('brings no figure of any of them below the minimum', () => {
    fc.assert(
      fc.property(procesos(RESPUESTAS, { declaran: false }), (all) => {
        const { grupos, dicho } = loSabido(publicarCruzada(all, MINIMO, RESPUESTAS))
        expect(estrechas(grupos, { dicho, acotadas: acotar(grupos, dicho, RESPUESTAS), minimo: MINIMO })).toEqual([])
      }),
      { numRuns: 10 },
    )
  })

  it('is told the rows in which a group was formed, and those that mix several apart', () => {
    const all = vecinas([30, 'no'], [30, 'si', { actor: 'mar' }], [14, 'si', { actor: 'paz' }])
    const cruceDe = (some: readonly Vecina[]) =>
      publicarCruzada(some, MINIMO, RESPUESTAS)
        .publicado.at(-1)
        ?.cruce.map(({ clave, cuentan }) => [clave, cuentan])
    expect(cruceDe(all)).toEqual([
      ['sol', 29],
      ['mar', 29],
      ['paz', null],
    ])
    const more = vecinas([30, 'no'], [30, 'si', { actor: 'mar' }], [20, 'si', { actor: 'paz' }])
    // One of each of the others was left, and these twenty make a group with them.
    expect(cruceDe(more)).toEqual([
      ['sol', 29],
      ['mar', 29],
      ['paz', null],
      ['juntas', 22],
    ])
  })
})
