import type { Guion, Traslados } from '@conoceles/cuestionarios'
import type { Problem } from '@conoceles/api-client'
import { computed, onBeforeUnmount, ref, shallowRef, watch, type Ref } from 'vue'
import type { Borrador } from '../../../api-types.ts'
import { useFormulario, type Formulario } from '../../../shared/formularios/useFormulario.ts'
import { usePasos } from './usePasos.ts'
import { guardarBorrador, readBorrador } from './versiones.api.ts'

/** Fields of a draft that somebody writes. */
export interface BorradorForm extends Guion {
  titulo: string
  cargos: string[] | null
  elegidos: Traslados
}

/** `detenido`: the written text is kept on this machine and waits for somebody to try again. */
export type Guardado = 'guardado' | 'pendiente' | 'guardando' | 'detenido'

const PAUSE_MS = 700

/** A draft that is saved while it is written; text that the server did not get yet stays on this machine. */
export function useBorrador(id: string) {
  const borrador = shallowRef<Borrador | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  const form = useFormulario<BorradorForm>(`borrador ${id}`, blank)
  const editable = computed(() => borrador.value !== null && isEditable(borrador.value))
  const guarda = useGuardado(id, { borrador, editable, form })
  const { recover, ...pasos } = usePasos(id, form.values)

  async function load(): Promise<void> {
    loading.value = true
    problem.value = null
    const result = await readBorrador(id)
    loading.value = false
    problem.value = result.ok ? null : result.problem
    if (!result.ok) return
    await guarda.take(result.data)
    recover()
  }

  return { ...guarda, ...pasos, borrador, problem, loading, editable, load, values: form.values }
}

interface Sources {
  borrador: Ref<Borrador | null>
  editable: Ref<boolean>
  form: Formulario<BorradorForm>
}

/** Saves a moment after the last change, one save at a time. */
function useGuardado(id: string, { borrador, editable, form }: Sources) {
  const guardado = ref<Guardado>('guardado')
  const refusal = shallowRef<Problem | null>(null)
  let saved = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(form.values, () => {
    if (form.ready.value && editable.value && textOf(form.values) !== saved) schedule()
  })
  onBeforeUnmount(() => {
    clearTimeout(timer)
    if (guardado.value === 'pendiente') void save()
  })

  /** The server's text is the one on the screen, unless this machine keeps something newer. */
  async function take(read: Borrador): Promise<void> {
    saved = textOf(formOf(read))
    if (!isEditable(read)) form.finish()
    await form.begin(formOf(read))
    borrador.value = read
    refusal.value = null
    guardado.value = 'guardado'
    if (form.restored.value) schedule()
  }

  function schedule(): void {
    if (guardado.value !== 'guardando') guardado.value = 'pendiente'
    clearTimeout(timer)
    timer = setTimeout(save, PAUSE_MS)
  }

  async function save(): Promise<void> {
    const { version } = borrador.value ?? {}
    if (version === undefined || guardado.value === 'guardando') return
    guardado.value = 'guardando'
    const sent = textOf(form.values)
    const { elegidos, ...rest } = JSON.parse(sent) as BorradorForm
    const result = await guardarBorrador(id, { version, ...rest, traslados: elegidos as Record<string, unknown> })
    refusal.value = result.ok ? null : result.problem
    guardado.value = result.ok ? 'guardado' : 'detenido'
    if (!result.ok) return
    borrador.value = result.data.borrador
    saved = sent
    if (textOf(form.values) !== sent) return schedule()
    form.finish()
    await form.begin(JSON.parse(sent) as BorradorForm)
  }

  return { guardado, refusal, take, save, ...useAjeno({ borrador, form, refusal, take, save }) }
}

interface AjenoSources extends Pick<Sources, 'borrador' | 'form'> {
  refusal: Ref<Problem | null>
  take(read: Borrador): Promise<void>
  save(): Promise<void>
}

/** Conflict of two people who wrote at once: the other one's text, and the choice of which stays. */
function useAjeno({ borrador, form, refusal, take, save }: AjenoSources) {
  const ajeno = computed(() =>
    refusal.value?.code === 'borrador.version_distinta' ? ((refusal.value.body.actual ?? null) as Borrador | null) : null,
  )

  async function resolve(whose: 'ajeno' | 'propio'): Promise<void> {
    const other = ajeno.value
    if (other === null) return
    if (whose === 'ajeno') {
      form.finish()
      return take(other)
    }
    borrador.value = other
    await save()
  }

  return { ajeno, resolve }
}

function isEditable({ acciones }: Borrador): boolean {
  return acciones.some(({ acto, permitido }) => acto === 'guardar' && permitido)
}

function formOf({ titulo, cargos, schema, uischema, elegidos }: Borrador): BorradorForm {
  return { titulo, cargos, schema, uischema, elegidos: elegidos as Traslados }
}

function textOf({ titulo, cargos, schema, uischema, elegidos }: BorradorForm): string {
  return JSON.stringify({ titulo, cargos, schema, uischema, elegidos })
}

function blank(): BorradorForm {
  return { titulo: '', cargos: null, schema: {}, uischema: {}, elegidos: {} }
}
