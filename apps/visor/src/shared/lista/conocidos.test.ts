import { createRecursos, type Recursos } from './conocidos.ts'

const PATH = '/publico/candidaturas/1'
const ok = (data: unknown, storedAt?: string) => ({ ok: true as const, data, storedAt })
const failed = (status: number) => ({
  ok: false as const,
  problem: { status, code: '', title: '', errors: [], retryAfter: null, body: {} },
})

/** On the screen, and asked for again by `answer`. */
function shown(recursos: Recursos, answer = ok({ n: 2 })): () => void {
  return recursos.open(PATH, { renew: () => Promise.resolve(recursos.receive(PATH, answer)) })
}

test('a newer answer waits until it is brought, and leaves the screen as it is', async () => {
  const recursos = createRecursos({ [PATH]: { n: 1 } })
  const leave = shown(recursos)
  await recursos.renewAll([])
  expect([recursos.get(PATH), recursos.waiting.value]).toEqual([{ n: 1 }, true])
  recursos.bring()
  expect([recursos.get(PATH), recursos.waiting.value]).toEqual([{ n: 2 }, false])
  leave()
  recursos.receive(PATH, ok({ n: 3 }))
  expect([recursos.get(PATH), recursos.waiting.value]).toEqual([{ n: 3 }, false])
})

test('the same answer is no news, and keeps its identity', async () => {
  const data = { n: 1 }
  const recursos = createRecursos({ [PATH]: data })
  shown(recursos, ok({ n: 1 }) as never)
  await recursos.renewAll([])
  expect(recursos.waiting.value).toBe(false)
  expect(recursos.get(PATH)).toBe(data)
})

test('data no longer public leave the screen at once; a lost network changes nothing', () => {
  const recursos = createRecursos({ [PATH]: { n: 1 } })
  shown(recursos)
  recursos.receive(PATH, failed(0))
  expect([recursos.get(PATH), recursos.waiting.value]).toEqual([{ n: 1 }, false])
  recursos.receive(PATH, failed(410))
  expect([recursos.get(PATH), recursos.waiting.value, recursos.withdrawn.value]).toEqual([undefined, false, true])
})

const turn = () => new Promise((done) => setTimeout(done))

test('withheld data leave the screen at once, with a notice until one goes on; a newer answer that waited waits no longer', async () => {
  const recursos = createRecursos({ [PATH]: { nombre: 'Ana', apodo: 'La Güera' } })
  shown(recursos)
  recursos.receive(PATH, ok({ nombre: 'Ana', apodo: 'La Guera' }))
  await turn()
  expect([recursos.waiting.value, recursos.withdrawn.value]).toEqual([true, false])
  recursos.receive(PATH, ok({ nombre: 'Ana', apodo: null }))
  await turn()
  expect([recursos.get(PATH), recursos.waiting.value, recursos.withdrawn.value]).toEqual([{ nombre: 'Ana', apodo: null }, false, true])
  recursos.bring()
  expect(recursos.withdrawn.value).toBe(false)
})

test('withheld data bring the rest of their corte, before and after: nothing newer is left to be brought', async () => {
  const [other, last] = ['/publico/proceso', '/publico/consulta']
  const recursos = createRecursos({ [PATH]: { nombre: 'Ana' }, [other]: { n: 1 }, [last]: { n: 1 } })
  shown(recursos, ok({ nombre: null }) as never)
  recursos.open(other, { renew: () => Promise.resolve(recursos.receive(other, ok({ n: 2 }))) })
  recursos.open(last, {
    renew: () =>
      turn()
        .then(turn)
        .then(() => recursos.receive(last, ok({ n: 2 }))),
  })
  await recursos.renewAll([])
  expect([PATH, other, last].map((path) => recursos.get(path))).toEqual([{ nombre: null }, { n: 2 }, { n: 2 }])
  expect([recursos.waiting.value, recursos.withdrawn.value]).toEqual([false, true])
  recursos.open(last, { renew: () => Promise.resolve(recursos.receive(last, ok({ n: 3 }))) })
  await recursos.renewAll([])
  expect([recursos.get(last), recursos.waiting.value]).toEqual([{ n: 2 }, true])
})

test('an answer in codes is compared by the facts that it tells', async () => {
  const recursos = createRecursos({ [PATH]: 'ana eva' })
  recursos.open(PATH, { renew: () => Promise.resolve(), told: (data) => (data as string).split(' ').map((id) => ({ id })) })
  recursos.receive(PATH, ok('eva ana'))
  await turn()
  expect([recursos.get(PATH), recursos.withdrawn.value]).toEqual(['ana eva', false])
  recursos.receive(PATH, ok('eva'))
  await turn()
  expect([recursos.get(PATH), recursos.withdrawn.value]).toEqual(['eva', true])
})

test('an answer kept on the device is never newer than one of the server, and the oldest on the screen gives the age of the page', () => {
  const recursos = createRecursos({ [PATH]: { n: 1 } })
  shown(recursos)
  recursos.receive(PATH, ok({ n: 0 }, '2024-04-20T16:00:00.000Z'))
  expect([recursos.get(PATH), recursos.waiting.value, recursos.storedAt.value]).toEqual([{ n: 1 }, false, null])
  recursos.open('/publico/proceso', { renew: () => Promise.resolve() })
  recursos.receive('/publico/proceso', ok({}, '2024-04-21T16:00:00.000Z'))
  expect(recursos.storedAt.value).toBe('2024-04-21T16:00:00.000Z')
  recursos.receive('/publico/proceso', ok({}))
  expect(recursos.storedAt.value).toBeNull()
})

test('a newer corte leaves only the answers on the screen and around it known', async () => {
  const recursos = createRecursos({ [PATH]: { n: 2 }, '/publico/proceso': {}, '/publico/consulta': {} })
  shown(recursos)
  await recursos.renewAll(['/publico/proceso'])
  expect([PATH, '/publico/proceso', '/publico/consulta'].map((path) => recursos.get(path))).toEqual([{ n: 2 }, {}, undefined])
})
