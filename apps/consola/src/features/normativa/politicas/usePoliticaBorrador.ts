import type { Problem } from '@conoceles/api-client'
import type { FieldError } from '@conoceles/ui'
import { computed, ref, shallowRef } from 'vue'
import type { Acuse, BorradorPolitica, CampoPolitica, CampoPoliticaNuevo } from '../../../api-types.ts'
import { fieldErrorsOf, missing } from '../../../shared/formularios/form-errors.ts'
import { t } from '../../../messages/index.ts'
import { useAct } from '../../../shared/red/useAct.ts'
import { useDocumento } from '../../../shared/red/useDocumento.ts'
import { useFormulario } from '../../../shared/formularios/useFormulario.ts'
import { activarPolitica, descartarPolitica, guardarBorradorPolitica, readBorradorPolitica, type VotoPolitica } from './politica.api.ts'
import { blankCampo, cambiosDe, campoOf, checkCampo, formOfCampo, type CampoForm } from './politica-form.ts'

const IDS = { base: 'base', desde: 'desde', hasta: 'hasta', 'sustento.acuerdoId': 'acuerdo', 'sustento.documentoId': 'documento' }

/** One draft of the policy: each field is saved when it is decided, and text typed before stays on this machine. */
export function usePoliticaBorrador(id: string) {
  const borrador = shallowRef<BorradorPolitica | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  const acuse = shallowRef<Acuse | null>(null)
  const motivo = ref('')
  const act = useAct()
  const campo = useCampo(id)
  const keyOf = keyByContent()

  async function load(): Promise<void> {
    loading.value = true
    const result = await readBorradorPolitica(id)
    loading.value = false
    problem.value = result.ok ? null : result.problem
    if (!result.ok) return
    take(result.data)
    await campo.begin()
  }

  function take(read: BorradorPolitica): void {
    borrador.value = read
    motivo.value = read.motivo
  }

  async function perform(call: (version: number) => ReturnType<typeof activarPolitica>): Promise<boolean> {
    const result = await act.run(() => call(borrador.value?.version ?? 0))
    if (!result.ok) return false
    take(result.data.borrador)
    acuse.value = result.data.acuse
    return true
  }

  function save(campos: CampoPoliticaNuevo[]): Promise<boolean> {
    return perform((version) => guardarBorradorPolitica(id, { version, motivo: motivo.value.trim(), campos }))
  }

  async function saveCampo(): Promise<void> {
    const { values } = campo
    if (borrador.value === null || !campo.check()) return
    if (await save([...cambiosDe(borrador.value, values.campo), campoOf(values)])) await campo.close()
  }

  async function revert(): Promise<void> {
    if (borrador.value && (await save(cambiosDe(borrador.value, campo.values.campo)))) await campo.close()
  }

  const saveMotivo = async () => borrador.value !== null && (await save(cambiosDe(borrador.value, '')))
  const activar = (voto: VotoPolitica) => perform((version) => activarPolitica(id, { version, ...voto }, keyOf(voto)))
  const descartar = (texto: string) => perform((version) => descartarPolitica(id, { version, motivo: texto }))
  const errors = computed(() =>
    campo.found.value.length > 0 ? campo.found.value : fieldErrorsOf(act.problem.value, idsOf(act.problem.value)),
  )

  return { borrador, problem, loading, acuse, motivo, act, campo, errors, load, saveCampo, revert, saveMotivo, activar, descartar }
}

/** The same click twice is one activation; another vote, or another reason, is another. */
function keyByContent(): (content: object) => string {
  const keys = new Map<string, string>()
  return (content) => {
    const said = JSON.stringify(content)
    const key = keys.get(said) ?? crypto.randomUUID()
    keys.set(said, key)
    return key
  }
}

/** The field that is open, as it is typed. */
function useCampo(id: string) {
  const form = useFormulario<CampoForm>(`politica ${id}`, blankCampo)
  const documento = useDocumento()
  const found = shallowRef<FieldError[]>([])

  async function open(row: CampoPolitica): Promise<void> {
    found.value = []
    form.finish()
    await form.begin(blankCampo())
    Object.assign(form.values, formOfCampo(row))
  }

  async function close(): Promise<void> {
    found.value = []
    form.finish()
    await form.begin(blankCampo())
  }

  function check(): boolean {
    found.value = checkCampo(form.values)
    return found.value.length === 0
  }

  async function attach(archivo: File): Promise<void> {
    const received = await documento.send(archivo)
    if (received) form.values.documento = received
  }

  return { values: form.values, begin: () => form.begin(blankCampo()), documento, found, open, close, check, attach }
}

/** Why the draft has to say why it is made, as a line of an error summary. */
export function faltaMotivo(motivo: string): FieldError[] {
  return missing(motivo, 'motivo', t('politica.faltaMotivo'))
}

/** The API names the row by its place; the form has one row. */
function idsOf(problem: Problem | null): Record<string, string> {
  const fields = problem?.errors.map(({ field }) => field) ?? []
  return Object.fromEntries(
    fields.map((field) => {
      const own = field.replace(/^campos\.\d+\./, '')
      return [field, IDS[own as keyof typeof IDS] ?? own.replace('sustento.', '')]
    }),
  )
}
