import type { SeccionCaptura } from '../../../api-types.ts'
import { createSaveQueue, nameOf, type Draft, type Entry } from '../../../shared/guardado/save-queue.ts'
import { reconcile } from './reconcile.ts'

const BASE = { candidaturaId: 'c', cuestionario: 'curricular', seccion: 'trayectoria' } as const
const NAME = nameOf(BASE)
const CAMPOS = ['trayectoria']

test('text that waits is sent on the ground of what the server has', () => {
  const { queue, entry } = kept({ trayectoria: 'mía' })
  expect(reconcile(queue, { seccion: seccion({}), campos: CAMPOS }, entry)).toBe('enviando')
})

test('a section that somebody else saved is in conflict, and is not said to be on its way', () => {
  const { queue, entry } = kept({ trayectoria: 'mía' })
  expect(reconcile(queue, { seccion: seccion({ version: 1, respuestas: { trayectoria: 'suya' } }), campos: CAMPOS }, entry)).toBe(
    'conflicto',
  )
  expect(entry.phase).toBe('conflicto')
})

test('puts aside only the text of a question that the cuestionario moved elsewhere, without a conflict', () => {
  const { queue, entry, entries } = kept({ motivo: 'porque sí' })
  queue.raiseConflict(NAME, { version: 1, respuestas: {} })
  expect(reconcile(queue, { seccion: seccion({ version: 1 }), campos: CAMPOS }, entry)).toBeNull()
  expect(entries.get(NAME)).toMatchObject({ phase: 'guardado', actual: null, draft: { respuestas: {}, aparte: { motivo: 'porque sí' } } })
})

test('shows the answer of the server for a section that cannot be changed any more: the text is put aside', () => {
  const { queue, entry, entries } = kept({ trayectoria: 'de la noche del cierre' })
  const closed = seccion({ editable: false, version: 3, respuestas: { trayectoria: 'de antes' } })
  for (let turn = 0; turn < 2; turn += 1) {
    expect(reconcile(queue, { seccion: closed, campos: CAMPOS }, entry)).toBeNull()
    expect(entries.get(NAME)).toMatchObject({
      phase: 'guardado',
      draft: { version: 3, respuestas: { trayectoria: 'de antes' }, aparte: { trayectoria: 'de la noche del cierre' } },
    })
  }
})

test('a sending of which the server kept a part, and whose answer was lost, is no conflict', () => {
  const { queue, entry } = kept({ trayectoria: 'mía', red: 'María López' })
  entry.draft.attempt = { key: 'key', respuestas: entry.draft.respuestas }
  const stored = seccion({ version: 1, respuestas: { trayectoria: 'mía' } })
  expect(reconcile(queue, { seccion: stored, campos: [...CAMPOS, 'red'] }, entry)).toBe('enviando')
})

test('keeps nothing that the server has already', () => {
  const { queue, entry, entries } = kept({ trayectoria: 'mía' })
  expect(reconcile(queue, { seccion: seccion({ version: 1, respuestas: { trayectoria: 'mía' } }), campos: CAMPOS }, entry)).toBeNull()
  expect(entries.has(NAME)).toBe(false)
})

function kept(respuestas: Draft['respuestas']) {
  const entries = new Map<string, Entry>()
  const queue = createSaveQueue({
    entries,
    send: () => new Promise(() => undefined),
    keep: () => Promise.resolve(),
    discard: () => Promise.resolve(),
    newKey: () => 'key',
    isTransient: () => true,
  })
  queue.restore({ ...BASE, version: 0, base: {}, respuestas, attempt: null })
  return { queue, entries, entry: entries.get(NAME) as Entry }
}

function seccion(of: Partial<SeccionCaptura>): SeccionCaptura {
  return { version: 0, respuestas: {}, editable: true, ...of } as SeccionCaptura
}
