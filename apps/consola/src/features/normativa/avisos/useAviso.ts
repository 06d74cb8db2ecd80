import type { Problem } from '@conoceles/api-client'
import {
  completarAviso,
  faltasDelAviso,
  leyQueRige,
  razonesContraActoAviso,
  type FaltaAviso,
  type Finalidad,
  type LeyPack,
  type PartePack,
} from '@conoceles/domain'
import { computed, ref, shallowRef } from 'vue'
import type { BorradorAviso } from '../../../api-types.ts'
import { useFormulario } from '../../../shared/formularios/useFormulario.ts'
import { useAccesoStore } from '../../../stores/acceso.ts'
import { guardar, readBorrador } from './avisos.api.ts'

/** Fields of a version that somebody writes. */
export interface AvisoForm {
  integral: string
  simplificado: string
  finalidades: Finalidad[]
  vigenteDesde: string
}

/** A version that is written here and saved when somebody says so; until then it stays on this machine. */
export function useAviso(id: string) {
  const borrador = shallowRef<BorradorAviso | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const refusal = shallowRef<Problem | null>(null)
  const loading = ref(false)
  const saving = ref(false)
  const form = useFormulario<AvisoForm>(`aviso ${id}`, blank)
  const acceso = useAccesoStore()
  const editable = computed(() => acceso.puede('avisos.redactar') && (borrador.value?.acciones.some(({ acto, permitido }) => acto === 'guardar' && permitido) ?? false)) // prettier-ignore
  const dirty = computed(() => borrador.value !== null && editable.value && textOf(form.values) !== textOf(formOf(borrador.value)))
  /** Version that somebody else saved meanwhile. */
  const ajeno = computed(() => (refusal.value?.code === 'aviso.version_distinta' ? ((refusal.value.body.actual ?? null) as BorradorAviso | null) : null)) // prettier-ignore

  async function load(): Promise<void> {
    loading.value = true
    const result = await readBorrador(id)
    loading.value = false
    problem.value = result.ok ? null : result.problem
    if (result.ok) await take(result.data)
  }

  /** The server's text is the one on the screen, unless this machine keeps something newer. */
  async function take(read: BorradorAviso): Promise<void> {
    borrador.value = read
    refusal.value = null
    if (!editable.value) form.finish()
    await form.begin(formOf(read))
  }

  async function save(): Promise<boolean> {
    const version = borrador.value?.version
    if (version === undefined || saving.value) return false
    saving.value = true
    const { vigenteDesde, ...texts } = form.values
    const result = await guardar(id, { version, ...texts, vigenteDesde: vigenteDesde === '' ? null : vigenteDesde })
    saving.value = false
    refusal.value = result.ok ? null : result.problem
    if (!result.ok) return false
    form.finish()
    await take(result.data.borrador)
    return true
  }

  /** Chooses which text stays when two people wrote at once. */
  async function resolve(whose: 'ajeno' | 'propio'): Promise<void> {
    const other = ajeno.value
    if (other === null) return
    if (whose === 'ajeno') form.finish()
    borrador.value = other
    if (whose === 'ajeno') await take(other)
    else await save()
  }

  return { borrador, values: form.values, problem, refusal, loading, saving, editable, dirty, ajeno, load, take, save, resolve, ...useLectura(borrador, form.values) } // prettier-ignore
}

/** Text as it would be read and judged, while it is written. */
function useLectura(borrador: { value: BorradorAviso | null }, values: AvisoForm) {
  const ley = computed(() => {
    const read = borrador.value
    if (!read) return null
    return values.vigenteDesde === '' ? read.ley : leyQueRige(read.leyes as LeyPack[], values.vigenteDesde)
  })
  const datos = computed(() => ({ finalidades: values.finalidades, ley: ley.value as LeyPack | null, datos: borrador.value?.datos ?? [] }))
  const textos = computed(() => ({
    integral: completarAviso(values.integral, 'integral', datos.value),
    simplificado: completarAviso(values.simplificado, 'simplificado', datos.value),
  }))
  const faltas = computed(() => {
    const { partes = [], leyes = [] } = borrador.value ?? {}
    const reglas = { partes: partes.map((parte): PartePack => ({ ...parte, articulos: {} })), leyes: leyes as LeyPack[] }
    return faltasDelAviso({ integral: values.integral, simplificado: values.simplificado, ...datos.value, reglas })
  })
  /** Reasons against sending the text, saved or not. */
  const razones = computed(() => (borrador.value ? razonesDeEnviar(borrador.value, values, faltas.value) : []))
  return { ley, textos, faltas, razones }
}

function razonesDeEnviar(read: BorradorAviso, values: AvisoForm, faltas: readonly FaltaAviso[]): string[] {
  return razonesContraActoAviso(
    {
      estatus: read.estatus,
      faltas: faltas.filter(({ gravedad }) => gravedad === 'falta').length,
      cambia: differs(read) || textOf({ ...values, vigenteDesde: '' }) !== textOf({ ...formOf(read), vigenteDesde: '' }),
      vigenteDesde: values.vigenteDesde || null,
      ultimaDesde: read.base?.vigenteDesde ?? null,
    },
    'enviar',
  )
}

/** Whether the saved text differs from the last version published. */
function differs({ diferencias }: BorradorAviso): boolean {
  return diferencias === null || [...diferencias.integral, ...diferencias.simplificado].some(({ kind }) => kind !== 'same')
}

function formOf({ integral, simplificado, finalidades, vigenteDesde }: BorradorAviso): AvisoForm {
  return { integral, simplificado, finalidades, vigenteDesde: vigenteDesde ?? '' }
}

function textOf({ integral, simplificado, finalidades, vigenteDesde }: AvisoForm): string {
  return JSON.stringify({ integral, simplificado, finalidades, vigenteDesde })
}

function blank(): AvisoForm {
  return { integral: '', simplificado: '', finalidades: [], vigenteDesde: '' }
}
