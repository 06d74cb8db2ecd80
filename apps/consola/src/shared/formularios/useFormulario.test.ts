import { createPinia, setActivePinia } from 'pinia'
import { useFormulariosStore } from '../../stores/formularios.ts'
import { useFormulario } from './useFormulario.ts'

const BLANK = { texto: '', lugares: [] as string[] }
const START = { texto: 'Lo publicado', lugares: ['uno'] }

/** A form whose draft, if there is one, is read when the test says so. */
function formWith(kept: typeof BLANK | null) {
  setActivePinia(createPinia())
  const store = useFormulariosStore()
  let answer: () => void = () => undefined
  const reading = new Promise<void>((done) => (answer = done))
  const saved: unknown[] = []
  Object.assign(store, { read: () => reading.then(() => kept), keep: (_name: string, value: unknown) => saved.push(value) })
  return { form: useFormulario<typeof BLANK>('prueba', () => ({ ...BLANK, lugares: [] })), answer, saved }
}

it('begins with the given values, and with earlier typed ones over them', async () => {
  const fresh = formWith(null)
  fresh.answer()
  expect(await fresh.form.begin(START)).toBeNull()
  expect([fresh.form.values, fresh.form.restored.value, fresh.saved]).toEqual([START, false, []])
  const draft = { texto: 'Lo que se escribía', lugares: ['dos'] }
  const again = formWith(draft)
  again.answer()
  expect(await again.form.begin(START)).toEqual(draft)
  expect([again.form.values, again.form.restored.value]).toEqual([draft, true])
})

it.each([
  ['nothing was', null, { texto: 'Ya escribo', lugares: ['uno'] }],
  ['something was', { texto: 'Lo de antes', lugares: ['dos'] }, { texto: 'Ya escribo', lugares: ['dos'] }],
])('keeps what is typed before it is known whether %s typed before', async (_what, kept, expected) => {
  const { form, answer, saved } = formWith(kept)
  const begun = form.begin(START)
  form.values.texto = 'Ya escribo'
  answer()
  await begun
  expect(form.values).toEqual(expected)
  expect(saved).toEqual([expected])
})

it('begins anew from other values, without the earlier ones', async () => {
  const { form, answer } = formWith(null)
  answer()
  await form.begin(START)
  form.values.texto = 'Algo'
  form.finish()
  await form.begin({ texto: 'Lo de otra persona', lugares: [] })
  expect(form.values).toEqual({ texto: 'Lo de otra persona', lugares: [] })
})
