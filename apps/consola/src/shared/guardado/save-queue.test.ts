import type { Outcome, Problem } from '@conoceles/api-client'
import type { SeccionGuardada } from '../../api-types.ts'
import { createSaveQueue, nameOf, type Draft, type Entry, type Sending } from './save-queue.ts'

const BASE = { candidaturaId: 'c', cuestionario: 'curricular', seccion: 'historia' } as const
const NAME = nameOf(BASE)

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

describe('a section that is being written', () => {
  test('is sent once, after a pause in the typing, and forgotten here once it arrived', async () => {
    const { queue, sent, kept, entries } = setUp([saved(1)])
    queue.edit(draft({ historia: 'Un' }))
    queue.edit(draft({ historia: 'Una vida' }))
    await jest.advanceTimersByTimeAsync(1_400)
    expect(sent).toHaveLength(0)
    await jest.advanceTimersByTimeAsync(200)
    expect(sent.map(({ respuestas }) => respuestas)).toEqual([{ historia: 'Una vida' }])
    expect(entries.get(NAME)?.phase).toBe('guardado')
    expect(kept.size).toBe(0)
  })

  test('is not sent when its text went back to that of the server', async () => {
    const { queue, sent } = setUp([])
    queue.edit(draft({}))
    await queue.flush()
    expect(sent).toHaveLength(0)
  })

  test('goes on from the version that the server answered', async () => {
    const { queue, sent } = setUp([saved(1), saved(2)])
    queue.edit(draft({ historia: 'a' }))
    await queue.flush()
    queue.edit(draft({ historia: 'b' }))
    await queue.flush()
    expect(sent.map((sending) => sending.draft.version)).toEqual([0, 1])
  })

  test('typed while another sending is under way is sent afterwards', async () => {
    const { queue, sent, entries } = setUp([saved(1), saved(2)])
    queue.edit(draft({ historia: 'a' }))
    const flushing = queue.flush()
    queue.edit(draft({ historia: 'ab' }))
    await flushing
    expect(sent.map(({ respuestas }) => respuestas)).toEqual([{ historia: 'a' }, { historia: 'ab' }])
    expect(entries.get(NAME)?.phase).toBe('guardado')
  })
})

describe('a sending without an answer', () => {
  test('the same sending is repeated with the same key, later and later, and stays kept', async () => {
    const { queue, sent, kept, entries } = setUp([fault(0), fault(503), saved(1)])
    queue.edit(draft({ historia: 'a' }))
    await queue.flush()
    expect(entries.get(NAME)?.phase).toBe('sin_conexion')
    expect(kept.get(NAME)?.respuestas).toEqual({ historia: 'a' })
    await jest.advanceTimersByTimeAsync(1_000)
    expect(sent).toHaveLength(2)
    await jest.advanceTimersByTimeAsync(2_000)
    expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
    expect(entries.get(NAME)?.phase).toBe('guardado')
  })

  test('text typed meanwhile waits until the first sending is settled', async () => {
    const { queue, sent } = setUp([fault(0), saved(1), saved(2)])
    queue.edit(draft({ historia: 'a' }))
    await queue.flush()
    queue.edit(draft({ historia: 'ab' }))
    await queue.flush()
    expect(sent.map(({ respuestas }) => respuestas)).toEqual([{ historia: 'a' }, { historia: 'a' }, { historia: 'ab' }])
  })

  test('the wait that the server asks for is respected', async () => {
    const { queue, sent } = setUp([fault(429, { retryAfter: 20 }), saved(1)])
    queue.edit(draft({ historia: 'a' }))
    await queue.flush()
    await jest.advanceTimersByTimeAsync(19_000)
    expect(sent).toHaveLength(1)
    await jest.advanceTimersByTimeAsync(1_000)
    expect(sent).toHaveLength(2)
  })
})

describe('when the server refuses', () => {
  test('a conflict keeps both texts and sends nothing until one is chosen', async () => {
    const { queue, sent, entries } = setUp([conflict(4, { historia: 'otra' }), saved(5)])
    queue.edit(draft({ historia: 'mía' }))
    await queue.flush()
    expect(entries.get(NAME)).toMatchObject({ phase: 'conflicto', actual: { version: 4 }, draft: { respuestas: { historia: 'mía' } } })
    await queue.flush()
    expect(sent).toHaveLength(1)
    await queue.settle(NAME, { historia: 'mía' })
    expect(sent[1]).toMatchObject({ respuestas: { historia: 'mía' }, draft: { version: 4 } })
    expect(entries.get(NAME)?.phase).toBe('guardado')
  })

  test('our own text, saved by a sending whose answer was lost, is no conflict', async () => {
    const { queue, entries } = setUp([conflict(1, { historia: 'mía' })])
    queue.edit(draft({ historia: 'mía' }))
    await queue.flush()
    expect(entries.get(NAME)?.phase).toBe('guardado')
  })

  test('a refused respuesta stays kept and is not sent again by itself', async () => {
    const { queue, sent, kept, entries } = setUp([fault(422)])
    queue.edit(draft({ historia: 'a' }))
    await queue.flush()
    await jest.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(1)
    expect(entries.get(NAME)?.phase).toBe('rechazado')
    expect(kept.has(NAME)).toBe(true)
  })

  test('keeps a refused answer beside those that were saved, and sends the stored one in its place', async () => {
    const { queue, sent, kept, entries } = setUp([saved(1, [{ campo: 'red', razones: ['No es una dirección'] }]), saved(2)])
    queue.edit({ ...draft({ historia: 'a', red: 'María López' }), base: { red: 'https://red.example/antes' } })
    await queue.flush()
    await jest.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(1)
    expect(entries.get(NAME)).toMatchObject({ phase: 'rechazado', refused: [{ campo: 'red', razones: ['No es una dirección'] }] })
    expect(kept.get(NAME)?.respuestas.red).toBe('María López')
    queue.edit(draft({ historia: 'ab', red: 'María López' }))
    await queue.flush()
    expect(sent[1]?.respuestas).toEqual({ historia: 'ab', red: 'https://red.example/antes' })
    expect(entries.get(NAME)).toMatchObject({ phase: 'rechazado', draft: { respuestas: { red: 'María López' } } })
  })

  test('forgets the refusal of an answer as soon as it is changed', async () => {
    const { queue, sent, kept, entries } = setUp([fault(422, { errors: [{ field: 'red', reasons: ['No'] }] }), saved(1)])
    queue.edit(draft({ red: 'María López' }))
    await queue.flush()
    expect(entries.get(NAME)?.refused).toHaveLength(1)
    queue.edit(draft({ red: 'https://red.example/yo' }))
    expect(entries.get(NAME)?.refused).toEqual([])
    await queue.flush()
    expect(sent[1]?.respuestas).toEqual({ red: 'https://red.example/yo' })
    expect(entries.get(NAME)?.phase).toBe('guardado')
    expect(kept.size).toBe(0)
  })

  test('an access that expired keeps the text until somebody signs in', async () => {
    const { queue, sent, entries } = setUp([fault(401)])
    queue.edit(draft({ historia: 'a' }))
    await queue.flush()
    await queue.flush()
    expect(sent).toHaveLength(1)
    expect(entries.get(NAME)?.phase).toBe('sin_acceso')
  })
})

describe('an answer to a question that the section no longer asks', () => {
  test('is put aside, not sent, and stays kept after the rest was saved, until it is discarded', async () => {
    const { queue, sent, kept, entries } = setUp([saved(1)])
    queue.edit(draft({ historia: 'a', motivo: 'porque sí' }))
    queue.setAside(NAME, ['historia'])
    await queue.flush()
    expect(sent.map(({ respuestas }) => respuestas)).toEqual([{ historia: 'a' }])
    expect(entries.get(NAME)?.phase).toBe('guardado')
    expect(kept.get(NAME)?.aparte).toEqual({ motivo: 'porque sí' })
    await queue.discardAside(NAME)
    expect(kept.has(NAME)).toBe(false)
    expect(entries.get(NAME)?.draft.aparte).toBeUndefined()
  })

  test('goes without a word where the server had it already, or it is blank', () => {
    const { queue, entries } = setUp([])
    queue.edit({ ...draft({ historia: 'a', motivo: 'el mismo', otra: '' }), base: { motivo: 'el mismo' } })
    queue.setAside(NAME, ['historia'])
    expect(entries.get(NAME)?.draft).toMatchObject({ respuestas: { historia: 'a' }, base: {} })
    expect(entries.get(NAME)?.draft.aparte).toBeUndefined()
  })

  test('is discarded alone: what waits to be sent stays', async () => {
    const { queue, kept } = setUp([fault(0)])
    queue.edit(draft({ historia: 'a', motivo: 'porque sí' }))
    queue.setAside(NAME, ['historia'])
    await queue.flush()
    await queue.discardAside(NAME)
    expect(kept.get(NAME)?.respuestas).toEqual({ historia: 'a' })
  })
})

function setUp(answers: Outcome<SeccionGuardada>[]) {
  const entries = new Map<string, Entry>()
  const kept = new Map<string, Draft>()
  const sent: Sending[] = []
  let keys = 0
  const queue = createSaveQueue({
    entries,
    send: async (sending) => {
      sent.push(sending)
      await Promise.resolve()
      return answers[sent.length - 1] ?? fault(500)
    },
    keep: async (name, value) => void kept.set(name, value),
    discard: async (name) => void kept.delete(name),
    newKey: () => `key-${++keys}`,
    isTransient: ({ status }) => [0, 429, 500, 503].includes(status),
  })
  return { queue, entries, kept, sent }
}

function draft(respuestas: Record<string, unknown>): Draft {
  return { ...BASE, version: 0, base: {}, respuestas, attempt: null }
}

function saved(version: number, rechazadas: SeccionGuardada['rechazadas'] = []): Outcome<SeccionGuardada> {
  return {
    ok: true,
    data: { version, estatus: 'en_captura', faltantes: [], rechazadas, guardadaEn: '2024-04-20T16:00:00Z' } as unknown as SeccionGuardada,
  }
}

function fault(status: number, extra: Partial<Problem> = {}): Outcome<SeccionGuardada> {
  return { ok: false, problem: { status, code: 'x', title: '', errors: [], retryAfter: null, body: {}, ...extra } }
}

function conflict(version: number, respuestas: Record<string, unknown>): Outcome<SeccionGuardada> {
  return fault(409, { code: 'captura.version_distinta', body: { actual: { version, respuestas } } })
}
