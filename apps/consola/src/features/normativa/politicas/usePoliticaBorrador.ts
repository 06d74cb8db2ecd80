import type { Problem } from '@conoceles/api-client'
import type { FieldError } from '@conoceles/ui'
import { computed, shallowRef } from 'vue'
import type { BorradorPolitica, CampoPolitica, CampoPoliticaNuevo } from '../../../api-types.ts'
import { fieldErrorsOf, missing } from '../../../shared/formularios/form-errors.ts'
import { t } from '../mensajes.ts'
import { useDocumento } from '../../../shared/red/useDocumento.ts'
import { useFormulario } from '../../../shared/formularios/useFormulario.ts'
import { useDraft } from '../borradores/useDraft.ts'
import { activarPolitica, descartarPolitica, guardarBorradorPolitica, readBorradorPolitica, type VotoPolitica } from './politica.api.ts'
import { blankCampo, cambiosDe, campoOf, checkCampo, formOfCampo, type CampoForm } from './politica-form.ts'

const IDS: Partial<Record<string, string>> = {
  base: 'base',
  desde: 'desde',
  hasta: 'hasta',
  'sustento.acuerdoId': 'acuerdo',
  'sustento.documentoId': 'documento',
}

/** One draft of the policy: each field is saved when it is decided, and text typed before stays on this machine. */
export function usePoliticaBorrador(id: string) {
  const draft = useDraft<BorradorPolitica, { motivo: string }>({
    name: `politica motivo ${id}`,
    permiso: 'politica.administrar',
    conflict: 'politica.version_distinta',
    auto: false,
    blank: () => ({ motivo: '' }),
    formOf: ({ motivo }) => ({ motivo }),
    read: () => readBorradorPolitica(id),
    save: (version, { motivo }, read) => guardarBorradorPolitica(id, { version, motivo: motivo.trim(), campos: cambiosDe(read, '') }),
  })
  const { act } = draft
  const campo = useCampo(id)
  const keyOf = keyByContent()

  async function load(): Promise<void> {
    await draft.load()
    if (draft.borrador.value) await campo.begin()
  }

  /** Saves the changes of the other fields with these. */
  async function saveCampos(propios: CampoPoliticaNuevo[]): Promise<void> {
    const { campo: clave } = campo.values
    const done = await draft.perform((version, read) =>
      guardarBorradorPolitica(id, { version, motivo: draft.values.motivo.trim(), campos: [...cambiosDe(read, clave), ...propios] }),
    )
    if (done) await campo.close()
  }

  const saveCampo = async () => (campo.check() ? saveCampos([campoOf(campo.values)]) : undefined)
  const revert = () => saveCampos([])
  const activar = (voto: VotoPolitica) => draft.decide((version) => activarPolitica(id, { version, ...voto }, keyOf(voto)))
  const descartar = (texto: string) => draft.decide((version) => descartarPolitica(id, { version, motivo: texto }))
  const errors = computed(() =>
    campo.found.value.length > 0 ? campo.found.value : fieldErrorsOf(act.problem.value, idsOf(act.problem.value)),
  )

  return { ...draft, campo, errors, load, saveCampo, revert, activar, descartar }
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
      return [field, IDS[own] ?? own.replace('sustento.', '')]
    }),
  )
}
