import type { Outcome, Problem } from '@conoceles/api-client'
import type { Permiso } from '@conoceles/domain'
import { computed, onBeforeUnmount, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { Acuse, BorradorAvisoListado, BorradorListado, BorradorPolitica } from '../../../api-types.ts'
import { useFormulario, type Formulario } from '../../../shared/formularios/useFormulario.ts'
import { useAct } from '../../../shared/red/useAct.ts'
import { useAccesoStore } from '../../../stores/acceso.ts'

export type Estatus = (BorradorAvisoListado | BorradorListado | BorradorPolitica)['estatus']

export interface DraftShape {
  estatus: Estatus
  version: number
  acciones: readonly { acto: string; permitido: boolean }[]
}

interface Hecho<D> {
  borrador: D
  acuse: Acuse | null
}

/** A kind of draft: what differs from the other kinds. */
interface DraftKind<D, F extends object> {
  /** Name under which this machine keeps the form. */
  name: string
  permiso: Permiso
  /** Error code when somebody else saved meanwhile. */
  conflict: string
  /** Saves a moment after the last change; otherwise when the user says so. */
  auto: boolean
  blank: () => F
  formOf: (draft: D) => F
  read: () => Promise<Outcome<D>>
  save: (version: number, values: F, draft: D) => Promise<Outcome<Hecho<D>>>
}

/** `detenido`: the written text is kept on this machine and waits for somebody to try again. */
export type Guardado = 'guardado' | 'pendiente' | 'guardando' | 'detenido'
export type Draft<D extends DraftShape, F extends object> = ReturnType<typeof useDraft<D, F>>

const PAUSE_MS = 700

/** A draft that is written here, its acts, and the choice when two people wrote at once. Unsaved text stays on this machine. */
export function useDraft<D extends DraftShape, F extends object>(kind: DraftKind<D, F>) {
  const borrador = emptyRef<D>()
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  const acuse = shallowRef<Acuse | null>(null)
  const act = useAct()
  const form = useFormulario<F>(kind.name, kind.blank)
  const acceso = useAccesoStore()
  const editable = computed(() => acceso.puede(kind.permiso) && borrador.value !== null && isOpen(borrador.value))
  const { settle, resume, save, ...saving } = useSaving(kind, form, { borrador, editable })

  async function load(): Promise<void> {
    loading.value = true
    problem.value = null
    const result = await kind.read()
    loading.value = false
    problem.value = result.ok ? null : result.problem
    if (result.ok) await take(result.data)
  }

  /** Shows the server's text, unless this machine keeps something newer. */
  async function take(read: D): Promise<void> {
    settle(kind.formOf(read))
    if (!isOpen(read)) form.finish()
    await form.begin(kind.formOf(read))
    borrador.value = read
    resume()
  }

  /** Saves first: an act is on the text that its author sees. */
  async function perform<H extends Hecho<D>>(call: (version: number, draft: D) => Promise<Outcome<H>>): Promise<H | null> {
    if (saving.dirty.value && !(await save())) return null
    const draft = borrador.value
    if (!draft) return null
    const result = await act.run(() => call(draft.version, draft))
    if (!result.ok) return null
    acuse.value = result.data.acuse
    await take(result.data.borrador)
    return result.data
  }

  /** An act on the whole draft: its acuse is at the top of the page. */
  async function decide<H extends Hecho<D>>(call: (version: number) => Promise<Outcome<H>>): Promise<H | null> {
    const done = await perform(call)
    if (done) window.scrollTo({ top: 0 })
    return done
  }

  const conflict = useConflict({ borrador, refusal: saving.refusal, code: kind.conflict, finish: form.finish, take, save })
  return { borrador, values: form.values, problem, loading, acuse, act, editable, ...saving, load, save, perform, decide, ...conflict }
}

interface ConflictSources<D> {
  borrador: ShallowRef<D | null>
  refusal: ShallowRef<Problem | null>
  code: string
  finish: () => void
  take: (read: D) => Promise<void>
  save: () => Promise<boolean>
}

/** Two people wrote at once: the other author's text, and the choice of which stays. */
function useConflict<D>({ borrador, refusal, code, finish, take, save }: ConflictSources<D>) {
  // The API sends the stored draft with this refusal.
  const ajeno = computed(() => (refusal.value?.code === code ? ((refusal.value.body.actual ?? null) as D | null) : null))

  async function resolve(whose: 'ajeno' | 'propio'): Promise<void> {
    const other = ajeno.value
    if (other === null) return
    if (whose === 'ajeno') finish()
    borrador.value = other
    if (whose === 'ajeno') await take(other)
    else await save()
  }

  return { ajeno, resolve }
}

interface SavingSources<D> {
  borrador: ShallowRef<D | null>
  editable: Ref<boolean>
}

/** One save after another, by itself or when asked. */
function useSaving<D extends DraftShape, F extends object>(
  kind: DraftKind<D, F>,
  form: Formulario<F>,
  { borrador, editable }: SavingSources<D>,
) {
  const guardado = ref<Guardado>('guardado')
  const refusal = shallowRef<Problem | null>(null)
  const saved = ref('')
  const dirty = computed(() => form.ready.value && editable.value && JSON.stringify(form.values) !== saved.value)
  const pause = usePause(() => void save())
  let last: Promise<boolean> = Promise.resolve(true)

  if (kind.auto) watch(form.values, () => dirty.value && schedule())

  /** The server has these values. */
  function settle(values: F): void {
    saved.value = JSON.stringify(values)
    refusal.value = null
    guardado.value = 'guardado'
  }

  /** Sends the text that this machine kept. */
  function resume(): void {
    if (kind.auto && form.restored.value) schedule()
  }

  function schedule(): void {
    if (guardado.value !== 'guardando') guardado.value = 'pendiente'
    pause.begin()
  }

  function save(): Promise<boolean> {
    last = last.then(send)
    return last
  }

  async function send(): Promise<boolean> {
    const base = borrador.value
    if (base === null || (!dirty.value && refusal.value === null)) return base !== null
    pause.end()
    guardado.value = 'guardando'
    const sent = JSON.stringify(form.values)
    const result = await kind.save(base.version, form.values, base)
    refusal.value = result.ok ? null : result.problem
    guardado.value = result.ok ? 'guardado' : 'detenido'
    if (result.ok) {
      borrador.value = result.data.borrador
      saved.value = sent
      await afterSave()
    }
    return result.ok
  }

  async function afterSave(): Promise<void> {
    if (!dirty.value) await keepNothing(form)
    else if (kind.auto) schedule()
  }

  return { guardado, refusal, dirty, settle, resume, save }
}

/** The server has it all: this machine forgets its copy. */
async function keepNothing<F extends object>({ values, finish, begin }: Formulario<F>): Promise<void> {
  const saved = { ...values }
  finish()
  await begin(saved)
}

/** Calls once, a moment after the last `begin`, or when the page goes. */
function usePause(call: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined

  function begin(): void {
    clearTimeout(timer)
    timer = setTimeout(fire, PAUSE_MS)
  }

  function end(): void {
    clearTimeout(timer)
    timer = undefined
  }

  function fire(): void {
    end()
    call()
  }

  onBeforeUnmount(() => timer !== undefined && fire())
  return { begin, end }
}

function emptyRef<T>(): ShallowRef<T | null> {
  return shallowRef<T | null>(null)
}

function isOpen({ acciones }: DraftShape): boolean {
  return acciones.some(({ acto, permitido }) => acto === 'guardar' && permitido)
}
